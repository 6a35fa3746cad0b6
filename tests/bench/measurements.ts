// What a bench run collects: a row per figure, with its target, printed as a Markdown table and kept in `bench-results/`.
// In: figures as they are measured. Out: the table; a missed target says so, nothing fails because of it (machines are noisy).
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** One figure; `target` is null where it is only reported. */
export interface Figure {
  readonly name: string;
  /** NaN where it could not be measured; the note says why. */
  readonly value: number;
  readonly unit: string;
  readonly target: { readonly atMost: number } | { readonly atLeast: number } | null;
  readonly note?: string;
}

/** A row for what could not be measured, with the reason. */
export function notMeasured(name: string, unit: string, target: Figure['target'], why: string): Figure {
  return { name, value: Number.NaN, unit, target, note: why };
}

/** True when the figure meets its target; null without a target, and without a figure. */
export function isMet({ value, target }: Figure): boolean | null {
  if (target === null || !Number.isFinite(value)) return null;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

/** The value below which the share `part` (0–1) of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** The table as Markdown. */
export function tableOf(figures: readonly Figure[], machine: string): string {
  const rows = figures.map((figure) => {
    const { name, value, unit, target, note = '' } = figure;
    const wanted = target === null ? '–' : 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
    const met = isMet(figure);
    const verdict = met === null ? '' : met ? 'met' : '**missed**';
    const measured = Number.isFinite(value) ? `${rounded(value)} ${unit}`.trim() : '**not measured**';
    return `| ${name} | ${measured} | ${wanted} | ${verdict} | ${cell(note)} |`;
  });
  return [machine, '', '| figure | measured | target | | note |', '|---|---|---|---|---|', ...rows, ''].join('\n');
}

/** Writes the table to the terminal and to `bench-results/`. `load`: of the machine when the run began; others' work spoils figures. */
export function report(
  root: string,
  figures: readonly Figure[],
  { now, load }: { readonly now: Date; readonly load: number },
): void {
  const [processor] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const machine =
    `Measured ${now.toISOString()} on ${cpus().length} × ${processor?.model ?? 'unknown'}, ${memory}, Node ${process.version}. ` +
    `Load before the run: ${load.toFixed(1)}.`;
  const table = tableOf(figures, machine);
  const folder = join(root, 'bench-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${now.toISOString().replace(/[:.]/g, '-')}.md`), table);
  process.stdout.write(`\n${table}`);
}

function rounded(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
}

/** Text that stays in its cell. */
function cell(text: string): string {
  return text
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
