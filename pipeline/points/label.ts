import type { Role } from '../model/role.ts';
import type { Span } from '../model/span.ts';
import { clausesOf } from '../text/clauses.ts';
import { numberingOf } from '../text/numbering.ts';

/** A claim up to this length is its own label; a longer one is cut at a clause. In characters. */
const LONGEST_WHOLE = 30;
/** Clauses are added until a label has this many characters. */
const SHORTEST = 6;

/** Words that only lead from one sentence to the next, before the claim itself. */
const LEAD_INS: readonly RegExp[] = [
  /^(?:首先|其次|再次|再者|最后|此外|另外|同时|与此同时|因此|所以|然而|不过|但是|但|而且|并且|当然|其实|可见|总之|为此|尤其是|特别是|不仅如此|更重要的是|更为重要的是)[，,、：:]?/u,
  /^(?:说到底|归根到底|归根结底|追根溯源|追问下去|究其原因|究其根源|究其缘由|细究起来|事实上|实际上|总的看|总体看|客观上看|从总体上看|一言以蔽之|平心而论|我们认为|我们以为|调查发现|调研发现|调查中发现|调研中发现)[，,：:]是?/u,
  /^(?:一方面|另一方面|再一方面|一来|二来|其中)[，,]?/u,
  /^第[一二三四五六七八九十]{1,2}(?:个问题|个方面|个原因|个|点|条|件|项|类)?(?:是|[，,、：:])/u,
  /^(?:头一[件条个]|还有一[桩件点条])(?:是|[，,：:])/u,
  /^(?:——|—|●|■|◆|▲|○|□|[|｜*·]|[-•]\s)\s*/u,
  /^(?![^，：]{0,14}(?:难以|未|不)\p{Script=Han}{0,2}[，：])[^，,。：:；（“]{0,14}(?:看到|看出|认识到|意识到|注意到|指出|强调|承认|说明|说到|提到|表示|请求|毋庸讳言|毋庸置疑|不可否认|[^，,。：:；]的是)[，,：:]/u,
  /^主要(?:还|就|都|也)?(?:是(?!因|由)|在于)[：:]?/u,
  /^(?:主要|具体|集中|突出)(?:表现|体现)(?:在|为|于)(?:以下[一二三四五六七八两几]个?方面)?[，,：:]?/u,
  /^(?:其|最)?(?:主要|根本|重要|直接|深层|深层次|客观|主观|历史)?的?(?:原因|根源|根子|病根|症结|缘由|缘故|主因)(?:之[一二三四五六七八])?[，,]?(?:主要|就|还|则|也|大多)*(?:在于|出在|是(?!因为|由于))[：:]?/u,
];

/** Clauses that only set time, ground, aim or source of a claim. */
const FRAME =
  /^(?:随着|经过|为了|为|按照|根据|依据|结合|通过|针对|围绕|立足|鉴于|据|问卷|调查|调研|访谈|统计|数据|资料|截至|截止|要实现|要避免|要想|要让|面对|面临)|^(?:近年来|近几年来?|近来|目前|当前|现在|现阶段|长期以来|一直以来|多年来|过去|今年|去年|全[县市区省镇]).{0,4}$|^.{0,24}(?:以来|之后|以后|之前|以前|期间|过程中|方面|来看|来说|而言|显示|表明|发现|反映|认为|介绍|提出|规定|时|[^之]下|[调整]整上|设置上)$|^照.*(?:计算|来说)$|^.{0,12}(?:时间一?长|日子一?久|久)了$|^在[^了]*(?:上|中|里|内|间|中间|后|前|方面)$/u;
/** A reason before its claim. */
const REASON = /^(?:由于|因为|因(?!此)|受(?=.{2,}(?:制约|限制|影响|约束|困扰|冲击)$))/u;

/**
 * The label of a claim: its words without number, lead-in and full stop. A long claim is cut at the end of a clause,
 * after clauses that only frame it; of a claim with its reason the label is the reason for a cause, else what follows from it.
 */
export function labelOf(text: string, claim: Span, role: Role): string {
  const start = claim.start + leadLength(text.slice(claim.start, claim.end));
  const whole = tidy(text.slice(start, claim.end));
  if (numberingOf(`${whole}，`)?.length === whole.length + 1) return '';
  if (whole.length <= LONGEST_WHOLE) return whole;
  const clauses = clausesOf(text, { start, end: claim.end });
  const last = clauses.length - 1;
  let first = 0;
  while (first < last && clauses[first]!.stop !== '；' && isBeside(textOf(text, clauses[first]!), role)) first++;
  let end = first;
  while (
    end < last &&
    clauses[end]!.stop !== '；' &&
    isUnfinished(text.slice(clauses[first]!.start, clauses[end]!.end), textOf(text, clauses[end]!))
  )
    end++;
  return tidy(withoutReason(text.slice(clauses[first]!.start, clauses[end]!.end), role));
}

/** Whether a clause stands beside the claim rather than in it. */
const isBeside = (words: string, role: Role): boolean => FRAME.test(words) || (role !== 'cause' && REASON.test(words));

const withoutReason = (words: string, role: Role): string =>
  role === 'cause'
    ? words
        .replace(/^(?:由于|因为|因(?!此))/u, '')
        .replace(/(?:等|的)+(?:诸多|各种|多种|多方面)?(?:原因|因素|问题)$/u, '')
    : words.replace(/^(?:从而|进而|最终)?(?:导致|致使|使得|造成|以致)/u, '');

const textOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/** Whether the words so far are too short, or open a pair of which the other half follows. */
const isUnfinished = (words: string, last: string): boolean =>
  words.length < SHORTEST ||
  HALF.test(words) ||
  OPEN_END.test(last) ||
  MADE.test(words) ||
  /(?:由于|因)[^，]*(?:制约|限制|影响)$/u.test(words);

const HALF = /^(?:虽然|虽|尽管|如果|一旦|只要|不仅|不但|即使|之所以|对|把|将|由(?!于)|以|凡|对于|至于|在|从)[^，,]*$/u;
/** A clause that only leads over to the next: 在…中, 待…完成后. */
const OPEN_END =
  /^(?:在|自|从|待|等|当|于)[^了]*(?:上|中|里|间|内|下|后|前|时|以来)$|将在[^，]*后$|的(?:不同)?情况$|的(?:斗争|过程|基础|前提|条件|形势|背景)[上中下]$/u;
/** What somebody is made to do is still to come: 让多数身处一线的干部，只能…. */
const MADE = /(?:让|使得?(?!用))[^，,了]{2,}的\p{Script=Han}{2,4}$/u;

/** How many characters of number and lead-in stand before a claim. */
function leadLength(content: string): number {
  let length = 0;
  for (let found = 1; found > 0; length += found) found = leadAt(content.slice(length));
  return length < content.length ? length : 0;
}

function leadAt(rest: string): number {
  const numbering = numberingOf(rest);
  if (numbering) return numbering.length;
  for (const pattern of LEAD_INS) {
    const match = pattern.exec(rest);
    if (match) return match[0].length;
  }
  return 0;
}

const tidy = (words: string): string =>
  words
    .replace(/\s*\n\s*/gu, '')
    .trim()
    .replace(/^[，,、：:；;|｜\s]+|[。！!；;，,、：:.．|｜\s]+$/gu, '');
