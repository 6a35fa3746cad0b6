// The query string as a plain record and back, the form in which the router keeps it: `?f.type=order&f.type=notice` ↔
// `{ 'f.type': ['order', 'notice'] }`. Every value is text; nothing is guessed (the router's own codec would turn `735` into a number).

/** Keys with one value or, when repeated, several in their order. */
export type QueryRecord = Readonly<Record<string, string | readonly string[]>>;

/** Reads a query string, with or without its question mark. */
export function parseQuery(text: string): Record<string, string | string[]> {
  const record = new Map<string, string | string[]>();
  for (const [key, value] of new URLSearchParams(text)) {
    const known = record.get(key);
    if (known === undefined) record.set(key, value);
    else if (typeof known === 'string') record.set(key, [known, value]);
    else known.push(value);
  }
  return Object.fromEntries(record);
}

/** The record as parameters, in the order of its keys. */
export function parametersOf(record: Readonly<Record<string, unknown>>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(record)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (typeof each === 'string') parameters.append(key, each);
      else if (typeof each === 'number') parameters.append(key, String(each));
    }
  }
  return parameters;
}

/** Writes a query string with its question mark, or nothing for an empty record; colons and commas stay readable. */
export function stringifyQuery(record: Readonly<Record<string, unknown>>): string {
  const text = parametersOf(record).toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** Parameters as a record. */
export function recordOf(parameters: URLSearchParams): Record<string, string | string[]> {
  return parseQuery(parameters.toString());
}
