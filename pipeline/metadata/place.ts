import type { Place } from '../model/report.ts';
import { gazetteer } from './gazetteer.ts';

const BEFORE =
  '(?:^|关于|优化|加强|推进|促进|提升|推动|深化|做好|改善|完善|[对在由为与和及到从向是经于将以至省市州，、。：；“”‘（()）《》〔〕\\s—\\-\\d年月日])';
/** A county that no gazetteer has: two or three characters and its kind, where a word may begin and end. */
const UNKNOWN = new RegExp(
  `(?<=${BEFORE})(?![年月日号])(\\p{Script=Han}{2,3}(?:县|区|市|旗))(?![域级直里内场民书长情属外容面政化区])`,
  'gu',
);
/** Characters that a place name hardly ever has, and common words that end like one. */
const NO_NAME =
  /^[年月日号]|[全本各该我外某此几每多另这那的和与及或是在有为对从到新建所个]|^(?:社|校|园|地|辖|牧|林|灌|库|景|小|街|片|功能|开发|城|郊|禁)|(?:社|校|园|地|山|城|灌|库|景|小|辖|牧|林|片|街|郊|示范|开发|功能|主产|特|治|户|灾|超|股|楼|上|直辖)[县区市]$|(?:地级|县级|贫困|试点|行政|城乡|农村|民族|自治)/u;
/** Reports about the whole country name many places and are about none. */
const NATIONAL = /中华人民共和国|国务院|全国/u;
const MASKED = /[xX×*＊某]{1,4}(?:县|市|区|镇|乡)/u;
/** What the text of a report about a county, a district or a city always names. */
const AUTHORITIES: Readonly<Record<string, RegExp>> = {
  县: /县委|县政府|全县|我县|县级/u,
  区: /(?<!自治)区委|(?<!自治)区政府|我区/u,
  市: /市委|市政府|全市|我市/u,
  旗: /旗委|旗政府|全旗/u,
};

/**
 * The place that a report is about: named in its title, else by its issuer, the meeting it was given to, its file or
 * folder, else clearly most often in its text.
 * Divisions come from the gazetteer; a county that is not in it counts where the text also names its authorities.
 * Null where names are masked or none stands out.
 */
export function findPlace(title: string, issuer: string | null, text: string, path: string): Place | null {
  if (NATIONAL.test(`${title} ${issuer ?? ''}`)) return null;
  const counts = countNames(text);
  const folders = path.split('/').reverse().join(' ').replace(/[_.-]/gu, ' ');
  for (const said of [title, issuer ?? '', meetingLine(text), folders]) {
    const named = namesIn(said)[0] ?? unknownIn(said)[0] ?? [...counts.keys()].find((name) => said.includes(name));
    if (named) return toPlace(named);
    if (MASKED.test(said)) return null;
  }
  const [first, second] = [...counts];
  if (!first || first[1] < 4 || (second && first[1] < second[1] * 3)) return null;
  return toPlace(first[0]);
}

/** How often a text names each place, most often first. */
function countNames(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of [...namesIn(text), ...unknownIn(text).filter((name) => AUTHORITIES[name.at(-1)!]!.test(text))])
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

const namesIn = (text: string): string[] =>
  mostSpecificFirst([...text.matchAll(gazetteer().pattern)].map((match) => match[0]));

const unknownIn = (said: string): string[] =>
  [...said.matchAll(UNKNOWN)].map((match) => match[1]!).filter((name) => !NO_NAME.test(name));

/** The line under a title that says before which assembly a report was given. */
const meetingLine = (text: string): string =>
  /^.{0,40}第.{1,6}届.{2,40}会议.{0,6}$/mu.exec(text.slice(0, 300))?.[0] ?? '';

/** Counties before cities before provinces; the order of the text among equals. */
function mostSpecificFirst(names: readonly string[]): string[] {
  const rank = (name: string): number => {
    const division = gazetteer().names.get(name);
    return division?.county ? 0 : division?.city ? 1 : 2;
  };
  return [...names].sort((a, b) => rank(a) - rank(b));
}

function toPlace(name: string): Place {
  const division = gazetteer().names.get(name);
  return {
    region: name,
    province: division?.province ?? null,
    city: division?.city ?? null,
    county: division?.county ?? (division ? null : name),
  };
}
