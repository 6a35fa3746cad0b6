// Where sentences begin in legal prose: `Fed. R. Civ. P. 26(b)`, `Klein v. Meta`, `No. 3:20-cv`, `U.S.C. § 2` do not end one.
// In: derived text. Out: offsets of sentence starts, the first always 0. Errs towards longer sentences: a cut inside one is worse.

const abbreviations = new Set(
  (
    'v vs no nos id ibid inc corp co ltd llc llp lp cir ct fed r civ p evid crim app supp cal n.d s.d e.d w.d c.d d u.s.c u.s ' +
    's.ct l.ed f.2d f.3d f.supp c.f.r ex exs decl dep tr br mem opp mot dkt ecf doc docs pp p para paras ¶ § §§ art sec ch vol ' +
    'mr mrs ms dr prof hon jr sr st jan feb mar apr aug sept sep oct nov dec a.m p.m i.e e.g cf et al viz approx dept ' +
    'gov gen rev stat ann assn bros comp interrog compl stip resp hr hrg pls defs def pl pltf att atty esq'
  ).split(' '),
);

/** A full stop, question or exclamation mark with closing quotes or brackets and a note mark, then space, then an opening. */
const boundary = /[.?!]["”’')\]]*(?:\d{1,2})?\s+(?=["“‘'([]*[\p{Lu}\d§¶])/gu;

/** Offsets at which sentences begin. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(boundary)) {
    const stop = match.index;
    if (text[stop] === '.' && endsAbbreviation(text, stop)) continue;
    if (isInBrackets(text.slice(starts.at(-1) ?? 0, stop))) continue;
    starts.push(stop + match[0].length);
  }
  return starts;
}

/** Citations stand in brackets and are full of stops; a bracket that stays open for long was a misprint. */
function isInBrackets(text: string): boolean {
  const open = text.lastIndexOf('(');
  return open > text.lastIndexOf(')') && text.length - open < 300;
}

function endsAbbreviation(text: string, stop: number): boolean {
  const word = /[\p{L}§¶.]+$/u.exec(text.slice(Math.max(0, stop - 24), stop))?.[0] ?? '';
  // Initials (`J. Doe`), and numbered heads (`A. The Inbox API`) alike.
  if (/^\p{Lu}$/u.test(word) || /\.\p{Lu}$/u.test(word)) return true;
  // `No. 3` is a number, `“No.” She left` an answer.
  if (/^nos?$/i.test(word)) return /^\.\s*\d/.test(text.slice(stop));
  return abbreviations.has(word.toLowerCase());
}
