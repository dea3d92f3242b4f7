/** The language in which measures commit to something, or do not. Each pattern with examples that it has to meet and to leave. */
export interface Marker {
  readonly id: string;
  readonly note: string;
  readonly pattern: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const STRONG =
  '(?:局|委员会|纪委监委|监委|编办|办公室|督查室|组织部|宣传部|统战部|政府|党委|党组织|党支部|中心|银行|商行|工会|妇联|团委|联合会|工商联|协会|商会|合作社|公司|大队|支队|领导小组|小组|专班|法院|检察院|卫生院|医院|学校|党校|高校|中心校|村委会|居委会|业委会|管委会|财政|部门|乡镇|街道|社区|园区|企业|单位|机构)';
const WEAK = '(?:[县市区省镇村][委]?|[部厅委办站所院]|书记|[镇校院所站县乡]长|负责人|班子|各级)';
const TAKES_UP =
  '(?=要|应|须|需|必须|可以?|宜|负责|牵头|会同|联合|每|统一|组织|按|将|从|在|把|对|出资|制定|安排|给予|提供|承担|设立|建立|聘请|配备|联系|拍板|及时|定期|不得|根据|逐|同步|拿出|共建|加快|另列|审核|年底|明年|今年|d)';

/** Who is to act. */
export const ACTOR: readonly Marker[] = [
  {
    id: 'by-body',
    note: '由 or 请 and a body with a name',
    pattern: new RegExp(
      `(?:由|(?<![申聘邀恳])请|商请|责成|委托)(?<who>[\\p{Script=Han}]{0,12}?${STRONG}(?:(?:、|和|与|会同)[\\p{Script=Han}]{0,10}?${STRONG})*)`,
      'u',
    ),
    yes: ['由县教育局牵头制定方案', '请区政府出面裁定', '由编办、人社局和教育局每季度会商'],
    no: ['理由很充分', '由此可见', '可申请贷款'],
  },
  {
    id: 'by',
    note: '由 and whoever takes something up',
    pattern:
      /由(?<who>(?!此|于|来)[\p{Script=Han}、“”]{2,20}?)(?=牵头|负责|会同|统一|组织|统筹|联合|按|先|在|从|对|将|逐|建立|编制|制定|列出|招募|出面|指定|测算|发起|查实|承担|承接|当面|集中|定期|每|固定|主持|共同|同步|召集|明确|开设|代培|整合|选派|给予|安排|公开|拍板|推选|带|打分|返聘|裁定|认定)/u,
    yes: ['由村支书、村民代表当面打分', '由签约医生建立用药卡'],
    no: ['由此带来好处', '由五天压缩到两天'],
  },
  {
    id: 'subject',
    note: 'a body or office at the start of a clause that takes something up',
    pattern: new RegExp(
      `(?:^|[，；：。]|建议|今后|同时|提请|商请)(?<who>(?!对|由|把|将|让|在|从|以|为|凡|与|全|建议|今后|同时|提请|商请|每|加|推|向|按)[\\p{Script=Han}]{0,12}?(?:${STRONG}|${WEAK})(?:(?:、|和|与)[\\p{Script=Han}]{0,10}?(?:${STRONG}|${WEAK}))*)${TAKES_UP}`,
      'u',
    ),
    yes: ['县财政应安排专项资金', '各乡镇要建立台账', '建议县编办每季度核一次编'],
    no: ['对乡镇要加大支持', '加强街道建设'],
  },
];

/** By when, or how often. */
export const DEADLINE: readonly Marker[] = [
  {
    id: 'date',
    note: 'a date or season before which or from which',
    pattern:
      /(?:(?:从|自|到|于|在)?(?:\d{4}年|明年|后年|今年|来年|下半年|上半年|(?<![一二两三四五六七八九十半\d])年内|今冬明春|今冬|明春|冬闲)(?:\d{1,2}月|[春夏秋冬]季学?期?|年底|汛期|开学|上半年|下半年)?(?:\d{1,2}日)?(?:底|初|末)?(?:之?前|以前|起|开始|内|度起|年底前)?)|(?:年底|月底|季度末|汛期|开学|春节|换届|春耕|插秧)(?:之?前|以前)|\d{1,2}月(?:\d{1,2}日|底)?(?:之?前|以前)/u,
    yes: ['明年6月底前完成', '年底前建成', '从2025年起'],
    no: ['进一步加强', '近年来'],
  },
  {
    id: 'within',
    note: 'within a span of time',
    pattern:
      /(?:用|在|力争|争取)?(?:\d+|[一二两三四五六七八九十半]+)(?:个?(?:工作日|自然日|小时|月|季度|学期|学年|周|星期)|年|天|日)(?:之内|以内|内)|(?:连续|用|分)(?:\d+|[一二两三四五六七八九十]+)年|限期|当(?:日|天|场|月|年)(?:办结|调处|答复|结清)/u,
    yes: ['三年内全部改造', '15个工作日内答复', '连续四年'],
    no: ['三年以上工作经历', '十年树木'],
  },
  {
    id: 'frequency',
    note: 'how often',
    pattern:
      /每(?:半|\d|[一两二三])?个?(?:年|季度?|月|周|星期|日|天|学期|学年|半年|半月|逢|两周)|按(?:月|季|年|周)|逐(?:季|月|日)/u,
    yes: ['每季度暗访一次', '按月打卡'],
    no: ['每个人都要努力'],
  },
];

/** With what: something that is set up, drawn up, paid, published. */
export const INSTRUMENT: readonly Marker[] = [
  {
    id: 'named',
    note: 'a document or scheme by its name',
    pattern: /《[^》]{2,40}》|“[^”]{2,14}”(?=制度|机制|办法|行动|工程|计划|模式|清单|平台|课堂|讲堂|[班卡贷网图奖队])/u,
    yes: ['修订《管理办法》', '推行“一张清单”制度'],
    no: ['他说“不好办”'],
  },
  {
    id: 'device',
    note: 'an instrument of administration at the end of a noun phrase',
    pattern:
      /[^\s\d，。；、：（）“”把将由在的了和与及被对用按每以从给让向要应须为是到并于出提高建设成组立其各月年日内布季度行先]{0,6}(?:专项资金|周转金|补偿金|风险金|保证金|基金|专项债券?|债券|预算|补贴|补助|津贴|奖金|奖补|贴息|制度|办法|细则|清单|目录|名册|台账|登记簿|档案|数据库|资源库|人选库|平台|系统|热线|专窗|超市|专班|领导小组|服务队|工作队|维修队|互助队|联盟|试点|示范点|基地|合同|协议|责任书|承诺书|手册|册子|问答册|考核|评议|测评|暗访|督查|巡查|巡察|培训班|研修班|专题班|订单班|夜校|学堂|讲堂|挂职|轮岗|走教|会商|联席会议?|例会|听证|公示|备案|托管|保险|担保|贷款)/u,
    yes: ['设立专项资金', '公布权力清单', '纳入考核'],
    no: ['提高认识', '高度重视'],
  },
];

/** Conditions, bounds and sanctions: what happens in which case. */
export const BINDING: readonly Marker[] = [
  {
    id: 'binding',
    note: 'a rule with its case or its sanction',
    pattern:
      /一律|不得|严禁|否则|逾期|拒不|取消|免职|追究|倒查|不再|不受|优先|不予|凡|满\S{1,6}[年的]|超过|达到|不(?:低于|少于|超过|高于)|以上的|的，(?:由|要|应|可|一律|予以|给予|限|依|直接|经|移|先)|必须|清单之?外|目录之?外/u,
    yes: ['逾期不办的一律通报', '对连续工作满五年的优先提拔'],
    no: ['努力提高水平'],
  },
];

/** Verbs that do something one can see. */
export const CONCRETE: readonly Marker[] = [
  {
    id: 'concrete',
    note: 'a verb whose doing can be seen',
    pattern:
      /设立|成立|组建|组成|安排|拨付|核拨|提取|列入|纳入|单列|提高到|提至|增加到|增至|降到|降至|压减|压缩|压到|削减|减至|改造|新建|扩建|配建|建成|修建|增设|更换|加装|安装|招录|招聘|考录|引进|选派|选配|配备|选聘|聘请|返聘|轮训|培训|代培|集中授课|公布|公开|公示|张榜|约谈|通报|问责|移交|移送|取消|废止|合并|归并|并入|整合|打通|开放|开设|开发|举办|签订|签约|发放|兑付|结清|补齐|补发|上浮|下放|下沉|划转|清理|清退|退回|收回|核定|核清|核编|登记|建档|定向|试点|联办|合办|结对|上门|巡回|督查|暗访|抽查|会商|汇成|建立|制定|编制|出台|修订|推行|实行|推广|评选|表彰|奖励|扶持|派驻|驻点|调剂|调配|扩大|改为|划归|征得|任免|查实|曝光|裁定|核对|化解|复用|承接|承担|挂钩|到账|贷款|担保|优先|认定|答复|调换|撤并|限期|拆成|拍板|指定|邀请|组织|拿出|携|推送|上报|公用|录入/u,
    yes: ['设立专项资金', '由三天压缩到一天', '招录二十人'],
    no: ['提高认识', '加强领导'],
  },
];

/** Words that promise effort rather than an act. */
export const VAGUE: readonly Marker[] = [
  {
    id: 'vague',
    note: 'effort, degree and spirit',
    pattern:
      /高度重视|切实|认真|大力|充分|着力|进一步|不断|积极|努力|全面|扎实|牢固|牢牢|深入|狠抓|真抓|加强|加大|强化|增强|提升|深化|促进|营造|树立|弘扬|落到实处|上下功夫|千方百计|有效|优化|健全|完善|坚持|发挥|注重|逐步|尽快|适当|创造|良好|浓厚/gu,
    yes: ['要高度重视，切实加强领导', '营造良好氛围'],
    no: ['设立专项资金'],
  },
];

export const MARKERS: readonly Marker[] = [...ACTOR, ...DEADLINE, ...INSTRUMENT, ...BINDING, ...CONCRETE, ...VAGUE];
