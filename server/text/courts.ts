// The federal courts: PACER's id, the abbreviation of Bluebook table T1, and the name as a caption prints it.
// In: an id or the words of a caption. Out: the court; null when it is not in the table, never a guess.

/** A court. */
export interface Court {
  /** PACER's id: `cand`. */
  readonly id: string;
  /** `N.D. Cal.` */
  readonly abbreviation: string;
  /** `Northern District of California` */
  readonly name: string;
}

/** States with their T10 abbreviations and PACER's two letters; the letters after the name are its districts. */
const states =
  'al Ala. Alabama nms|ak Alaska Alaska -|az Ariz. Arizona -|ar Ark. Arkansas ew|ca Cal. California ncse|co Colo. Colorado -|' +
  'ct Conn. Connecticut -|de Del. Delaware -|dc D.C. Columbia -|fl Fla. Florida nms|ga Ga. Georgia nms|hi Haw. Hawaii -|' +
  'id Idaho Idaho -|il Ill. Illinois ncs|in Ind. Indiana ns|ia Iowa Iowa ns|ks Kan. Kansas -|ky Ky. Kentucky ew|' +
  'la La. Louisiana ewm|me Me. Maine -|md Md. Maryland -|ma Mass. Massachusetts -|mi Mich. Michigan ew|mn Minn. Minnesota -|' +
  'ms Miss. Mississippi ns|mo Mo. Missouri ew|mt Mont. Montana -|ne Neb. Nebraska -|nv Nev. Nevada -|' +
  'nh N.H. New_Hampshire -|nj N.J. New_Jersey -|nm N.M. New_Mexico -|ny N.Y. New_York nsew|nc N.C. North_Carolina emw|' +
  'nd N.D. North_Dakota -|oh Ohio Ohio ns|ok Okla. Oklahoma new|or Or. Oregon -|pa Pa. Pennsylvania emw|pr P.R. Puerto_Rico -|' +
  'ri R.I. Rhode_Island -|sc S.C. South_Carolina -|sd S.D. South_Dakota -|tn Tenn. Tennessee emw|tx Tex. Texas nsew|' +
  'ut Utah Utah -|vt Vt. Vermont -|va Va. Virginia ew|wa Wash. Washington ew|wv W._Va. West_Virginia ns|' +
  'wi Wis. Wisconsin ew|wy Wyo. Wyoming -|gu Guam Guam -|vi V.I. Virgin_Islands -';

const directions: Record<string, readonly [string, string]> = {
  n: ['N.D.', 'Northern'],
  s: ['S.D.', 'Southern'],
  e: ['E.D.', 'Eastern'],
  w: ['W.D.', 'Western'],
  m: ['M.D.', 'Middle'],
  c: ['C.D.', 'Central'],
};

const ordinals =
  '1st First|2d Second|3d Third|4th Fourth|5th Fifth|6th Sixth|7th Seventh|8th Eighth|9th Ninth|10th Tenth|11th Eleventh';

function districts(): Court[] {
  return states.split('|').flatMap((row) => {
    const [letters = '', short = '', long = '', parts = '-'] = row.split(' ');
    const [abbreviation, name] = [short.replaceAll('_', ' '), long.replaceAll('_', ' ')];
    return parts.split('').map((part): Court => {
      const direction = directions[part];
      if (direction === undefined) {
        return {
          id: `${letters}d`,
          abbreviation: letters === 'dc' ? 'D.D.C.' : `D. ${abbreviation}`,
          name: `District of ${name}`,
        };
      }
      // Initials stand close (S.D.N.Y.), longer abbreviations apart (N.D. Cal.): Bluebook rule 6.1(a).
      const gap = /^(?:[A-Z]\.)+$/.test(abbreviation) ? '' : ' ';
      return {
        id: `${letters}${part}d`,
        abbreviation: `${direction[0]}${gap}${abbreviation}`,
        name: `${direction[1]} District of ${name}`,
      };
    });
  });
}

function bankruptcyCourts(): Court[] {
  return districts().map(({ id, abbreviation, name }) => ({
    id: `${id.slice(0, -1)}b`,
    abbreviation: `Bankr. ${abbreviation}`,
    name: `Bankruptcy Court, ${name}`,
  }));
}

function circuits(): Court[] {
  const numbered = ordinals.split('|').map((row, at): Court => {
    const [short = '', long = ''] = row.split(' ');
    return { id: `ca${at + 1}`, abbreviation: `${short} Cir.`, name: `${long} Circuit` };
  });
  return [
    ...numbered,
    { id: 'cadc', abbreviation: 'D.C. Cir.', name: 'District of Columbia Circuit' },
    { id: 'cafc', abbreviation: 'Fed. Cir.', name: 'Federal Circuit' },
  ];
}

const district = districts();
const circuit = circuits();
const byId = new Map([...district, ...circuit, ...bankruptcyCourts()].map((court) => [court.id, court]));

/** The court with this id; some downloads write `canb` and `candb` for the same bankruptcy court. */
export function courtOf(id: string): Court | null {
  const key = id.toLowerCase();
  return byId.get(key) ?? byId.get(key.replace(/db$/, 'b')) ?? null;
}

/** The district court or court of appeals that a caption names; null unless exactly one does. */
export function courtNamedIn(text: string): Court | null {
  const words = text.replaceAll(/\s+/g, ' ').toLowerCase();
  const named = [
    ...district.filter(({ name }) => words.includes(`district court for the ${name.toLowerCase()}`)),
    ...district.filter(({ name }) => words.includes(`district court ${name.toLowerCase()}`)),
    ...circuit.filter(({ name }) => words.includes(`court of appeals for the ${name.toLowerCase()}`)),
    ...circuit.filter(({ name }) => words.includes(`court of appeals ${name.toLowerCase()}`)),
  ];
  const ids = new Set(named.map(({ id }) => id));
  return ids.size === 1 ? (named[0] ?? null) : null;
}
