// What a file says about itself beside its pages can repeat what was hidden on them: bookmarks are made from headings, titles from
// first lines. In: the file's information and its pages → out: the same, without entries that say a word that no page shows.
// Only for files with bad redactions: elsewhere a title in other words than the page's is nobody's secret.
import type { FileInfo } from '../contract/page.ts';
import type { PageDraft } from './page-draft.ts';

/** Leaves out what says more than the pages do. */
export function withoutUnseenWords(
  info: FileInfo,
  pages: readonly Pick<PageDraft, 'fragments' | 'asides' | 'redactions'>[],
): FileInfo {
  if (!pages.some(({ redactions }) => redactions.some(({ bad }) => bad))) return info;
  const seen = new Set<string>();
  for (const { fragments, asides } of pages)
    for (const { text } of [...fragments, ...asides]) for (const word of wordsOf(text)) seen.add(word);
  const isSeen = (text: string): boolean => wordsOf(text).every((word) => seen.has(word));
  const kept = (text: string | null): string | null => (text !== null && isSeen(text) ? text : null);
  return {
    ...info,
    title: kept(info.title),
    author: kept(info.author),
    outline: info.outline.filter(({ title }) => isSeen(title)),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
