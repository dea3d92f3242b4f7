import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSAL_CUES } from '../../pipeline/pairs/cues.ts';
import { findPairs } from '../../pipeline/pairs/pairs.ts';
import { labelled } from '../points/document.ts';

/** Pairs of one sentence as `cause ⇒ effect`. */
function pairs(sentence: string): string[] {
  const document = labelled([sentence]);
  const cut = ({ start, end }: { start: number; end: number }) => document.report.text.slice(start, end);
  return findPairs(document).map(({ cause, effect }) => `${cut(cause)} ⇒ ${cut(effect)}`);
}

describe.each(CAUSAL_CUES)('cue $id', ({ pattern, yes, no }) => {
  test.each(yes)('meets %s', (words) => expect(words).toMatch(pattern));
  test.each(no)('leaves %s', (words) => expect(words).not.toMatch(pattern));
});

test.each([
  // The cause first
  ['C|由于车辆老旧，导致途中抛锚频发。', '车辆老旧 ⇒ 途中抛锚频发'],
  ['C|线路多年没有调整，致使新区居民无车可乘。', '线路多年没有调整 ⇒ 新区居民无车可乘'],
  ['P|因司机不够，早班只好停开两趟。', '司机不够 ⇒ 早班只好停开两趟'],
  ['P|有三条线路因亏损而停运。', '亏损 ⇒ 停运'],
  ['C|受票价限制，公司无力换新车。', '票价 ⇒ 公司无力换新车'],
  ['C|受气候和地形的双重影响，山区线路常常中断。', '气候和地形 ⇒ 山区线路常常中断'],
  ['C|碍于情面，站长不愿扣分。', '情面 ⇒ 站长不愿扣分'],
  ['C|各家各管一段，因而换乘没有人管。', '各家各管一段 ⇒ 换乘没有人管'],
  ['C|站牌无人更新，乘客因此常常等错车。', '站牌无人更新 ⇒ 乘客因此常常等错车'],
  ['C|信息不对称造成空驶率居高不下。', '信息不对称 ⇒ 空驶率居高不下'],
  ['C|早出晚归让年轻人望而却步。', '早出晚归 ⇒ 年轻人望而却步'],
  ['C|由于票价低，加上补贴少，公司连年亏损。', '票价低，加上补贴少 ⇒ 公司连年亏损'],
  // Several reasons before one effect
  [
    'C|票价多年没有动过，补贴一年比一年少，加上油价上涨，导致公司连年亏损。',
    '补贴一年比一年少，加上油价上涨 ⇒ 公司连年亏损',
  ],
  [
    'C|票价偏低，线路过长，补贴迟迟不到，凡此种种，造成公司连年亏损。',
    '票价偏低，线路过长，补贴迟迟不到，凡此种种 ⇒ 公司连年亏损',
  ],
  ['C|由于票价过低，线路过长，补贴标准不合理，因而容易造成公司亏损。', '票价过低，线路过长，补贴标准不合理 ⇒ 公司亏损'],
  // What is said of the reason is its effect, not another reason
  ['C|由于受到油价的制约，不可能大幅度增加夜班的班次。', '受到油价的制约 ⇒ 不可能大幅度增加夜班的班次'],
  [
    'C|由于公司调整了部分线路的班次，下半年各线的客流，都以新班次统计。',
    '公司调整了部分线路的班次 ⇒ 下半年各线的客流，都以新班次统计',
  ],
  ['P|站台积水给乘客造成不便，必须引起重视。', '站台积水 ⇒ 不便'],
  ['C|线路是围着老城画的，这常常导致新区无车可乘。', '线路是围着老城画的 ⇒ 新区无车可乘'],
  // The effect first
  ['C|司机流失，根源在于收入太低。', '收入太低 ⇒ 司机流失'],
  ['C|之所以晚点，是因为路口太多。', '路口太多 ⇒ 晚点'],
  ['C|乘客减少的主因是等车太久。', '等车太久 ⇒ 乘客减少'],
  ['C|大家不愿乘车，因为班次太少。', '班次太少 ⇒ 大家不愿乘车'],
  // The effect named
  ['C|车队没有备用车，是晚点的重要原因。', '车队没有备用车 ⇒ 晚点'],
  ['C|三家各排各的班次，换乘不便的根子就在这里。', '三家各排各的班次 ⇒ 换乘不便'],
  ['C|换乘不便是多年各自为政的结果。', '多年各自为政 ⇒ 换乘不便'],
  // Whole spans
  ['P|因为车况太差，如果不换新车，就不能准点。', '车况太差 ⇒ 如果不换新车，就不能准点'],
  ['P|司机短缺，再一次造成晚班停开。', '司机短缺 ⇒ 晚班停开'],
  ['C|乘客减少，但从根本上来说，是多年各自为政的结果。', '多年各自为政 ⇒ 乘客减少'],
  ['P|绕行造成大多数乘客误点。', '绕行 ⇒ 大多数乘客误点'],
  ['C|线路是照搬的，也没有人核对，导致站名错了三处。', '线路是照搬的，也没有人核对 ⇒ 站名错了三处'],
  ['C|夜班改造由于资金不足得不到落实。', '资金不足 ⇒ 得不到落实'],
  ['P|由于修路，在去年的这一年，全线客流只有三万。', '修路 ⇒ 在去年的这一年，全线客流只有三万'],
  ['C|由于站距短，红灯多，全程要两个钟头。', '站距短，红灯多 ⇒ 全程要两个钟头'],
  ['P|因连年亏损而停运的企业，要限期整改。', '连年亏损 ⇒ 停运'],
  ['C|车况差，这就在客观上造成了乘客流失。', '车况差 ⇒ 乘客流失'],
])('%s', (sentence, pair) => expect(pairs(sentence)).toEqual([pair]));

