// Writes to the clipboard in both forms, so that pasting into a word processor keeps italics: a promise of the text in → the plain text out.
// Rejects when the browser refuses (no permission, no focus); the caller says so.
import type { ClipboardText } from './clipboard-text.ts';

/** The part of the browser that is needed. */
export interface ClipboardPort {
  readonly write: (items: ClipboardItem[]) => Promise<void>;
}

/**
 * The text may still be on its way: the browser takes promises, and so the press of the button still counts as the permission
 * when the answer arrives.
 */
export async function copyText(text: Promise<ClipboardText>, clipboard: ClipboardPort): Promise<string> {
  const blobOf = (type: string, part: keyof ClipboardText) => text.then((made) => new Blob([made[part]], { type }));
  await clipboard.write([
    new ClipboardItem({ 'text/plain': blobOf('text/plain', 'plain'), 'text/html': blobOf('text/html', 'html') }),
  ]);
  return (await text).plain;
}
