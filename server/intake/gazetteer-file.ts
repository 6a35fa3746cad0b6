// The gazetteer of a corpus folder: names of people, organizations and products with their other spellings.
// In: JSON text. Out: a Gazetteer. Refuses (`bad-sidecar`) another shape, naming the place in it.
import { z } from 'zod';
import { messageOf, PinciteError } from '../contract/errors.ts';
import type { Gazetteer } from '../contract/filing.ts';

const names = z
  .array(z.object({ name: z.string().trim().min(1), aliases: z.array(z.string().trim().min(1)).default([]) }))
  .default([]);
const gazetteerSchema = z.object({ people: names, organizations: names, products: names });

/** Reads a `gazetteer.json`; `path` is what messages call it. */
export function readGazetteer(json: string, path: string): Gazetteer {
  try {
    const read = gazetteerSchema.safeParse(JSON.parse(json.replace(/^\uFEFF/, '')));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new PinciteError(
      'bad-sidecar',
      `at ${issue?.path.join('.') ?? 'its top'}, ${issue?.message ?? 'something is wrong'}`,
    );
  } catch (error) {
    throw new PinciteError(
      'bad-sidecar',
      `${path} is no gazetteer: ${messageOf(error)}. Without it no people, organizations and products are marked.`,
      { cause: error },
    );
  }
}

/** Several folders' gazetteers as one: the same name gathers the aliases of all. */
export function joinGazetteers(gazetteers: readonly Gazetteer[]): Gazetteer {
  const join = (kind: keyof Gazetteer): Gazetteer[typeof kind] => {
    const byName = new Map<string, Set<string>>();
    for (const { name, aliases } of gazetteers.flatMap((each) => each[kind])) {
      byName.set(name, new Set([...(byName.get(name) ?? []), ...aliases]));
    }
    return [...byName].map(([name, aliases]) => ({ name, aliases: [...aliases] }));
  };
  return { people: join('people'), organizations: join('organizations'), products: join('products') };
}