test.each([
  'M|要采取措施，防止造成新的拥堵。',
  'M|一方面要公布班次，使得乘客心中有数。',
  'M|要努力造成人人爱护站台的风气。',
  'P|因为没有调度，就不可能准点。',
  'X|公司收入的40%源于广告。',
  'M|让群众坐得上车、坐得起车。',
  'P|我们不能因为亏损就停开线路。',
  'M|加大对受疫情影响较大企业的支持。',
  'X|公交公司因地制宜开行小巴。',
  'M|将枢纽打造成换乘中心。',
  'H|由于票价低，公司亏损。',
  'C|造成这种局面的原因是多方面的。',
  'C|这些因素导致乘客减少。',
  'P|长此以往，导致乘客减少。',
  'P|是因为票价太低所以亏损，还是因为绕行太多呢？',
  'M|禁止将新车停放路边，致使道路变窄。',
  'M|调整班次，使得乘客能够准点。',
  'M|对受年龄限制，不能上路的司机安排转岗。',
  'P|缺乏让司机安心的办法。',
  'P|由于线路调整涉及千家万户，各站队、各班组和全体司机，必须统一步调。',
])('%s states no pair', (sentence) => expect(pairs(sentence)).toEqual([]));

test('a second result takes the first as its cause', () => {
  expect(pairs('C|补贴迟迟不到位，导致公司负债，造成车辆带病上路。')).toEqual([
    '补贴迟迟不到位 ⇒ 公司负债',
    '公司负债 ⇒ 车辆带病上路',
  ]);
});

test('pairs stay within the clauses between semicolons', () => {
  expect(pairs('C|线路绕行，使乘客减少；车况差，使司机流失。')).toEqual(['线路绕行 ⇒ 乘客减少', '车况差 ⇒ 司机流失']);
});

test('cause and effect lie in their sentence, do not overlap, and are not empty', () => {
  const word = fc.constantFrom(
    '由于',
    '因',
    '因为',
    '导致',
    '使',
    '是',
    '的原因',
    '根源在于',
    '受',
    '制约',
    '，',
    '；',
    '“',
    '”',
    '车少',
    '路远',
    '而',
    '人手不足',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), (words) => {
      const document = labelled([`C|甲${words.join('')}。`]);
      for (const { cause, effect, sentence } of findPairs(document)) {
        const whole = document.sentences[sentence]!;
        for (const span of [cause, effect]) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.start >= whole.start && span.end <= whole.end).toBe(true);
        }
        expect(cause.end <= effect.start || effect.end <= cause.start).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
