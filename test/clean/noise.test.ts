import { describe, expect, it } from 'vitest';
import { noiseRule } from '../../pipeline/clean/noise.ts';
import { NOISE_RULES } from '../../pipeline/clean/noise-rules.ts';

describe.each(NOISE_RULES)('$id', (rule) => {
  it.each(rule.yes)('takes out %s', (line) => {
    expect(line.length).toBeLessThanOrEqual(rule.longest);
    expect(noiseRule(line)).not.toBeNull();
    expect(rule.pattern.test(line)).toBe(true);
  });
  it.each(rule.no)('leaves %s', (line) => expect(noiseRule(line)).toBeNull());
});

it('names every rule once', () => {
  expect(new Set(NOISE_RULES.map((rule) => rule.id)).size).toBe(NOISE_RULES.length);
});

it.each([
  '全县建成扫码溯源点112个，消费者扫描二维码即可查看产地信息。',
  '有的乡镇要求群众关注公众号、转发朋友圈，还要截图上报。',
  '下一步，将压实责任，把整改落到实处。',
  '来源渠道不清的农资，一律下架。',
  '会员制合作社的分红办法不透明，社员意见大。',
  '上一轮规划项目完成率只有六成。',
  '本站所有台账实行一月一查。',
  '广告宣传投入不足，品牌叫不响。',
  '一、基本情况',
  '2021年3月',
  '二○二一年三月五日',
  '分享会、读书会一年不到两次',
])('leaves prose of reports: %s', (line) => expect(noiseRule(line)).toBeNull());
