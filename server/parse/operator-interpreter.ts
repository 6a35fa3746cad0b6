// Runs a page's operator list through our own graphics state.
// Shape in: RawPage (pdf.js operators) → shape out: characters, fills and images in user space, in the order of drawing.
// Refuses nothing: an argument of the wrong kind is skipped, as a viewer would; layers that are switched off are not drawn.
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rect } from '../contract/geometry.ts';
import { applyGState, enterGroup, initialState, isOpaque, type GraphicsState } from './graphics-state.ts';
import { cleanText, cosineAndSine, type Glyph, type UnseenGlyph } from './glyphs.ts';
import { applyToRect, identity, matrixFrom, multiply, type Matrix } from './matrix.ts';
import {
  barsOf,
  boxShape,
  inkedParts,
  narrowClip,
  outlineOf,
  overlap,
  partsOfPath,
  unclipped,
} from './painted-shapes.ts';
import type { Fill, ImagePlace } from './painted-shapes.ts';
import type { RawPage } from './pdf-document.ts';

/** Everything a page paints. */
export interface PaintedPage {
  readonly glyphs: Glyph[];
  readonly fills: Fill[];
  readonly images: ImagePlace[];
  /** Characters that the file shows nobody: of a layer that is switched off, or clipped away. */
  readonly unseen: readonly UnseenGlyph[];
}

const nonZeroOperators = [OPS.fill, OPS.fillStroke, OPS.closeFillStroke];
const evenOddOperators = new Set<number>([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);
const fillOperators = new Set<number>([...nonZeroOperators, ...evenOddOperators]);
const strokeOperators = new Set<number>([OPS.stroke, OPS.closeStroke]);
const imageOperators = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
]);

/** A stroke this thick (points) is a bar that can hide text, alone or with others beside it. */
const barWidth = 1.5;

const none: readonly unknown[] = [];

/** What the interpreter needs of a page. */
type Drawing = Pick<RawPage, 'operators' | 'args' | 'fontOf' | 'isVisible' | 'fieldIds'>;

/** Interprets the operators of one page. */
export function interpret(page: Drawing): PaintedPage {
  const run = new Interpreter(page);
  run.run();
  return run;
}

class Interpreter implements PaintedPage {
  readonly glyphs: Glyph[] = [];
  readonly fills: Fill[] = [];
  readonly images: ImagePlace[] = [];
  readonly unseen: UnseenGlyph[] = [];
  private readonly page: Drawing;
  private state: GraphicsState = initialState();
  private readonly stack: GraphicsState[] = [];
  private textMatrix: Matrix = identity;
  private lineMatrix: Matrix = identity;
  private order = 0;
  /** `W` comes before its path, and holds from after that path was painted. */
  private clipsNext = false;
  /** For each open marked content: whether it hides what it holds. */
  private readonly hiding: boolean[] = [];
  /** Depth of groups that only make a soft mask: their text is never seen. */
  private readonly maskGroups: boolean[] = [];
  private hidden = 0;

  constructor(page: Drawing) {
    this.page = page;
  }

  run(): void {
    const { operators, args } = this.page;
    for (let i = 0; i < operators.length; i++) {
      const operands: unknown = args[i];
      this.order = i;
      this.step(operators[i] ?? 0, Array.isArray(operands) ? operands : none);
    }
  }

