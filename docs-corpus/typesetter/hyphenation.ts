// Where a long word may be broken at the end of a line: word -> positions, from a list of words written with their breaks.
// A list and not patterns: a specimen must never show a break that no typist would make. Unknown words are not broken.
const broken = `
ac-com-mo-date ac-count ac-counts ac-know-ledge ac-know-ledged ac-qui-si-tion ac-qui-si-tions ac-tiv-ity ad-di-tion ad-di-tional ad-min-is-tra-tive
ad-ver-tise ad-ver-tiser ad-ver-tis-ers ad-ver-tis-ing ad-ver-tise-ment ad-ver-tise-ments af-fil-i-ates agree-ment agree-ments al-le-ga-tion al-le-ga-tions al-leges al-ter-na-tive
al-ter-na-tives anti-com-pet-i-tive an-ti-trust ap-pli-ca-tion ap-pli-ca-tions ap-pro-pri-ate ar-gu-ment ar-gu-ments ar-range-ment ar-range-ments at-tach-ment at-tor-ney at-tor-neys au-thor-ity au-thor-i-ties
be-cause be-gin-ning be-hav-ior bur-den-some busi-ness cal-en-dar cat-e-gory com-mer-cial com-mit-ment com-mit-ments com-mu-ni-cate com-mu-ni-ca-tion com-mu-ni-ca-tions com-pany com-pa-nies com-pet-ing com-pe-ti-tion
com-pet-i-tive com-pet-i-tor com-pet-i-tors com-plaint com-pli-ance con-cern-ing con-di-tion con-di-tions con-fi-den-tial con-fi-den-ti-al-ity con-sid-er-a-tion con-sum-er con-sum-ers con-tent con-tin-ued
con-ver-sa-tion con-ver-sa-tions co-op-er-a-tion cor-po-rate cor-re-spond-ence cur-rent cus-to-dian cus-to-di-ans dec-la-ra-tion de-fend-ant de-fend-ants de-ny-ing de-po-si-tion de-scribed de-scribes de-scrip-tion de-vel-oper de-vel-op-ers de-vel-op-ment
dif-fer-ent dis-clo-sure dis-cov-ery dis-cus-sion dis-cus-sions dis-pute dis-trict doc-u-ment doc-u-ments ef-fec-tive elec-tronic em-ployee em-ploy-ees en-gage-ment en-ter-tain-ment es-tab-lish es-tab-lished es-ti-mate ev-i-dence ex-am-ple
ex-change ex-clu-sion-ary ex-ec-u-tive ex-ec-u-tives ex-hibit ex-hib-its ex-pen-di-ture ex-plain ex-plained ex-plains fed-eral fol-low-ing for-mer fort-nightly func-tion-ality gen-eral gov-ern-ing how-ever iden-ti-fied iden-tify im-me-di-ately
im-ple-men-ta-tion im-por-tant in-clud-ing in-di-vid-ual in-di-vid-u-als in-for-ma-tion in-ter-face in-ter-faces in-ter-nal in-ter-rog-a-tory in-ter-rog-a-to-ries in-ves-ti-ga-tion knowl-edge lim-ited lit-i-ga-tion main-tain main-tained man-age-ment mar-ket mar-kets mean-ing-ful
mes-sage mes-sages mes-sag-ing mo-nop-oly mo-nop-o-li-za-tion mo-nop-o-list nec-es-sary ne-go-ti-ate ne-go-ti-ated ne-go-ti-a-tion ne-go-ti-a-tions net-work net-works no-tice ob-jec-tion ob-jec-tions ob-li-ga-tion ob-li-ga-tions ob-tain ob-tained op-por-tu-nity op-po-si-tion or-di-nary
or-i-gi-nal par-tic-i-pate par-tic-u-lar par-tic-u-lar-ized part-ner part-ners part-ner-ship part-ner-ships per-mis-sion per-mit-ted per-son-nel plain-tiff plain-tiffs plat-form plat-forms po-si-tion pos-ses-sion pres-en-ta-tion pre-vi-ously priv-i-lege pri-vacy pro-ce-dure pro-ceed-ing pro-ceed-ings pro-duce pro-duced pro-duc-tion
pro-gram-matic pro-gram-ming pro-por-tional pro-por-tion-al-ity pro-posed pro-tec-tive pro-vide pro-vided pro-vides pro-vi-sion pro-vi-sions pub-lic pub-licly quar-terly rec-om-men-da-tion rec-om-men-da-tions re-cip-i-ent re-cip-i-ents rec-ord re-dac-tion re-dac-tions re-gard-ing re-la-tion-ship re-la-tion-ships rel-e-vance rel-e-vant
re-port-ing rep-re-sent-a-tive rep-re-sent-a-tives re-quest re-quested re-quests re-quire-ment re-quire-ments re-quired re-sponse re-spon-sive res-o-lu-tion re-stric-tion re-stric-tions rev-e-nue rev-e-nues schol-ar-ship sen-si-tive sep-a-rate serv-ice serv-ices set-tle-ment sig-nal sig-nals sig-nif-i-cant spec-i-men
stan-dard state-ment state-ments stip-u-la-tion sub-mis-sion sub-poena sub-scriber sub-scrib-ers sub-stan-tial sub-stan-tially suf-fi-cient sur-face sur-veil-lance tech-ni-cal tech-nol-ogy tes-ti-mony tes-ti-fied there-fore third-party trans-ac-tion trans-ac-tions tran-script un-der-stand un-der-stand-ing
un-rea-son-able ver-sion wit-ness wit-nesses writ-ten`;

const breaks = new Map<string, readonly string[]>(
  broken
    .trim()
    .split(/\s+/)
    .map((word) => [word.replaceAll('-', ''), word.split('-')]),
);

/**
 * Offsets at which a word may be broken with a hyphen, ascending; at least two letters stay before it and three after.
 * Punctuation around the word is allowed for (`“communications,”` breaks like `communications`).
 */
export function hyphenPositions(word: string): number[] {
  const match = /^(\W*)([A-Za-z]+)(?:[’']s?)?(\W*)$/.exec(word);
  const core = match?.[2] ?? '';
  const parts = breaks.get(core.toLowerCase());
  // Words in capitals stand in captions and headings, which typists do not break.
  if (!parts || core === core.toUpperCase()) return [];
  const lead = match?.[1]?.length ?? 0;
  const positions: number[] = [];
  let at = 0;
  for (const part of parts.slice(0, -1)) {
    at += part.length;
    if (at >= 2 && core.length - at >= 3) positions.push(lead + at);
  }
  return positions;
}
