// What the address of the Docket says: the case, the filter, what is folded out or in, whose details or which names are being edited.
// One pair, `readDocketState` and `writeDocketState`; what is at its default is left out, what is unknown falls back to it.
import { nameKinds, type NameKind } from '../../../server/contract/names.ts';
import { parametersOf, recordOf } from '../url/query-string.ts';

export const onlyChoices = ['missing', 'unread', 'redacted', 'corrected'] as const;
export type Only = (typeof onlyChoices)[number];

export interface DocketState {
  /** Null: all cases. */
  readonly caseId: string | null;
  readonly filter: string;
  /** Documents in this condition alone; null: all. */
  readonly only: Only | null;
  /** Keys of cases, families and runs that are not in the state in which they begin. */
  readonly toggled: readonly string[];
  /** The document whose details are open for editing. */
  readonly editing: string | null;
  /** The list of names that is open for editing. */
  readonly names: NameKind | null;
}

export function readDocketState(record: Readonly<Record<string, unknown>>): DocketState {
  const parameters = parametersOf(record);
  return {
    caseId: parameters.get('case') || null,
    filter: parameters.get('q') ?? '',
    only: onlyChoices.find((each) => each === parameters.get('only')) ?? null,
    toggled: [...new Set(parameters.getAll('fold'))],
    editing: parameters.get('edit') || null,
    names: nameKinds.find((each) => each === parameters.get('names')) ?? null,
  };
}

export function writeDocketState({
  caseId,
  filter,
  only,
  toggled,
  editing,
  names,
}: DocketState): Record<string, string | string[]> {
  const parameters = new URLSearchParams();
  if (caseId !== null) parameters.set('case', caseId);
  if (filter !== '') parameters.set('q', filter);
  if (only !== null) parameters.set('only', only);
  for (const key of toggled) parameters.append('fold', key);
  if (editing !== null) parameters.set('edit', editing);
  if (names !== null) parameters.set('names', names);
  return recordOf(parameters);
}

/** The keys with one more, or one less. */
export function toggle(toggled: readonly string[], key: string): readonly string[] {
  return toggled.includes(key) ? toggled.filter((each) => each !== key) : [...toggled, key];
}
