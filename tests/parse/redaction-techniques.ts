// How people redact badly: one page for each technique, and its twin of the same shape that hides nothing.
// The words under the boxes are `secret`; whoever reads the page must find none of them, and the twin must keep them.
import { words, type RawPdfExtras, type RawPdfPage } from './raw-pdf.ts';

/** What lies beneath; 17 letters. */
export const secret = 'Peregrine Halloway';

/** A page with the words hidden, and one where the same means hides nothing. */
export interface Technique {
  readonly name: string;
  readonly how: string;
  readonly bad: RawPdfPage;
  readonly twin: RawPdfPage;
  readonly why: string;
  readonly extras?: RawPdfExtras;
}

const before = words('The witness is', 72, 700);
const text = `${before}${words(secret, 160, 700)}${words('of Halifax.', 280, 700)}`;
/** Around the words and nothing else. */
const box = '158 696 106 13 re f';
const image = (x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm BI /W 1 /H 1 /CS /G /BPC 8 /D [0 1] ID \u0000\nEI Q\n`;
const annotation = (subtype: string, more = '') => `/Subtype /${subtype} /Rect [158 696 264 709] /F 4 ${more}`;
const layers = (state: string) => ({
  catalog: `/OCProperties << /OCGs [100 0 R] /D << /Name (d) /BaseState /ON /${state} [100 0 R] >> >>`,
  objects: { 100: '<< /Type /OCG /Name (Work product) >>' },
});
const inLayer = {
  content: `${before}/OC /L1 BDC\n${words(secret, 160, 700)}EMC\n`,
  resources: '/Properties << /L1 100 0 R >>',
};
const multiply = '/ExtGState << /Multiply << /BM /Multiply >> /Half << /ca 0.4 >> /None << /ca 0 >> >>';

export const techniques: readonly Technique[] = [
  {
    name: 'a filled box over the words',
    how: 'covered',
    bad: { content: `${text}0 g ${box}` },
    twin: { content: `0.85 g ${box}\n0 g ${text}` },
    why: 'a shaded table cell is drawn before its words',
  },
  {
    name: 'a white box over the words',
    how: 'covered',
    bad: { content: `${text}1 g ${box}` },
    twin: { content: `${text}1 g 158 640 106 13 re f` },
    why: 'white beside the words covers nothing',
  },
  {
    name: 'a polygon askew over the words',
    how: 'covered',
    bad: { content: `${text}0 g 157 694 m 266 696 l 267 711 l 156 709 l h f` },
    twin: { content: `${text}0 g 157 694 m 266 696 l 266 697 l h f` },
    why: 'a wedge under the line leaves the words to be read',
  },
  {
    name: 'a thick line as a box',
    how: 'covered',
    bad: { content: `${text}0 G 13 w 158 703 m 264 703 l S` },
    twin: { content: `${text}0 G 1 w 160 698 m 264 698 l S` },
    why: 'an underline',
  },
  {
    name: 'strips side by side',
    how: 'covered',
    bad: { content: `${text}0 g ${[696, 698.4, 700.8, 703.2, 705.6].map((y) => `158 ${y} 106 2.6 re f`).join(' ')}` },
    twin: { content: `${text}0 g 158 696 106 0.7 re f 158 703 106 1.2 re f 158 712 106 0.7 re f` },
    why: 'the rules of a table and a line through the words',
  },
  {
    name: 'one box for each word',
    how: 'covered',
    bad: { content: `${text}0 g 158 696 53 13 re f 213 696 52 13 re f` },
    twin: { content: `${text}0 G 1 w 158 696 53 13 re S 213 696 52 13 re S` },
    why: 'boxes that are only drawn around words',
  },
  {
    name: 'an image over the words',
    how: 'covered',
    bad: { content: `${text}${image(158, 696, 106, 13)}` },
    twin: { content: `${before}${image(158, 696, 106, 13)}1 g ${words(secret, 160, 700)}` },
    why: 'white words on a dark picture',
  },
  {
    name: 'a redaction that was marked and never applied',
    how: 'marked',
    bad: { content: text, annotations: [{ entries: annotation('Redact') }] },
    twin: { content: text, annotations: [{ entries: annotation('Link', '/Border [0 0 0]') }] },
    why: 'a link has a rectangle too',
  },
  {
    name: 'a Square annotation',
    how: 'covered',
    bad: { content: text, annotations: [{ entries: annotation('Square'), appearance: '0 g 0 0 100 20 re f' }] },
    twin: { content: text, annotations: [{ entries: annotation('Square'), appearance: '1 0 0 RG 0 0 100 20 re S' }] },
    why: 'a red frame around the words',
  },
  {
    name: 'an opaque Highlight annotation',
    how: 'covered',
    bad: {
      content: text,
      annotations: [
        {
          entries: annotation('Highlight', '/QuadPoints [158 709 264 709 158 696 264 696]'),
          appearance: '0 g 0 0 100 20 re f',
        },
      ],
    },
    twin: {
      content: text,
      resources: multiply,
      annotations: [
        {
          entries: annotation('Highlight', '/QuadPoints [158 709 264 709 158 696 264 696]'),
          appearance: '/Multiply gs 1 1 0 rg 0 0 100 20 re f',
        },
      ],
    },
    why: 'a highlighter lets the words through',
  },
  {
    name: 'a FreeText annotation with a ground',
    how: 'covered',
    bad: { content: text, annotations: [{ entries: annotation('FreeText'), appearance: '1 g 0 0 100 20 re f' }] },
    twin: {
      content: text,
      annotations: [{ entries: '/Subtype /FreeText /Rect [158 600 264 620] /F 4', appearance: '1 g 0 0 100 20 re f' }],
    },
    why: 'a note in the margin',
  },
  {
    name: 'an Ink annotation with a broad pen',
    how: 'covered',
    bad: {
      content: text,
      annotations: [{ entries: annotation('Ink'), appearance: '0 G 20 w 0 10 m 50 11 l 100 10 l S' }],
    },
    twin: {
      content: text,
      annotations: [{ entries: annotation('Ink'), appearance: '0 G 1 w 0 3 m 50 4 l 100 3 l S' }],
    },
    why: 'a wavy line under the words',
  },
  {
    name: 'words in the colour of their ground',
    how: 'same-colour',
    bad: { content: `${before}0 g ${box}\n${words(secret, 160, 700)}` },
    twin: { content: `${before}0 g ${box}\n1 g ${words(secret, 160, 700)}` },
    why: 'white words on a black bar are a heading',
  },
  {
    name: 'white words on paper',
    how: 'same-colour',
    bad: { content: `${before}1 g ${words(secret, 160, 700)}` },
    twin: { content: `${before}0.8 g ${words(secret, 160, 700)}` },
    why: 'light grey can be read',
  },
  {
    name: 'a layer that is switched off',
    how: 'hidden-layer',
    bad: inLayer,
    twin: { ...inLayer, content: inLayer.content.replace('/OC /L1 BDC', '/Span BMC') },
    why: 'the same words in no layer',
    extras: layers('OFF'),
  },
  {
    name: 'words without ink where there is no scan',
    how: 'invisible',
    bad: { content: `${before}3 Tr ${words(secret, 160, 700)}` },
    twin: { content: `${image(0, 0, 612, 792)}3 Tr ${before}${words(secret, 160, 700)}` },
    why: 'the text layer of a scan',
  },
  {
    name: 'words that are wholly transparent',
    how: 'invisible',
    bad: { content: `${before}/None gs ${words(secret, 160, 700)}`, resources: multiply },
    twin: { content: `${before}/Half gs ${words(secret, 160, 700)}`, resources: multiply },
    why: 'half transparent words are pale',
  },
  {
    name: 'a white box and the scan of nothing: words without ink under a black box on a scan',
    how: 'covered',
    bad: { content: `${image(0, 0, 612, 792)}3 Tr ${text}0 g ${box}` },
    twin: { content: `1 g 0 0 612 792 re f\n3 Tr ${text}${image(0, 0, 612, 792)}` },
    why: 'a scanner writes its words first, and lays the picture over them',
  },
  {
    name: 'words clipped away',
    how: 'clipped',
    bad: { content: `${before}q 300 300 50 50 re W n ${words(secret, 160, 700)}Q` },
    twin: { content: `${before}q 158 696 110 13 re W n ${words(secret, 160, 700)}Q` },
    why: 'a clip around the words shows them',
  },
  {
    name: 'words outside the crop box',
    how: 'outside',
    bad: { content: `${words('The witness is', 72, 500)}${words(secret, 72, 700)}`, page: '/CropBox [50 400 562 600]' },
    twin: {
      content: `${words('The witness is', 72, 500)}${words(secret, 72, 450)}`,
      page: '/CropBox [50 400 562 600]',
    },
    why: 'words within it',
  },
  {
    name: 'words too small to see',
    how: 'tiny',
    bad: { content: `${before}${words(secret, 160, 700, 0.4)}` },
    twin: { content: `${before}${words(secret, 160, 700, 5)}` },
    why: 'small print',
  },
  {
    name: 'words scaled to nothing',
    how: 'tiny',
    bad: { content: `${before}q 1 0 0 0.001 0 700 cm ${words(secret, 160, 0)}Q` },
    twin: { content: `${before}q 1 0 0 0.8 0 140 cm ${words(secret, 160, 700)}Q` },
    why: 'words pressed a little',
  },
  {
    name: 'covered and written over',
    how: 'overwritten',
    bad: { content: `${text}1 g ${box}\n0 g ${words('J. D.', 162, 700)}` },
    twin: { content: `${text}1 g ${box}\n0 g ${words(secret, 160, 700)}` },
    why: 'a highlighter that paints the words over and writes them once more',
  },
];

/** Shapes that look like a redaction and are none. */
export const harmless: readonly { readonly name: string; readonly page: RawPdfPage }[] = [
  {
    name: 'the ground of a form’s field',
    page: {
      content: text,
      annotations: [{ entries: annotation('Widget', '/FT /Tx /T (name)'), appearance: '1 g 0 0 100 20 re f' }],
    },
  },
  { name: 'half transparent yellow', page: { content: `${text}/Half gs 1 1 0 rg ${box}`, resources: multiply } },
  { name: 'a white box that is clipped away', page: { content: `${text}q 300 300 50 50 re W n 1 g ${box} Q` } },
  {
    name: 'a frame with a hole over the words',
    page: { content: `${text}0 g 100 600 400 150 re 158 696 106 13 re f*` },
  },
  { name: 'a black bar between paragraphs', page: { content: `${text}0 g 72 660 468 5 re f` } },
];
