import type { Quantity } from './quantity.ts';

/**
 * A rule that leaves a quantity out, because in this context the numeral dates, orders or names. All patterns given
 * must match: `unit` the whole unit, `surface` the surface, `before` the text that ends where the surface begins,
 * `after` the text behind it. In the examples ⟦…⟧ frames the quantity.
 */
export interface Exclusion {
  readonly id: string;
  readonly note: string;
  readonly unit?: RegExp;
  readonly surface?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly excludes: readonly string[];
  readonly keeps: readonly string[];
}

const SPAN = /^(?:年|个月|天|日|周|个星期|星期|小时|个小时|分钟|个世纪|个多月|昼夜|钟头)$/;

export const EXCLUSIONS: readonly Exclusion[] = [
  {
    id: 'ordinal',
    note: '第 makes an ordinal, also of the members of its list',
    before: /第(?:[一二三四五六七八九十百\d]+(?:[、和与至到-]|或者?|个)?第?)* ?$/,
    excludes: ['第⟦三条⟧', '第一、⟦二批⟧'],
    keeps: ['第一批⟦20家⟧'],
  },
  {
    id: 'section-number',
    note: 'a number with a decimal before a noun that is counted whole, at the head of a line (“3.2对…的认识”)',
    unit: /^\p{Script=Han}$/u,
    surface: /^\d{1,2}\.\d{1,2} ?[个人位家户项件条座所次场种篇处份类部支块张轮批期组级层点分对本大]$/,
    before: /^(?:[#\s]|\([一二三四五六七八九十\d]+\))*$/,
    excludes: ['⟦3.2对⟧指南的认识', '⟦1.1 轮⟧作现状'],
    keeps: ['平均⟦2.5人⟧'],
  },
  {
    id: 'numbered-thing',
    note: '表3, 图2, 专栏1, 附件4',
    before: /(?:(?<![代报手仪])表|(?<![地企意])图|专栏|附件|附录|案例|公式|例) ?$/,
    surface: /^\d/,
    excludes: ['表⟦3部分⟧图书馆'],
    keeps: [],
  },
  {
    id: 'template',
    note: 'the counts of a collection of model texts are not the report’s',
    unit: /^[篇份个]$/,
    before: /(?:模板|范文|精选|通用|汇总|锦集|大全|合集|优选|热门|推荐) ?$/,
    excludes: ['调研报告(模板⟦5篇⟧)'],
    keeps: ['撰写报告⟦5篇⟧'],
  },
  {
    id: 'before-christ',
    note: '公元前360年',
    unit: /^年$/,
    before: /公元前? ?$/,
    excludes: ['公元前 ⟦360 年⟧'],
    keeps: [],
  },
  {
    id: 'generation',
    note: '60年左右和85后: years of birth',
    unit: /^年$/,
    surface: /^\d\d年/,
    after: /^(?:[和、与]\d\d(?:年|后)|出生|生人|生的|代|初|版)/,
    excludes: ['⟦60年左右⟧和85后'],
    keeps: ['⟦30年⟧'],
  },
  {
    id: 'age-bracket',
    note: 'an age that only names a group',
    unit: /^(?:岁|周岁)$/,
    surface: /以上|以下|以内|-|至|到|~|上下|左右|[一二三四五六七八九]{2}十/,
    after: /^ ?(?:的|\p{Script=Han}|\d)/u,
    excludes: ['⟦35岁以下⟧的科技人才', '⟦31至35岁⟧6人'],
    keeps: ['年龄不超过⟦70岁⟧。'],
  },
  {
    id: 'off-hours',
    note: '八小时以外, 三天两头',
    after: /^(?:以外|之外|两头|工作制)/,
    unit: /^(?:小时|天)$/,
    excludes: ['⟦八小时⟧以外'],
    keeps: [],
  },
  {
    id: 'article',
    note: '一批, 一部分, 每一个: no number is meant',
    surface: /^一 ?(?:批|部分|席|片|方|层|级|级|道)$/,
    excludes: ['建设⟦一批⟧项目'],
    keeps: [],
  },
  {
    id: 'each-one',
    note: '每一个 says every',
    surface: /^一/,
    before: /(?:[每哪任某这那同唯另第统]|(?<!以)[上下])$/,
    excludes: ['每⟦一个⟧干部'],
    keeps: [],
  },
  {
    id: 'pairs-of-numerals',
    note: '一轴两区五极, 一干七支: slogans in which every numeral has one character',
    surface: /^[一二三四五六七八九两][^年月天日]$/,
    before: /[一二三四五六七八九两][^年月天日,。;、\d的]$/,
    excludes: ['一轴⟦两区⟧五极'],
    keeps: [],
  },
  {
    id: 'one-or-two',
    note: '一、二个 and 三、四次 approximate; the first digit stands before 、',
    surface: /^[二三四五六七八九][十百千万亿]* ?[^年月天日]{1,2}$/,
    before: /(?<![第一二三四五六七八九])[一二三四五六七八]、$/,
    excludes: ['一、⟦二个⟧县'],
    keeps: [],
  },
  {
    id: 'one-to-one',
    note: '1对1, 一对一',
    unit: /^(?:对|比)$/,
    after: /^[\d一二三四五六七八九多]/,
    excludes: ['⟦1对⟧1帮扶'],
    keeps: [],
  },
  {
    id: 'ago',
    note: 'a time before or after now is a date',
    unit: SPAN,
    after: /^(?:多|半)?(?:之?前|以前|之?后|以后|[内中]?期间)/,
    excludes: ['⟦三天⟧前', '⟦5年⟧之前', '⟦半个月⟧后'],
    keeps: ['⟦30日内⟧'],
  },
  {
    id: 'recent',
    note: '前两年, 后三个月, 今后五年, 头三年 are times; 过去十年 is a length',
    unit: SPAN,
    before: /(?:今后|未来|以后|往后|此后|最近|今明|明后|(?:^|[,。;、])[前后头]|(?<!因)[这那])的?$/,
    excludes: ['今后⟦五年⟧', '前⟦两年⟧', '这⟦三年⟧'],
    keeps: ['过去⟦十年⟧'],
  },
  {
    id: 'recent-years',
    note: '近两年, 近三年来, 近几年 are times; 近3年增长… and 从业近20年 state a length',
    unit: SPAN,
    before: /近 ?$/,
    after: /^(?:来|以来|中|间|里|新招)/,
    excludes: ['近⟦5年⟧来', '近⟦三年⟧以来'],
    keeps: ['近⟦3年⟧提升'],
  },
  {
    id: 'recent-two',
    note: '近两年, 近一年',
    unit: /^年$/,
    surface: /^近? ?[一两二]年$/,
    before: /(?:近 ?|^|[,。;、])$/,
    excludes: ['近⟦两年⟧'],
    keeps: ['近⟦5年⟧', '工作了⟦两年⟧'],
  },
  {
    id: 'vague-time',
    note: '几年, 几十年, 数年 name no length',
    unit: SPAN,
    surface: /^近?[几数]/,
    excludes: ['⟦几十年⟧', '⟦几个月⟧'],
    keeps: ['⟦十几年⟧'],
  },
  {
    id: 'year-plan',
    note: '五年规划, 三年行动, 十年目标 are names',
    unit: /^(?:年|天)$/,
    after:
      /^ ?(?:[一二三四五六七八九十百千万\d]+.{0,4})?(?:计划|规划|行动|攻坚|方案|纲要|目标|任务|制(?!定)|战略|级|一遇|一度|一次|一届|大庆|会战|远景|倍增|早知道|禁渔|奋斗目标|内乱)/,
    excludes: ['⟦五年⟧规划', '⟦三年⟧行动', '⟦十年⟧目标', '⟦三年⟧百万青年见习计划'],
    keeps: ['⟦3年⟧增长'],
  },
  {
    id: 'one-year',
    note: '一年 is mostly an article (过去一年, 一年来, 关键的一年); it counts with a qualifier or after words of duration',
    surface: /^一[年天周]$/,
    before: /(?<!实施|提前|延长|为期|推迟|缩短|试行|满|已有|任期|有效期|长达|需要|用时?|不到|仅|历时|察看|顺延|推行)$/,
    excludes: ['过去⟦一年⟧', '丰收的⟦一年⟧'],
    keeps: ['提前⟦一年⟧', '条例实施⟦一年⟧'],
  },
  {
    id: 'one',
    note: '一 before a measure word is mostly an article (一项重要工作); it counts after words of number and distribution',
    surface: /^一 ?(?![十百千万亿点])[^年天周分多余几半成次场轮]+$/,
    before: /^(?!.*(?:每[^,。;、]{1,8}|只[^,。;、]{0,2}|仅[^,。;、]{0,8}|凡有|至少|唯|其中有?|共有?)$)/,
    after: /^(?!以上|以下|以内|左右)/,
    excludes: ['作为⟦一项⟧重要任务', '拿出了⟦一份⟧', '立即开展⟦一个⟧全民运动'],
    keeps: ['每户培育⟦一名⟧', '仅有⟦一座⟧水库'],
  },
  {
    id: 'one-time',
    note: '一次, 一场 count after words of number and of holding',
    surface: /^一 ?[次场轮]$/,
    before: /^(?!.*(?:每[^,。;、]{1,8}|只[^,。;、]{0,3}|仅[^,。;、]{0,8}|至少|共|进行|举办|召开过?|开展过?|填)$)/,
    excludes: ['这⟦一次⟧活动'],
    keeps: ['每年只享受⟦一次⟧', '进行⟦一次⟧检查'],
  },
  {
    id: 'spaced-digits',
    note: 'digits set apart by spaces, as in 1 9 9 7 年',
    surface: /^\d ?年/,
    before: /\d $/,
    excludes: ['1 9 9 ⟦7 年⟧'],
    keeps: ['实施⟦3 年⟧'],
  },
  {
    id: 'two-countries',
    note: '两国, 两省 point back to those just named',
    surface: /^两[国省市县岸军党]$/,
    excludes: ['中苏⟦两国⟧'],
    keeps: [],
  },
  {
    id: 'years-since',
    note: '五年来，…, 过去的五年中: the time of a review, not a length that is stated of something',
    unit: /^年$/,
    before: /^\s*$|[,。;:]\s*$/,
    after: /^(?:多)?来/,
    excludes: ['⟦五年⟧来，水利面貌改观'],
    keeps: ['创⟦6年⟧来新低'],
  },
  {
    id: 'years-past',
    note: '过去的五年中, 不平凡的五年',
    unit: /^年$/,
    before: /(?:过去的?|[\p{Script=Han}]的|会议以来的)$/u,
    after: /^(?:[中里,。;!\s]|间(?!隔)|取得|$)/,
    excludes: ['过去的⟦五年⟧中', '不平凡的⟦五年⟧。'],
    keeps: ['满⟦五年⟧。'],
  },
  {
    id: 'former-years',
    note: '前五年, 前三年: the years before',
    unit: /^年$/,
    before: /(?<!提|目|当|以|之|年)前 ?$/,
    excludes: ['比前⟦五年⟧增长'],
    keeps: ['提拔⟦五年⟧'],
  },
  {
    id: 'ten-year-outline',
    note: '新10年农村扶贫开发纲要: the name of a plan',
    unit: /^年$/,
    after: /^\p{Script=Han}{0,8}(?:规划纲要|开发纲要|发展纲要|规划|行动计划|行动方案)/u,
    excludes: ['新⟦10年⟧农村扶贫开发纲要'],
    keeps: ['工作了⟦10年⟧'],
  },
  {
    id: 'one-verb',
    note: '一次性, 一个时期, 一种, 一类: fixed after any word',
    surface: /^一 ?[^年]+$/,
    after:
      /^(?:性|时期|阶段|重要|系统|整套|方面|过程|环节|侧面|机遇|良好|共同|根本|崭新|新的?|大的?|阶级|国家|民族|社会主义|又一|接一|比一|一)/,
    excludes: ['进行⟦一次⟧性安置', '⟦一个⟧又一个'],
    keeps: ['进行⟦一次⟧检查'],
  },
  {
    id: 'aspects',
    note: '三个方面, 两个特点 announce a list',
    surface: /^(?:[一二三四五六七八九十两几]+|\d) ?[个大]?$/,
    after:
      /^(?:大)?(?:方面(?![\p{Script=Han}]{2})|方面的?(?:问题|工作|原因|因素|情况|意见|内容|努力|措施|重点|要求|建议)?(?:[:,。;、]|$|是|看|着|入|来|加|开|下|进|抓|展|作|做|对|推|实)|特点|突出特点|明显特点|显著特点|基本特点|意识|关键词)/u,
    excludes: ['以下⟦三个⟧方面：', '突出体现⟦三个⟧特点。'],
    keeps: ['⟦9个⟧方面调研主题'],
  },
  {
    id: 'levels',
    note: '三个层面, 三个维度 in words announce a list',
    surface: /^[一二三四五六七八九十两几]+个?$/,
    after: /^(?:基本)?(?:层面|维度|方面|逻辑维度)/,
    excludes: ['从⟦三个⟧层面实施'],
    keeps: ['⟦4个⟧层面'],
  },
  {
    id: 'several-below',
    note: '以下几种, 这几类 announce',
    surface: /^几/,
    before: /(?:以上|以下|下列|如下|这|那|上述|前|后|主要有|好)$/,
    excludes: ['以下⟦几种⟧方式', '这⟦几个⟧月'],
    keeps: ['收了⟦几个⟧徒弟'],
  },
  {
    id: 'several-points',
    note: '几个问题, 几条缘由 announce',
    surface: /^几/,
    after: /^(?:问题|请求|缘由|原因|理由|方面|建议|意见|特点|难题|困惑|思考|启示|体会|看法|做法|举措|措施|关系|常见)/,
    excludes: ['⟦几个⟧问题的探讨', '有这样⟦几条⟧缘由'],
    keeps: ['抱来⟦几个⟧孩子'],
  },
  {
    id: 'meeting',
    note: '四次会议, 七次全会, 十三届人大',
    unit: /^(?:次|届)$/,
    surface: /^[一二三四五六七八九十\d]+ ?[次届]$/,
    after:
      /^(?:[、和][一二三四五六七八九十]+[次届])*(?:会议|全会|全委|全体|全国|人大|人民代表|政协|党代|党员代表|代表大会|中央|中共|省委|市委|区委|县委|常委|委员|[一二三四五六七八九十]+[中次]|产业|开发|创业|分配|供水|供能|污染|元件|利用|革命|世界大战|结构|函数)/,
    excludes: ['十届⟦四次⟧会议', '⟦三次⟧产业'],
    keeps: ['连续⟦五次⟧荣获'],
  },
  {
    id: 'congress',
    note: '党的十八大; 大 after a Chinese numeral names, unless 大类, 大项',
    surface: /^[一二三四五六七八九十两百]+大$/,
    excludes: ['⟦两大⟧战役'],
    keeps: ['⟦8大⟧任务'],
  },
  {
    id: 'grade-word',
    note: '三级医院, 两级政府, 五级书记, 4级风 by rank; 7.3级 and 5级以上 are measures',
    unit: /^级$/,
    surface: /^(?:[一二三四五六七八九十两]+|[1-5]) ?级$/,
    excludes: ['省市⟦两级⟧', '⟦三级⟧医院'],
    keeps: ['⟦7.3级⟧', '⟦7级以上⟧'],
  },
  {
    id: 'phase',
    note: '3期工程, 2期项目: a phase in Arabic numerals',
    unit: /^期$/,
    surface: /^\d ?期$/,
    after: /^(?:工程|项目|建设|规划|改造|投产|开工|完工)/,
    excludes: ['⟦2期⟧工程'],
    keeps: ['⟦2期⟧培训班'],
  },
  {
    id: 'two-words',
    note: '两 that is part of a word or a title',
    surface: /^两[个级届种类项条支]$/,
    after: /^(?:方面|确保|维护|确立|务必|转变|毫不动摇|结合|至上|文明|大局|一百年|基本|阶级|体系|半)/,
    excludes: ['体现在⟦两个⟧方面'],
    keeps: ['⟦两个⟧县'],
  },
  {
    id: 'two-levels',
    note: '省市两级, 部省两级',
    surface: /^两(?:级|届|方|部)$/,
    excludes: ['县乡⟦两级⟧'],
    keeps: [],
  },
  {
    id: 'among-the-top',
    note: '500强, 前10位, 第3: a rank',
    before: /(?:排名|位列|位居|居|名列|排|位次|列|前) ?(?:全国|全省|全市|世界|全球|全区|全县)?(?:的)?(?:前|第)? ?$/,
    unit: /^(?:位|名|强|)$/,
    excludes: ['排名前⟦10位⟧', '居前⟦3名⟧'],
    keeps: ['新晋院士⟦2位⟧'],
  },
  {
    id: 'footnote',
    note: 'a number in square brackets or raised refers to a source',
    before: /\[\d*(?:[,-]\d*)*$|\^\[?$/,
    excludes: ['[⟦2个⟧'],
    keeps: [],
  },
];

/** The first rule that leaves `quantity` out; null where none does. `from` and `to` frame its sentence. */
export const exclusionOf = (shadow: string, quantity: Quantity, from: number, to: number): Exclusion | null =>
  rulesFor(quantity.unit, shadow.slice(quantity.start, quantity.end)).find(around(shadow, quantity, from, to)) ?? null;

/** Rules by unit and surface, of which few are often met; emptied when they are many. */
const RULES = new Map<string, readonly Exclusion[]>();
const MOST_RULES = 5000;

/** The rules that do not rule out `unit` and `surface` from the start. */
function rulesFor(unit: string, surface: string): readonly Exclusion[] {
  const key = `${unit}|${surface}`;
  const known = RULES.get(key);
  if (known) return known;
  const rules = EXCLUSIONS.filter((rule) => (rule.unit?.test(unit) ?? true) && (rule.surface?.test(surface) ?? true));
  if (RULES.size > MOST_RULES) RULES.clear();
  RULES.set(key, rules);
  return rules;
}

/** Tells of a rule whether it leaves `quantity` out. */
export function matching(shadow: string, quantity: Quantity, from: number, to: number): (rule: Exclusion) => boolean {
  const fits = around(shadow, quantity, from, to);
  const surface = shadow.slice(quantity.start, quantity.end);
  return (rule) => (rule.unit?.test(quantity.unit) ?? true) && (rule.surface?.test(surface) ?? true) && fits(rule);
}

/** Tells of a rule whether the 18 characters before `quantity` and the 12 behind it match. */
function around(shadow: string, quantity: Quantity, from: number, to: number): (rule: Exclusion) => boolean {
  const before = shadow.slice(Math.max(from, quantity.start - 18), quantity.start);
  const after = shadow.slice(quantity.end, Math.min(to, quantity.end + 12));
  return (rule) => (rule.before?.test(before) ?? true) && (rule.after?.test(after) ?? true);
}
