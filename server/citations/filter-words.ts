// Filters as people read them: `f.type=order&filedFrom=2024-01-01` → `type: order; filed from 2024-01-01`.
// In: filters as an address writes them. Out: one line. What it does not know it shows as it is written.

/** One line; `none` without filters. */
export function filterWords(written: string): string {
  const chosen = Map.groupBy(new URLSearchParams(written), ([name]) => name);
  const parts = [...chosen].map(([name, pairs]) => {
    const values = pairs.map(([, value]) => value).join(' or ');
    const [, sign, facet] = /^(f|not)\.(.+)$/.exec(name) ?? [];
    if (sign !== undefined && facet !== undefined) return `${sign === 'not' ? 'not ' : ''}${facet}: ${values}`;
    if (name === 'filedFrom') return `filed from ${values}`;
    return name === 'filedTo' ? `filed until ${values}` : `${name}: ${values}`;
  });
  return parts.join('; ') || 'none';
}
