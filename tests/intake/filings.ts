// Files for the tests of intake: bytes that pass for a PDF, and folders that go away again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Intake looks at the header only; `content` makes the bytes differ. */
export function pdfBytes(content: string): Buffer {
  return Buffer.from(`%PDF-1.7\n% ${content}\n%%EOF\n`);
}

export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'pincite-intake-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
