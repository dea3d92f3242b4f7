/** Words that end like a place and are none. */
const NO_PLACE =
  /^(?:[全本各该我外某此两几一每多另这那县市区乡镇旗州省]|部分|有的|所有|其他|不少|许多|整个|周边|相关|先进|试点|示范|国家|贫困|城乡|农村|山|社|校|园|地|辖|牧|林|灌|库|景|小|街|片|功能|开发|新|老|旧|特|城|库|郊|禁|盲|误|雷|禁养)*(?:县|市|区|旗|州|省|镇|乡|城市|社区|校区|园区|地区|山区|城区|灌区|库区|景区|小区|辖区|牧区|林区|片区|街区|新区|郊区|示范区|开发区|功能区|县区|城乡|乡镇|村镇|超市|股市|楼市|上市|门市|城镇)$/u;
const BEFORE =
  '(?:^|关于|[对在由为与和及到从向是经于将以至赴省市州，、。：；“”‘（()）《》〔〕\\s—\\d年月日]|同志们|以下简称)';
const COUNTY = new RegExp(
  `(?<=${BEFORE})(\\p{Script=Han}{1,5}?(?:自治县|自治旗|县|区|市|旗|自治州|州))(?!(?:域|级|直|里|内|场|民|委书|长|情|城|属|外|容|面|政|容|分))`,
  'gu',
);
const MASKED = /[xX×*＊某]{1,4}(?:县|市|区|镇|乡)/u;

/**
 * The county, district or city that a report is about: named in the title, else most often in the text; null where the
 * name is masked or there is none. Names are taken from the words around them, without a gazetteer.
 */
export function findPlace(title: string, issuer: string | null, text: string): string | null {
  const inTitle = placesIn(title)[0];
  if (inTitle) return inTitle;
  if (MASKED.test(title)) return null;
  const inIssuer = issuer && placesIn(issuer)[0];
  if (inIssuer) return inIssuer;
  const counts = new Map<string, number>();
  for (const place of placesIn(text)) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [place, count] = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'zh'))[0] ?? [null, 0];
  return place !== null && count >= 3 ? place : null;
}

const placesIn = (text: string): string[] =>
  [...text.matchAll(COUNTY)]
    .map((match) => match[1]!)
    .filter((place) => place.length >= 2 && place.length <= 7 && !NO_PLACE.test(place));
