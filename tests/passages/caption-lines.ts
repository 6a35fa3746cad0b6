// A caption as N.D. Cal. papers print it, row by row as the parser hands it over.
import type { SetLine } from './page-maker.ts';

export const captionLines: readonly SetLine[] = [
  { text: 'COUNSEL FOR PLAINTIFFS (State Bar No. 000000)', end: 318 },
  { text: 'UNITED STATES DISTRICT COURT', x: 222 },
  { text: 'NORTHERN DISTRICT OF CALIFORNIA', x: 209 },
  { text: 'SAN FRANCISCO DIVISION', x: 245 },
  { text: 'MAXINE ROE, individually and on behalf of all )', end: 318 },
  { text: 'Case No. 3:20-cv-08570-JD', x: 322 },
  { text: 'others similarly situated, )', end: 318 },
  { text: 'PLAINTIFFS’ OPPOSITION TO', x: 322 },
  { text: 'Plaintiffs, )', end: 318 },
  { text: 'MOTION TO SEAL', x: 322 },
  { text: 'v. )', end: 318 },
  { text: 'Date: April 22, 2024', x: 322 },
  { text: 'EXAMPLE PLATFORMS, INC., )', end: 318 },
  { text: 'Judge: Hon. Jane Q. Public', x: 322 },
  { text: 'Defendant. )', end: 318 },
];
