// Filters as plain data, and the one place that writes them in Meilisearch's filter language.
// In: conditions, all of which must hold. Out: an expression, or null for "everything". Values are quoted, never trusted.
import type { RangeField, ValueField } from './index-fields.ts';

/** One condition: the field has any of the values, none of them, or lies in a range (both ends included, null = open). */
export type FilterCondition =
  | { readonly field: ValueField; readonly anyOf: readonly string[] }
  | { readonly field: ValueField; readonly noneOf: readonly string[] }
  | { readonly field: RangeField; readonly from: number | null; readonly to: number | null };

/** All conditions hold. */
export type EngineFilter = readonly FilterCondition[];

/** The expression for Meilisearch; null when there is nothing to filter. */
export function filterExpression(filter: EngineFilter): string | null {
  const parts = filter.flatMap(conditionParts);
  return parts.length === 0 ? null : parts.join(' AND ');
}

function conditionParts(condition: FilterCondition): readonly string[] {
  if ('anyOf' in condition) return [`${condition.field} IN [${quoted(condition.anyOf)}]`];
  if ('noneOf' in condition) {
    return condition.noneOf.length === 0 ? [] : [`${condition.field} NOT IN [${quoted(condition.noneOf)}]`];
  }
  const { field, from, to } = condition;
  return [...(from === null ? [] : [`${field} >= ${from}`]), ...(to === null ? [] : [`${field} <= ${to}`])];
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(', ');
}
