// Words that no person is called in a filing: a capitalised phrase with one of them is a court, a street, a statute, a heading.
// Shape: words in small letters. Found in the real filings' capitalised phrases; first and last names that are words as well are left out.

/** In small letters, without a possessive. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `
    i'm i’m i'll i’ll it's it’s take took well okay let let's let’s
    a about above academic access according account act action actions ad admission admissions admit admitted ads
    affairs africa african after agreement air airlines airport alabama alaska all also amended amendment america
    american amici amicus an and angeles answer answered answering any api app appeal appeals appellant appellants
    appellee apr april are arizona article as asia asian asians asked assembly associate association at attachment
    attachments attorney attorneys aug august ave avenue bank bar barbara based because before below best beverly
    billing black bldg blocks blvd board bond border boston both boulevard box brief broadway brooklyn building bureau
    business but by ca cal calif california cambridge carolina case cases caucus center central certified chair chairman chancellor
    chapter chicago chief chinese christian christmas circuit city civ civil claim clara class clause clerk clinic
    code college colorado comm commission committee common community company compl complaint confidential congress
    connecticut constitution constitutional consumer contract corp corporal corporation correct council counsel
    county court courthouse courts crim cross cross-examination cruz curiae customs dakota data date dated daubert
    day days dean dear debtor dec december decision decl declarant declaration defendant defendants defendants’
    defense defs delaware demand democrat democratic democrats denied deny dep dep't department depo deposition dept
    dep’t detective development diego direct director disclosure discovery district division dkt doc docket document
    documents does dollar drive each early east eastern ecf economist economists ed educ education eighth eleventh
    email emergency employee english entries entry equal equity esq esquire estate etc europe european ev evid
    evidence ex exactly exam examination executed executive exh exhibit exhibits expert facebook fact facts fair
    false feb february fed federal fee fees field fifth file filed final finding findings first fl floor florida
    foods for force form former fortune foundation fourteenth fourth francisco french fri friday from fund funds
    further general georgia german global good google government governor grant group grp hampshire harvard has
    hawaii he head hearing hello her here high hill him his hispanic hon honorable hospital hotel house how however
    human i id idaho if illinois immigration in inc inc. income index indian indiana indians individual information
    initial injunction insurance interest internal international internet interrogatory intervenor intervenors
    investment investments iowa is island issue it item its jan january japanese jersey jet jew jews johnny joint
    jose judge judgment judicial jul july jun june jurisdiction jury just justice kansas kentucky korean labor lane
    latino latinos law lawyers lead legal legislature letter liability lieutenant life line list litigation llc llp
    loans local london los louisiana ltd machine magistrate mail main maine major management manhattan mar march
    market maryland mass massachusetts master matter may mayor media mem member members memo memorandum mexican mich
    michigan minister minnesota minute mississippi missouri mon monday monica montana monte mot motion mr mrs ms
    municipal muslim muslims name national native nebraska nevada new ninth no north northern not notice nov
    november oakland objection objections oct october of off office officer official ohio okay oklahoma on one
    online opening opinion opp opposition or oral order orders ordinance oregon other our over overruled pacific
    page pages paragraph paris park parliament part parties parts party patent patrol pdf penal penn pennsylvania people
    performance person petition petitioner phase plaintiff plaintiffs plaintiffs’ plan plaza please pls plus point
    points policy practice president presiding press price princeton private pro procedure proceeding proceedings
    process product professor program property proposed proprietary protection provost public puerto purpose
    pursuant q question questions race racial rd re reading real reason rebuttal record records recross redacted
    redirect reference regards regulation relief rep reply report reporter reporters republican republicans request
    res resp respectfully respondent response restatement retirement revenue review revised rhode rico right rights
    road room rule rules russian sales san santa sat saturday savings says school science sciences seal sec second
    secretary section secure securities security see senior sentencing sep sept september sergeant series service
    services session settlement seventh shall she sheriff short signed sincerely sixth so social software solicitor
    south southern special sr st st. standard standing stanford stat state statement states statute stay steps stip
    stipulation store street strike student students suite sun sunday sup super superior supp support supra supreme
    surrebuttal sustained system table tax tech technologies technology tel telephone tenn tennessee tenth term
    terms test testimony texas thank thanks that the their then there therefore these they third this those thurs
    thursday thus time title to tokyo total tower trade trading transcript treasury trial trust tues tuesday twelfth
    two type under undersigned uniform union united university unless up us usa use user utah utc v valley vermont
    veterans vice video view violation virginia voir vol wages wall wash washington watch we wed wednesday week west
    western what when where whereas which while white who why will wisconsin with within without witness work world
    would writ wyoming yale year years yes york you your zip
  `
    .trim()
    .split(/\s+/),
);
