// A picture of a page by whoever can draw here.
import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePdf, put } from '../parse/make-pdf.ts';
import { drawPage } from './page-picture.ts';

test('a page is drawn as PNG, or it says that nobody can; a page that is not there has no picture', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pincite-picture-'));
  const path = join(folder, 'one.pdf');
  const bytes = await makePdf((document) => {
    document.addPage();
    put(document, 'One page', 72, 100);
  });
  writeFileSync(path, bytes);
  try {
    const { png, by } = await drawPage(path, 1, 0.5);
    expect(by).toMatch(/^(?:pdf\.js|pdftoppm|nobody)/);
    expect(png === null).toBe(by.startsWith('nobody'));
    // PNG's signature, and the width at half size: 612 / 2.
    if (png !== null)
      expect([png[1], png[2], png[3], (png[18] ?? 0) * 256 + (png[19] ?? 0)]).toEqual([80, 78, 71, 306]);
    const none = await drawPage(path, 9, 0.5);
    expect(none.png).toBeNull();
    expect(none.by).toMatch(/^nobody/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
