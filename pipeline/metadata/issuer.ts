import { numberingOf } from '../text/numbering.ts';

const BODY =
  /^(?:中共|中国)?[\p{Script=Han}xX×*（）()]{2,28}(?:委员会|人民政府|政府办公室|办公室|办公厅|常委会|政协|人大|法院|检察院|委|局|厅|部|组|处|科|站|所|中心|院|校|党校|大学|公司|联合会|协会|调研组|课题组|工作组|镇政府|乡政府|街道办事处|研究室|国务院)$/u;
const DATE = /^[（(\s]*(?:\d{4}|[二〇○零ＯO一三四五六七八九十]{4}|[xX×*]{2,4})\s*年/u;

/**
 * The body that signs a report: the line beside the date at its end, in its title, or on a line of that kind under it; null where
 * nobody signs.
 */
export function findIssuer(text: string, titleEnd: number, title = ''): string | null {
  const head = bareLines(text.slice(titleEnd, titleEnd + 1000)).slice(0, 3);
  const tail = bareLines(text.slice(Math.max(titleEnd, text.length - 1000))).slice(-4);
  const date = tail.findIndex((line) => DATE.test(line) && line.length <= 20);
  const beside = date >= 0 ? [tail[date - 1], tail[date + 1]] : [tail.at(-1)];
  const signed = beside.find((line) => line !== undefined && isBody(line));
  const together = tail
    .map((line) => /^(.{3,28}?)(?:\d{4}|[xX×*]{4})年\d{1,2}月/u.exec(line)?.[1])
    .find((line) => line !== undefined && isBody(line));
  return signed ?? together ?? bodyOfTitle(title) ?? head.find(isBody) ?? speaker(head);
}

const bareLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ''))
    .filter(Boolean);

const isBody = (line: string): boolean =>
  line.length <= 30 && BODY.test(line) && !/关于|转发|批转|印发|致/u.test(line) && numberingOf(line) === null;

/** “××办公厅关于…的通知”: who speaks of the matter. */
function bodyOfTitle(title: string): string | null {
  const body = /^(.{3,24}?)(?:关于|转发|批转|印发)/u.exec(title)?.[1];
  return body !== undefined && isBody(body) ? body : null;
}

/** “××区人民政府区长 某某”: who speaks stands for the body. */
const speaker = (head: readonly string[]): string | null =>
  head
    .map(
      (line) => /^(\p{Script=Han}{2,16}(?:人民政府|委员会|常委会))(?:区长|县长|市长|省长|镇长|主任)/u.exec(line)?.[1],
    )
    .find((body) => body !== undefined) ?? null;