  private step(operator: number, args: readonly unknown[]): void {
    const { state } = this;
    // The usual ones first: a page has a thousand operators.
    switch (operator) {
      case OPS.showText:
        this.showText(args[0]);
        break;
      case OPS.setTextMatrix:
        this.setLine(matrixFrom(args[0]) ?? matrixFrom(args) ?? identity);
        break;
      case OPS.moveText:
        this.moveText(number(args[0]), number(args[1]));
        break;
      case OPS.setLeadingMoveText:
        state.leading = -number(args[1]);
        this.moveText(number(args[0]), number(args[1]));
        break;
      case OPS.nextLine:
        this.moveText(0, -state.leading);
        break;
      case OPS.beginText:
        this.setLine(identity);
        break;
      case OPS.setFont:
        state.font = this.page.fontOf(String(args[0]));
        state.fontSize = number(args[1]);
        break;
      case OPS.setCharSpacing:
        state.characterSpacing = number(args[0]);
        break;
      case OPS.endText:
        break;
      case OPS.save:
        this.save();
        break;
      case OPS.restore:
        this.restore();
        break;
      case OPS.setFillRGBColor:
        state.color = typeof args[0] === 'string' ? args[0] : null;
        break;
      case OPS.constructPath:
        this.paintPath(args);
        break;
      case OPS.transform:
        this.transform(matrixFrom(args));
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number(args[0]);
        break;
      case OPS.setHScale:
        state.horizontalScale = number(args[0]) / 100;
        break;
      case OPS.setLeading:
        state.leading = number(args[0]);
        break;
      case OPS.setTextRise:
        state.rise = number(args[0]);
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.clipsNext = true;
        break;
      case OPS.setTextRenderingMode:
        state.renderMode = number(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.strokeColor = typeof args[0] === 'string' ? args[0] : null;
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.color = null;
        break;
      case OPS.setLineWidth:
        state.lineWidth = number(args[0]);
        break;
      case OPS.setGState:
        applyGState(state, args[0], (name) => this.page.fontOf(name));
        break;
      case OPS.paintFormXObjectBegin:
        this.save();
        this.transform(matrixFrom(args[0]));
        this.clipTo(args[1]);
        break;
      case OPS.paintFormXObjectEnd:
        this.restore();
        break;
      case OPS.beginGroup:
        this.save();
        enterGroup(this.state);
        this.openGroup(args[0]);
        break;
      case OPS.endGroup:
        if (this.maskGroups.pop() === true) this.hidden--;
        this.restore();
        break;
      case OPS.beginAnnotation:
        this.save();
        this.beginAnnotation(args);
        break;
      case OPS.endAnnotation:
        this.restore();
        break;
      case OPS.beginMarkedContent:
        this.hiding.push(false);
        break;
      case OPS.beginMarkedContentProps: {
        const hides = args[0] === 'OC' && !this.page.isVisible(args[1] ?? null);
        this.hiding.push(hides);
        if (hides) this.hidden++;
        break;
      }
      case OPS.endMarkedContent:
        if (this.hiding.pop() === true) this.hidden--;
        break;
      case OPS.paintSolidColorImageMask:
        if (this.hidden === 0) this.addFill(boxShape(applyToRect(state.matrix, 0, 0, 1, 1)), state.color, state.alpha);
        break;
      case OPS.shadingFill:
        // Fills the clip, whose shape is not followed here: anywhere could be its ground.
        this.fills.push({
          ...boxShape(unclipped.box),
          rectangle: false,
          color: null,
          opaque: false,
          order: this.order,
        });
        break;
      default:
        if (imageOperators.has(operator)) this.addImage(operator);
    }
  }

  private save(): void {
    this.stack.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(matrix: Matrix | null): void {
    if (matrix) this.state.matrix = multiply(this.state.matrix, matrix);
  }

  private setLine(matrix: Matrix): void {
    this.lineMatrix = matrix;
    this.textMatrix = matrix;
  }

  private moveText(x: number, y: number): void {
    this.setLine(multiply(this.lineMatrix, [1, 0, 0, 1, x, y]));
  }

  private openGroup(group: unknown): void {
    const mask: unknown = typeof group === 'object' && group !== null ? Reflect.get(group, 'smask') : null;
    const makesMask = mask !== null && mask !== undefined;
    this.maskGroups.push(makesMask);
    if (makesMask) this.hidden++;
  }

  /** pdf.js gives the rectangle, the matrix onto it and the appearance's own matrix. */
  private beginAnnotation(args: readonly unknown[]): void {
    this.state = initialState();
    // The ground of a form's field covers the blanks of the form, and hides nothing.
    this.state.groupOpaque = !this.page.fieldIds.has(String(args[0]));
    this.transform(matrixFrom(args[2]));
    this.transform(matrixFrom(args[3]));
  }

  /** A form's own box, in its own space. */
  private clipTo(box: unknown): void {
    if (!(box instanceof Float32Array)) return;
    const [left = 0, bottom = 0, right = 0, top = 0] = box;
    const { state } = this;
    state.clip = narrowClip(state.clip, [
      { box: applyToRect(state.matrix, left, bottom, right, top), rectangle: true },
    ]);
  }

  private paintPath(args: readonly unknown[]): void {
    const operator = number(args[0]);
    const data: unknown = Array.isArray(args[1]) ? args[1][0] : null;
    const strokes = strokeOperators.has(operator);
    const paints = this.hidden === 0 && (strokes || fillOperators.has(operator));
    const clips = this.clipsNext;
    this.clipsNext = false;
    if (!(paints || clips) || !(data instanceof Float32Array)) return;
    const { state } = this;
    const parts = partsOfPath(data, state.matrix);
    if (paints && strokes) {
      const width = state.lineWidth * Math.sqrt(Math.abs(determinant(state.matrix)));
      for (const part of width < barWidth ? [] : parts)
        for (const bar of barsOf(part, width / 2)) this.addFill(bar, state.strokeColor, state.strokeAlpha);
    } else if (paints) {
      for (const part of inkedParts(parts, evenOddOperators.has(operator)))
        this.addFill({ ...part, outline: outlineOf(part) }, state.color, state.alpha);
    }
    if (clips) state.clip = narrowClip(state.clip, parts);
  }

  private addFill(shape: Pick<Fill, 'box' | 'rectangle' | 'outline'>, color: string | null, alpha: number): void {
    const { clip } = this.state;
    const opaque = color !== null && isOpaque(this.state, alpha);
    const rectangle = shape.rectangle && clip.exact;
    const outline = clip.exact ? shape.outline : null;
    this.fills.push({ box: overlap(shape.box, clip.box), rectangle, outline, color, opaque, order: this.order });
  }

  private addImage(operator: number): void {
    if (this.hidden > 0) return;
    const { matrix, alpha, clip } = this.state;
    const masked = operator === OPS.paintImageMaskXObject || operator === OPS.paintImageMaskXObjectRepeat;
    // Just before an image with a mask of its own pdf.js writes `save` and a graphics state that ends the soft mask.
    const ownMask =
      this.page.operators[this.order - 1] === OPS.setGState && this.page.operators[this.order - 2] === OPS.save;
    const opaque = !masked && !ownMask && clip.exact && isOpaque(this.state, alpha);
    this.images.push({ box: overlap(applyToRect(matrix, 0, 0, 1, 1), clip.box), opaque, order: this.order });
  }

  private showText(items: unknown): void {
    if (!Array.isArray(items)) return;
    const { state, textMatrix } = this;
    const { font, fontSize, horizontalScale, characterSpacing, wordSpacing, matrix, clip } = state;
    const [a, b, c, d, e, f] = multiply(matrix, textMatrix);
    const scale = fontSize * horizontalScale;
    // Direction of growing text space, turned round when the font size is negative; `stretch` is its length on the page.
    const stretch = Math.hypot(a, b);
    const sign = scale < 0 ? -1 : 1;
    const radians = Math.atan2(b * sign, a * sign);
    const angle = (Math.round((radians * 180) / Math.PI) + 360) % 360;
    const [cos, sin] = cosineAndSine(angle);
    const height = stretch === 0 ? 0 : Math.abs(a * d - b * c) / stretch;
    const size = Math.abs(fontSize) * height * (font.height > 0 ? font.height : 1);
    const inked = state.renderMode === 1 ? state.strokeAlpha : state.alpha;
    const invisible = state.renderMode === 3 || state.renderMode === 7 || inked < 0.02;
    const color = state.renderMode === 1 ? state.strokeColor : state.color;
    const { rise } = state;
    const upright = angle === 0;
    const { order } = this;
    // Inside of a soft mask letters are shapes; those of a hidden layer are kept, as unseen.
    const isMask = this.hidden > 0 && this.maskGroups.includes(true);
    // The middle of a character's ink as centreOf gives it, without the two lists a letter that it costs.
    const lift = size * 0.3;
    let alongX = 0;
    let alongY = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        if (font.vertical) alongY -= (item / 1000) * fontSize;
        else alongX -= (item / 1000) * scale;
        continue;
      }
      if (typeof item !== 'object' || item === null) continue;
      const glyph: {
        readonly width?: unknown;
        readonly unicode?: unknown;
        readonly isSpace?: unknown;
        readonly vmetric?: unknown;
      } = item;
      const own = number(glyph.width) * font.unit;
      const spacing = characterSpacing + (glyph.isSpace === true ? wordSpacing : 0);
      const text = typeof glyph.unicode === 'string' ? cleanText(glyph.unicode) : '';
      if (text !== '' && !isMask) {
        const x = e + a * alongX + c * (alongY + rise);
        const y = f + b * alongX + d * (alongY + rise);
        const width = Math.abs(own * scale) * stretch;
        const placed: Glyph = {
          text,
          x,
          y,
          u: upright ? x : x * cos + y * sin,
          v: upright ? y : y * cos - x * sin,
          width,
          size,
          angle,
          font,
          color,
          invisible,
          order,
        };
        if (this.hidden > 0) this.unseen.push({ ...placed, why: 'hidden-layer' });
        else if (reaches(clip.box, x + (width / 2) * cos - lift * sin, y + (width / 2) * sin + lift * cos))
          this.glyphs.push(placed);
        else this.unseen.push({ ...placed, why: 'clipped' });
      }
      if (font.vertical) {
        const down = Array.isArray(glyph.vmetric) ? number(glyph.vmetric[0]) * 0.001 : -1;
        alongY += down * fontSize + spacing * Math.sign(down * fontSize);
      } else alongX += own * scale + spacing * horizontalScale;
    }
    this.textMatrix = multiply(textMatrix, [1, 0, 0, 1, alongX, alongY]);
  }
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** A point of tolerance: a clip drawn tightly around a line must not cost its first letter. */
function reaches(box: Rect, x: number, y: number): boolean {
  return x >= box[0] - 1 && x <= box[2] + 1 && y >= box[1] - 1 && y <= box[3] + 1;
}

function determinant([a, b, c, d]: Matrix): number {
  return a * d - b * c;
}
