import type { Quantity } from './quantity.ts';

/**
 * A limit behind the last of a list holds for its members: “分别达到95%、85%、80%以上”. Only lists after 分别, of one
 * unit, whose other members have no qualifier of their own.
 */
export function distributed(shadow: string, quantities: readonly Quantity[]): readonly Quantity[] {
  if (quantities.length < 2) return quantities;
  const out = [...quantities];
  for (let i = out.length - 1; i > 0; i--) {
    const [member, next] = [out[i - 1]!, out[i]!];
    const isList = next.start === member.end + 1 && /[、和]/.test(shadow[member.end]!) && member.unit === next.unit;
    const isLimit = next.qualifier === 'at_least' || next.qualifier === 'at_most';
    if (isList && isLimit && member.qualifier === 'exact' && afterRespectively(shadow, member)) {
      out[i - 1] = { ...member, qualifier: next.qualifier };
    }
  }
  return out;
}

const afterRespectively = (shadow: string, { start }: Quantity): boolean =>
  /分别[^,。;]*$/.test(shadow.slice(Math.max(0, start - 24), start));
