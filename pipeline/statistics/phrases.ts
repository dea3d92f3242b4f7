/**
 * Fixed phrases (固定提法) with a numeral that counts nothing, as official prose has coined them. Where one stands in
 * the text, no quantity begins inside it. Quoted short phrases are left out by their own rule and need not stand here.
 */
export const FIXED_PHRASES: readonly string[] = (
  '三支一扶 千成万 千上万 百上千 三个世界 半年粮 九年义务 九年一贯 十年内乱 一个中国 和平共处五项原则 五项原则 四小龙 三座大山 三大差别 三结合 两张皮 两层皮 三天两头 两头 一年比一年 一天比一天 一级比一级 土十条 水十条 气十条 国十条 二人转 几字弯 五加二 一票否决 一带一路 四个全面 五位一体 两不愁三保障 两不愁、三保障 三公经费 四个意识 四个自信 两个维护 两个确立 八项规定 ' +
  '三会一课 三重一大 三去一降一补 四个现代化 三个代表 两个文明 四项基本原则 一国两制 两个确保 两个转变 两个根本性转变 五个统筹 三个有利于 ' +
  '两个务必 两个大局 两个一百年 六稳 六保 放管服 三农 三通一平 五通一平 七通一平 三权分置 两学一做 三严三实 四风 一岗双责 双随机、一公开 ' +
  '双随机一公开 多证合一 三证合一 五证合一 一照一码 一网通办 一窗受理 一门式 一站式 一条龙 一揽子 一把手 一刀切 一盘棋 一体化 一对一 ' +
  '一站通 一卡通 一事一议 一村一品 一乡一业 一户一策 一企一策 一区一策 一厂一策 一校一策 一人一策 三位一体 四位一体 六位一体 九五普法 ' +
  '三降一升 一减一增 两新一重 两高一低 两高一剩 两化融合 四化同步 三线建设 三反五反 五反运动 三大改造 一化三改 三大纪律 八项注意 ' +
  '三年自然灾害 百年大计 百年目标 百年奋斗目标 百年变局 百年未有 百花齐放 百家争鸣 千方百计 千家万户 千军万马 千千万万 成千上万 成千成万 ' +
  '成百上千 万众一心 万众创新 万无一失 万里长征 万水千山 万隆会议 百姓 百货 百废 百年老店 十全十美 五湖四海 四面八方 五大发展理念 ' +
  '一五一十 三令五申 三心二意 三三两两 四通八达 四分五裂 五花八门 七嘴八舌 七上八下 乱七八糟 九牛一毛 独一无二 一心一意 一举一动 一砖一瓦 ' +
  '一草一木 一点一滴 一言一行 一分为二 合二为一 二元结构 四大发明 五谷 五金 六畜 九一八 五卅 八国联军 十月革命 二十国集团 七国集团 ' +
  '七十七国集团 一二三产业 一二三次产业 一产 二产 三产 三次产业 一线 二线 三线 四线 二手 二胎 二孩 三胎 三孩 两会 两岸 两院院士 两院 ' +
  '两用 两极 两性 两弹一星 两委 两翼 两型 两规 两癌 两税 两法 三军 三国 三江 三峡 三亚 三明 三沙 三河 三包 三无 三废 三资 三亩地 ' +
  '四川 四海 四季 四大班子 四套班子 五保 五险一金 五险 六盘水 七里河 九江 九寨 九龙 万宁 万州 万达 百色 千岛 十堰 十渡 一汽 二汽 ' +
  '三一重工 八达岭 亿元户 万元户 百万富翁 十二五 十三五 十四五 十五五 十一五 三讲 一改双优 四有 三好 五好 一府两院 一府一委两院 ' +
  '两代表一委员 两案 百团大战 五年计划 五年规划 五年纲要 两种所有制 二万五千里 万岁 四荒 三假 三乱 两免一补 两基 三审 一审 二审 三下乡 ' +
  '三区三州 三资企业 五讲四美 两参一改三结合 三面红旗 四清 百分百 百分制 百分点 百分比 百分率 千篇一律 万事 万物 万能 万不 万一 千古 ' +
  '千秋 千载 百万雄师 亿万 万万 百业 百科 百强 十强 十佳 千层 百般 百里挑一'
).split(/\s+/);

/** The five-year plans without their quotes: 十五期间, 八五计划. */
const PLAN = /(?:十[一二三四五])?[一二三四五六七八九十]五(?=计划|时期|期间|规划|末|以来|初)/y;
const startOf = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
/** The phrases by their first two characters, longest first. */
const BY_START = new Map<number, readonly string[]>();
for (const phrase of [...FIXED_PHRASES].sort((a, b) => b.length - a.length))
  BY_START.set(startOf(phrase, 0), [...(BY_START.get(startOf(phrase, 0)) ?? []), phrase]);

/** Where the fixed phrase that begins at `at` ends; `at` itself where none does. */
export function phraseEnd(shadow: string, at: number): number {
  if (shadow[at + 1] === '五' || shadow[at + 3] === '五') {
    PLAN.lastIndex = at;
    if (PLAN.test(shadow)) return PLAN.lastIndex;
  }
  const phrase = BY_START.get(startOf(shadow, at))?.find((text) => shadow.startsWith(text, at));
  return at + (phrase?.length ?? 0);
}
