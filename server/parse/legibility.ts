// Whether the letters of a page are the letters that are seen: a font without a map, or with a wrong one, gives nonsense.
// Shape in: body text of a page → shape out: true when it must be recognised from its picture. Source: DOMAIN §5, scans.
// In doubt the text is legible: a table, a list of names or another language is none of this.

/** Words that no page of English prose does without. */
const common =
  /(?<![\p{L}\p{N}])(?:the|of|and|to|in|for|that|is|on|by|with|as|or|was|be|not|from|at|this|it)(?![\p{L}\p{N}])/giu;
/** Fewer words tell nothing. */
const fewestWords = 12;
/** Shares of the words. */
const limits = { common: 0.05, strange: 0.15 };

/** Whether most of a page's text is nonsense. */
export function isGarbled(body: string): boolean {
  const unmapped = body.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  if (unmapped > 20 && unmapped > 0.3 * body.length) return true;
  if (isSymbols(body)) return true;
  const words = body.split(/\s+/).filter((word) => word.length >= 3 && /\p{L}/u.test(word));
  if (words.length < fewestWords) return false;
  if ((body.match(common)?.length ?? 0) >= limits.common * words.length) return false;
  return words.filter(isStrange).length >= limits.strange * words.length;
}

/** Letters shifted to signs: `8,*,0<,+ (50,3A9`. Dot leaders, rules and figures are not counted. */
function isSymbols(body: string): boolean {
  const printed = body.replace(/[\s._–—·~|=•-]+/g, '');
  const signs = printed.match(/[^\p{L}\p{N}$%()'’“”"/§¶•]/gu)?.length ?? 0;
  return printed.length >= 80 && signs > 0.3 * printed.length;
}

/** No word of any language: `7LWOH`, `H[LVWLQJ`, `&RUQLVK`, four capitals and more without a vowel, `WĂŐĞ`. */
function isStrange(word: string): boolean {
  const bare = word.replace(/^[("“‘'[]+|[)"”’'\].,;:?!]+$/g, '');
  if (/[@/]|www/i.test(bare)) return false;
  return (
    /\p{L}[!"#$%*+<=>?\\^`{|}~±²³´µ¶¿×]\p{L}|^[!"#$%&*+,\-.<=>?@\\^_`{|}~\d]\p{Lu}{3,}|\p{Lu}[[\];]\p{Lu}/u.test(
      bare,
    ) ||
    (/^[A-Z]{4,}$/.test(bare) && !/[AEIOUY]/.test(bare)) ||
    (bare.match(/[\u0100-\u024f]/g)?.length ?? 0) * 2 > bare.length
  );
}
