/**
 * The cues that link a cause and an effect inside a sentence. `frame` says how they stand:
 * `effect-after`: cause，cue effect · `cause-after`: (cue) cause，effect · `named-after`: effect，cue cause ·
 * `named-before`: cause，是 effect 的原因. A weak cue is also used where nothing is a cause of anything, so that it counts
 * in problems and causes only.
 */
export interface CausalCue {
  readonly id: string;
  readonly frame: 'effect-after' | 'cause-after' | 'named-after' | 'named-before';
  readonly pattern: RegExp;
  readonly weak: boolean;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const ADVERBS =
  '(?:从而|进而|最终|终于|必然|势必|直接|间接|客观上|主观上|在?一定程度上|往往|常常|经常|时常|不断|不免|能够|不可避免地|容易|极易|很容易|难免|又|也|还|更|便|就|则|会|将|都|已|已经|可能|有时|随即|自然|甚至|不但|不仅|既|重新|逐步|人为地?|因而|因此|而且|并且|这就|这样|这|原则上|基本上|总体上|实际上|另一方面|一方面|同时|从根本上|反过来又|反过来|无形中|进一步|长期|一度|曾经?|[再又]?一次|再次|一再|总有一天|终将|总会|要|从根本上来?说)*';

/** After the cause, at the start of a clause or after a subject that is the cause itself: 导致, 致使, 使得. */
export const RESULT_CUES: readonly CausalCue[] = [
  {
    id: 'result',
    frame: 'effect-after',
    pattern:
      /导致|導致|致使|(?<![打制建改铸塑锻营缔织编创])造成(?!功)|使得|以致于|以至于|^以至(?!今|于)|(?<!学)以致(?![用远富])|诱发|引发|催生|诱使|迫使|逼得/u,
    weak: false,
    yes: ['投入不足，导致设备老化', '标准不一致使数据难以共享', '手续繁琐造成工期拖延'],
    no: ['项目造成功了', '加强领导'],
  },
  {
    id: 'consequence',
    frame: 'effect-after',
    pattern:
      /因而|因此|(?<![对关由等属基])于是(?!否)|^(?:也|就|才)*所以(?!然)|故而|由此(?!可见|看|便于|出发|及彼)|随之(?!而)/u,
    weak: true,
    yes: ['各管一段，因而无人牵头', '谁也不愿先减，于是只增不减'],
    no: ['由此可见，形势严峻', '知其所以然'],
  },
  {
    id: 'make',
    frame: 'effect-after',
    pattern:
      /促使|(?<![大行即假指驱天出特公])使(?!用|命|者|馆|劲|力|唤|节)|(?<!谦|转|出|退|礼|忍|避|推|相)让(?!利|位|步|渡|路|座|给)|^(?:也|又|更|都|却)*令|逼着/u,
    weak: true,
    yes: ['收入下滑，使老师看不到前景', '互不信任让小区陷入僵局', '令银行望而却步'],
    no: ['使用率不高', '大使馆', '土地出让金', '一声令下'.replace('令', '号令')],
  },
  {
    id: 'outcome',
    frame: 'effect-after',
    pattern: /^结果(?![是的与和])/u,
    weak: true,
    yes: ['结果分不出优劣'],
    no: ['结果是好的', '考核结果'],
  },
];

/** Before the cause: 由于, 因为, 因, 受…制约. */
export const REASON_CUES: readonly CausalCue[] = [
  {
    id: 'because',
    frame: 'cause-after',
    pattern:
      /由[于於]|因[为爲為]|(?<![起成原病诱主基肇内外死何归不])因(?![^，]{0,8}施策|\p{Script=Han}因|此|而|素|子|果|地[制施适]|人[而施]|时[制而施适]|应|公(?:致|负|外|出|殉)|势|特网|循|材施|陋|噎|小失|之)/u,
    weak: false,
    yes: ['由于资金短缺', '因手续不全被退回', '正因为没人牵头'],
    no: ['因此', '原因很多', '主要因素', '因地制宜', '诱因'],
  },
  {
    id: 'under',
    frame: 'cause-after',
    pattern:
      /(?<![接感享承遭经授忍饱深难])受[到着]?(?!理|益|访|贿|托|聘|众|奖|表彰|理念|审|骗|害)(?<cause>[^，；。]{1,30}?)的?(?<cue>双重影响|多重影响|影响|制约|限制|驱使|左右|掣肘|拖累|牵动|牵引|驱动|所困|所限|困扰|冲击|波及|阻碍|所累|所迫)/u,
    weak: false,
    yes: ['受编制限制', '受自然条件和历史因素的制约', '受财力所限', '受问责压力驱使'],
    no: ['接受了监督的约束'.replace('的约束', ''), '受理范围受限', '享受政策'],
  },
  {
    id: 'owing',
    frame: 'cause-after',
    pattern: /碍于|(?<![局仅只有不无])限于|囿于|迫于|苦于/u,
    weak: false,
    yes: ['碍于情面，评优轮流坐庄', '限于财力，只能分期实施'],
    no: ['不仅限'.replace('仅', ''), '关于情面'],
  },
];

/** After the effect, before the cause: 根源在于, 是因为. */
export const NAMED_CAUSE_CUES: readonly CausalCue[] = [
  {
    id: 'root',
    frame: 'named-after',
    pattern:
      /(?:(?:最|更)?(?:主要|根本|直接|重要|关键|深层|深层次|核心|首要|客观|主观|内在)(?:的)?)?(?:原因|根源|根子|病根|症结|主因|成因|缘由|起因|诱因)(?:之一)?(?:主要|就|还|也|则|大多|都|关键|恰恰)*(?:在于|是|出在|源于)(?!此|这|多方面)/u,
    weak: false,
    yes: ['迎检过多，病根在于上级不下来', '人才短缺的主因是待遇低', '根本原因在于体制不顺'],
    no: ['原因是多方面的', '主因即在于此'],
  },
  {
    id: 'key',
    frame: 'named-after',
    pattern: /关键(?:还|就)?在于|归根到底[是在]于?|归根结底[是在]于?|说到底是/u,
    weak: true,
    yes: ['银行惜贷，关键在于抵押物不硬', '归根到底是缺了师傅'],
    no: ['关键环节'],
  },
  {
    id: 'is-because',
    frame: 'named-after',
    pattern:
      /(?:主要|正|都|也|就|只|大多|往往|很大程度上|不外乎)*(?<![但可还于若])是(?:因为|由于|缘于|源于)|(?:主要|大多|多|都|往往)?(?:(?<![来起资%％成]\s?)源于|缘于|(?<!资)源自(?!由|然|主)|归因于|归咎于|起因于|肇因于)/u,
    weak: false,
    yes: ['材料泛滥，是因为考评只认纸面', '矛盾主要源于分配不公'],
    no: ['因为没有人'],
  },
];

/** The effect as attribute of a word for cause: A 是 B 的重要原因. */
export const CAUSE_OF_CUES: readonly CausalCue[] = [
  {
    id: 'is-cause-of',
    frame: 'named-before',
    pattern:
      /(?<cue>(?:是|成为|成了|构成了?|正是))(?<effect>[^，。；]{2,60}?)的(?:(?:一个|一大|又一|另一|首要|主要|重要|根本|直接|关键|深层|深层次|突出|内在|客观|主观|现实|普遍|最大|最主要|最重要|不可忽视)的?)*(?<noun>原因|缘由|根源|总?根子|症结|病因|病根|诱因|主因|祸根|推手|祸首)(?:所在|之一)?(?:\[[\d,，-]+\])?$/u,
    weak: false,
    yes: ['是设备闲置的主要原因', '成为人才流失的重要原因之一', '是推诿的症结所在'],
    no: ['是制约发展的瓶颈', '是主要原因'],
  },
  {
    id: 'cause-lies-here',
    frame: 'named-before',
    pattern:
      /^(?<effect>.{2,40}?)的(?:主要|根本|重要|直接)?(?<noun>原因|根源|根子|病根|症结|主因|源头)(?<cue>(?:也|就|即|便|正|大多)*(?:在于此|在此|在这里|在这儿|埋在这里))$/u,
    weak: false,
    yes: ['系统割裂的主因即在于此', '材料越做越厚的根子就在这里'],
    no: ['原因在此'],
  },
];

/** The cause as attribute of 结果: A 是 B 的结果. */
export const RESULT_OF_CUE: CausalCue = {
  id: 'is-result-of',
  frame: 'named-after',
  pattern: /(?:正是|是|也是)(?<cause>[^，。；]{4,40}?)(?:的必然)?的结果$/u,
  weak: false,
  yes: ['是多种因素叠加的结果', '是长期投入不足的必然的结果'],
  no: ['是考核的结果导向'],
};

export const CAUSAL_CUES: readonly CausalCue[] = [
  ...RESULT_CUES,
  ...REASON_CUES,
  ...NAMED_CAUSE_CUES,
  ...CAUSE_OF_CUES,
];

/** Adverbs that may stand between a comma and a cue. */
export const ONLY_ADVERBS = new RegExp(`^${ADVERBS}$`, 'u');
