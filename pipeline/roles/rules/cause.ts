import { type RoleRule, words } from './rule.ts';

/** Rules that vote for `cause` (原因). */
export const CAUSE_RULES: readonly RoleRule[] = [
  {
    id: 'c-because-first',
    role: 'cause',
    note: 'the sentence opens with its reason and then tells the bad effect',
    cues: ['由于', '因为', '因'],
    pattern:
      /^(?:但|而|同时，?|另外，?|主要)?(?:由于|因为|因)[^。]*(?:不|难|缺|低|差|弱|无法|致使|导致|造成|使得|未|没|影响|少)/,
    yes: ['由于编制多年未增，窗口人手一直不足。', '因山路狭窄，消防车难以进村。'],
    no: ['由于措施得力，收成再创新高。', '因地制宜发展林下经济。'],
  },
  {
    id: 'c-main',
    role: 'cause',
    note: 'names a reason as such',
    cues: ['原因', '主因', '根源', '症结', '究其', '诱因', '成因', '归因', '源于', '缘于', '取决于', '归咎'],
    pattern:
      /(?:(?:主要|重要|根本|直接|客观|主观|深层次?|一个)的?原因(?:是|在于|就是)|原因(?:是|在于|之一)|主因是?|根源(?:在于|是)|症结(?:在于|是)|究其原因|源于|缘于|(?:主要)?是因为|归咎于|是[^，。]{2,30}的(?:重要|主要|根本)?(?:原因|诱因|根源))/,
    unless: /(?:以下|如下)[^。]{0,8}[：:]$/,
    yes: ['根本原因在于激励办法多年没有更新。', '经费渠道单一是设施老旧的主要原因。'],
    no: ['正在查找事故原因。', '原因主要有以下几点：'],
  },
  {
    id: 'c-limited',
    role: 'cause',
    note: 'limited by conditions',
    cues: ['受', '限于', '制约', '限制', '囿于'],
    pattern: /(?:受|受到|限于|囿于)[^，。；]{1,30}?(?:制约|限制|影响|约束|束缚|冲击|因素)/,
    without: words('不受 广受'),
    yes: ['受财力限制，村级公路多年未修。'],
    no: ['该做法广受好评。', '不受户籍限制，均可申请。'],
  },
  {
    id: 'c-leads-to',
    role: 'cause',
    note: 'links a condition with a bad effect by a verb',
    cues: ['导致', '致使', '造成', '使得', '引发', '诱发', '加之', '加上', '滋生', '助长'],
    pattern: /(?:导致|致使|造成|使得|引发|诱发|滋生|助长)[^。]{3,}/,
    unless: /(?:防止|避免|杜绝|防范|追究|对[^，。]{0,20}造成[^，。]{0,20}的)/,
    yes: ['多头管理致使出了问题无人负责。', '长期重建轻管，造成设备损坏严重。'],
    no: ['避免因排水不畅造成内涝。', '对造成损失的责任人依法处理。'],
  },
  {
    id: 'c-path',
    role: 'cause',
    note: 'stands under a heading of causes',
    heading: false,
    path: /(?:原因|成因|根源|病根|归因|影响因素)[^/]*(?:$| \/)/,
    yes: ['原因分析 > 考核只看数量，不看质量。'],
    no: ['存在的问题 > 考核只看数量，不看质量。'],
  },
  {
    id: 'c-motive',
    role: 'cause',
    note: 'a motive or a mistaken view that makes people act badly',
    cues: ['认为', '觉得', '怕', '片面', '错误', '误以为', '图', '为了', '心理', '观念', '思想', '轻'],
    pattern:
      /(?:(?:片面|错误|普遍|总是?)地?(?:认为|觉得|以为)|误以为|存在[^，。]{0,12}?(?:思想|心理|观念)|怕[^，。]{1,12}?(?:，|、)怕|重[^，。]{1,6}、?轻[^，。]{1,6})/,
    without: words('克服 纠正 破除 转变 防止'),
    path: /(?:原因|成因|根源|症结)/,
    yes: ['原因分析 > 有的干部片面认为抓生产才是正业。', '成因剖析 > 一些单位重建设轻管护。'],
    no: ['对策 > 坚决克服重建设轻管护的倾向。', '存在的问题 > 一些单位重建设轻管护。'],
  },
  {
    id: 'c-institution',
    role: 'cause',
    note: 'system and mechanism named as not in order, in a section of causes',
    cues: ['体制', '机制', '制度', '政策', '法规', '考核', '监管', '投入', '保障', '编制'],
    pattern:
      /(?:体制|机制|制度|政策|法规|考核|监管|投入|保障|编制|职责)[^，。；]{0,12}?(?:不顺|不健全|不完善|缺失|滞后|不足|不力|缺位|不到位|不明|不清|僵化|单一|乏力|错位|有限|不够)/,
    path: /(?:原因|成因|根源|症结)/,
    yes: ['原因分析 > 考核机制不健全。'],
    no: ['存在的问题 > 考核机制不健全。', '原因分析 > 健全考核机制。'],
  },
  {
    id: 'c-objective',
    role: 'cause',
    note: 'splits reasons into objective and subjective ones',
    cues: ['客观上', '主观上', '客观方面', '主观方面', '从客观', '从主观', '历史原因', '客观因素'],
    yes: ['客观上，山区地广人稀，服务半径大。'],
    no: ['要客观看待取得的成绩。'],
  },
  {
    id: 'c-after-all',
    role: 'cause',
    note: 'goes to the bottom of the matter, in the words of speeches and letters',
    cues: words('说到底 归根 追根 追问下去 究其 根子 症结 病根 病因 缘故 缘由 之所以'),
    pattern:
      /(?:说到底|归根(?:到底|结底|究底|结蒂)|追根(?:溯源|究底)|追问下去|究其|之所以[^。]{2,}(?:因为|在于|是)|(?:根子|症结|病根|病因|缘故|缘由)(?:还|就|正|也|多|不)?(?:在|出在|是|，)|是[^，。]{2,40}的?(?:病因|病根|根子|症结|缘故)|(?:就|便|正)是(?:原因|缘故|根子))/,
    without: words('找准 找出 查找 剖析 破解 对症'),
    yes: ['说到底，是分钱的办法多年没有变。', '根子还在于谁都能管、谁都不管。', '这就是缘故。'],
    no: ['要找准症结，对症下药。'],
  },
  {
    id: 'c-behind',
    role: 'cause',
    note: 'goes behind what is seen, in plain words: 背后是, 说白了, 问题出在, 一来…二来',
    cues: words('背后 说白了 说穿了 出在 卡在 无非 不外乎 怪不得 难怪 一来 二来'),
    pattern:
      /背后，?[^，。有]{0,4}?(?:是|藏着|在于)|说(?:白|穿)了|(?:问题|毛病|根子|病|症结|梗阻|关键)[^，。]{0,6}?(?:出在|卡在)|(?:无非|不外乎)是|(?:^|，)(?:难怪|怪不得)|一来[^。]{2,}(?:二来|，)/,
    unless: /(?:要|应|必须)[^。]{0,12}背后|背后的(?:故事|付出|汗水)/,
    yes: ['拖欠的背后，是层层转包。', '说白了，谁都不想担这份责任。', '问题出在验收这一关。'],
    no: ['每一个奖牌背后都有汗水。', '要查清背后的利益链条。'],
  },
  {
    id: 'c-hence',
    role: 'cause',
    note: 'tells how one bad thing follows from another within a sentence',
    cues: words('于是 因而 以致 以至 自然 所以 也就'),
    // What stands before is looked for from the comma back: forward, every start would be tried with every comma.
    pattern:
      /[，；](?<=[^。]{5}.)[^，。]{0,8}?(?:于是|因而|以致|以至于?|所以|自然|也就)[^。]{0,24}?(?:不|没|难|少|差|空|断|低|成了|只好|只能|重复|老是)/,
    unless: /(?:要|应|必须|建议|自然(?:资源|保护|村|灾害|环境|生态|科学|条件|界|人|增长))/,
    yes: ['编制卡得死、待遇又低，年轻人自然不愿来。', '各算各的账，于是重复填报成了常事。'],
    no: ['自然资源不足。', '所以要加大投入。'],
  },
  {
    id: 'c-fear',
    role: 'cause',
    note: 'people act so because they fear blame or spare themselves trouble',
    cues: words('担责 怕 得罪 出于 省心 省事 图的是'),
    pattern:
      /(?:怕(?:担责|追责|出事|得罪|惹|麻烦|担风险)|不(?:愿|想|敢)(?:得罪|担责)|出于(?:谨慎|自保|习惯)|省心|图省事|图的是)/,
    without: words('要 应 必须 建议 克服 破除 打破'),
    yes: ['经办人怕担责，材料宁多勿少。', '大家都不愿得罪人，打分一团和气。'],
    no: ['要让干部不怕得罪人。'],
  },
];
