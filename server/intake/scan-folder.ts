// Lists the PDFs and sidecars of a folder and the folders in it, in the order of their names.
// In: a path. Out: files and sidecars; folders that cannot be read are reported and passed over, a missing top one is refused.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, PinciteError } from '../contract/errors.ts';

/**
 * Sidecars stand beside the files they describe, most trusted first. The long names are those of RECAP's archive; its XML is not
 * read, but whoever put it there is told so.
 */
const sidecarForms = [
  /^docket\.json$/,
  /^docket\.csv$/,
  /^gov\.uscourts\.[a-z0-9]+\.\d+\.docket\.json$/,
  /^(?:gov\.uscourts\.[a-z0-9]+\.\d+\.)?docket\.xml$/,
] as const;
export const gazetteerName = 'gazetteer.json';

/** One folder of the tree. */
export interface ScannedFolder {
  readonly path: string;
  /** Names of PDFs. */
  readonly pdfs: readonly string[];
  /** Names of sidecars, most trusted first. */
  readonly sidecars: readonly string[];
  readonly hasGazetteer: boolean;
}

/** Walks `top`. Rejects with `unreadable-folder` when `top` itself cannot be read; `onUnreadable` hears of others. */
export async function scanFolder(
  top: string,
  onUnreadable: (message: string) => void,
): Promise<readonly ScannedFolder[]> {
  const folders: ScannedFolder[] = [];
  const walk = async (path: string): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
    const visible = names.filter((name) => !name.startsWith('.'));
    folders.push({
      path,
      pdfs: visible.filter((name) => /\.pdf$/i.test(name)),
      sidecars: sidecarForms.flatMap((form) => visible.filter((name) => form.test(name))),
      hasGazetteer: visible.includes(gazetteerName),
    });
    for (const entry of entries) {
      // Links to folders are not followed: they may lead in a circle.
      if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const below = join(path, entry.name);
      await walk(below).catch((error: unknown) => {
        onUnreadable(`The folder ${below} cannot be read (${messageOf(error)}); the other folders are.`);
      });
    }
  };
  try {
    await walk(top);
  } catch (error) {
    throw new PinciteError(
      'unreadable-folder',
      `The folder ${top} cannot be read (${messageOf(error)}). Name another with --corpus, or check its rights.`,
      { cause: error },
    );
  }
  return folders;
}
