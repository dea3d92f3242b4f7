import { BEGINNINGS } from './starts.ts';

/** Characters that the grammar reads as others: two strings of one length, a written character over what it is read as. */
export const READ_AS: readonly (readonly [string, string])[] = [
  ['萬億兩幾數餘貳點', '万亿两几数余贰点'],
  ['個噸畝圓項歲戶隻條處張輛臺棟間類種頭顆縣鎮鄉區國職員', '个吨亩元项岁户只条处张辆台栋间类种头颗县镇乡区国职员'],
  ['約過達於劃強從後來時週長減顯內爲為擔開關實現產業較遞', '约过达于划强从后来时周长减显内为为担开关实现产业较递'],
  ['廠場學門級層資龍團聯與屆舊總礦鋼鐵機應當對總漲縮', '厂场学门级层资龙团联与届旧总矿钢铁机应当对总涨缩'],
  ['計劃預單這該還將進給費財糧電車農會議擴動變', '计划预单这该还将进给费财粮电车农会议扩动变'],
  ['裏裡連續斷滿標準僅佔結構儲備額價貨幣貿務麼們', '里里连续断满标准仅占结构储备额价货币贸务么们'],
  ['－—–―‐～〜∼˜', '---------'],
  ['∶：﹕％﹪•‧・∙○◯', ':::%%····〇〇'],
  ['\u3000\u00a0\t', '   '],
];

/** Stands beside what a character is read as where a quantity may begin with it. */
const BEGINS = 0x10000;
const TABLE = buildTable();

/**
 * The text as the grammar reads it: half-width digits and signs, one form of each numeral and unit, one dash. It has
 * the length of `text`, so that offsets in the one are offsets in the other. `places` are those of all characters with
 * which quantities may begin, in order; `next` is the first that no reader has passed yet.
 */
export interface Shadow {
  readonly text: string;
  readonly places: readonly number[];
  next: number;
}

/** Reads the shadow of a text and where quantities may begin in it, in one pass. */
export function readShadow(text: string): Shadow {
  const bytes = Buffer.allocUnsafeSlow(2 * text.length);
  bytes.write(text, 'utf16le');
  const places = readAs(new Uint16Array(bytes.buffer, bytes.byteOffset, text.length));
  return { text: bytes.toString('utf16le'), places, next: 0 };
}

export const shadowOf = (text: string): string => readShadow(text).text;

/** Apart from its caller, so that the engine compiles the loop once. */
function readAs(units: Uint16Array): number[] {
  const places: number[] = [];
  for (let i = 0; i < units.length; i++) {
    const read = TABLE[units[i]!]!;
    units[i] = read;
    if (read >= BEGINS) places.push(i);
  }
  return places;
}

function buildTable(): Uint32Array {
  const table = Uint32Array.from({ length: 0x10000 }, (_, code) =>
    code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code,
  );
  for (const [written, read] of READ_AS) {
    for (let i = 0; i < written.length; i++) table[written.charCodeAt(i)] = read.charCodeAt(i);
  }
  return table.map((code) => (BEGINNINGS.includes(String.fromCharCode(code)) ? code | BEGINS : code));
}
