import type { RoleRule } from './rule.ts';

/** Rules that vote for `heading` (标题). */
export const HEADING_RULES: readonly RoleRule[] = [
  {
    id: 'h-topic',
    role: 'heading',
    note: 'a heading that ends in the name of a topic',
    heading: true,
    pattern:
      /(?:情况|现状|问题|原因|成因|对策|建议|措施|做法|成效|回顾|安排|任务|要求|意义|背景|概况|思路|目标|体系|分析|方法|对象|概述|结语|引言|前言|层面|方面|机制|原则|格局|特点|研究|思考|探讨|打算|展望|举措|经验|启示|内容|框架)(?:[（(].{0,12}[)）])?[。：:]?$/,
    unless:
      /(?:不|缺乏|缺失|薄弱|滞后|^(?:是)?(?:要|建立|健全|完善|强化|优化|加强|创新|构建|破解|解决|落实|提出|推进|落实))/,
    yes: ['#存在的主要问题', '#待遇层面。', '#下一步工作打算'],
    no: ['#健全激励机制', '#激励机制不健全', '调研组分析了存在的主要问题。'],
  },
  {
    id: 'h-title',
    role: 'heading',
    note: 'the title of a document',
    pattern:
      /^(?:关于)?[^，。！？]{2,50}(?:的(?:调研报告|报告|通知|意见|函|通报|决定|提案|建议|批复|请示|实施方案|实施意见|指导意见|若干意见|思考|调查|调研|研究|答复)|工作报告|调研报告|调查报告|自查报告|工作总结|工作汇报)(?:[（(][^）)]{1,12}[)）])?$/,
    yes: ['关于乡镇卫生院药品配备情况的调研报告', '#政府工作报告'],
    no: ['现将关于药品配备情况的调研报告印发给你们。'],
  },
  {
    id: 'h-short-block',
    role: 'heading',
    note: 'a short heading with no verb of claim and no stop',
    heading: true,
    pattern: /^[^，。；！？]{2,14}$/,
    unless:
      /(?:不|难|缺|差|弱|低|少|要(?!求)|应|建立|健全|完善|强化|优化|加强|创新|构建|提高|提升|推进|推动|加大|加快|落实|拓宽|改进|规范|严格|坚持|深化|抓|做好|滞后|单一|短缺|有效|明显|扎实|持续|稳)/,
    yes: ['#总体要求', '#资料与方法'],
    no: ['#人手短缺', '#加强领导'],
  },
  {
    id: 'h-figure-caption',
    role: 'heading',
    note: 'the caption of a figure, a table or a box',
    cues: ['图', '表', '专栏', 'Table', 'Fig', '附件', '附表'],
    pattern: /^(?:图|表|专栏|附件|附表|附图|Table|Fig\.?)\s?[\d一二三四五六七八九十]+/,
    unless: /[。；].+|所示|可见|可以看出/,
    yes: ['表3各乡镇卫生院床位数', '专栏2：重点工程'],
    no: ['表3所示，床位数逐年增加。'],
  },
  {
    id: 'h-about',
    role: 'heading',
    note: 'a heading that opens with 关于 and names the matter',
    pattern: /^关于[^，。；：]{2,40}(?:问题|情况|事项|工作|方面)?。?$/,
    yes: ['关于乡村道路养护问题。'],
    no: ['关于道路养护，由县里统一招标。'],
  },
];

/** Rules that vote for `noise` (噪声). */
export const NOISE_RULES: readonly RoleRule[] = [
  {
    id: 'n-editor',
    role: 'noise',
    note: 'what a site or an editor put around the text',
    cues: [
      '责任编辑',
      '返回',
      '查看更多',
      '来源',
      '编辑',
      '字号',
      '打印',
      '下载',
      '分享',
      '摄',
      '版权',
      '浏览',
      '作者：',
      '此件',
    ],
    pattern:
      /(?:责任编辑|返回(?:搜狐|首页|顶部)|查看更多|流程编辑|字号|^来源[：:]|^下载$|^打印$|^分享|版权归|浏览次数|此件[^。]{0,8}公开|\S摄[。）]?$|^[（(][^）)]{2,8}[)）]$)/,
    unless: /(?:加强|要|应)/,
    yes: ['责任编辑：某某', '（此件公开发布）'],
    no: ['资金来源单一，缺口较大。'],
  },
  {
    id: 'n-questionnaire',
    role: 'noise',
    note: 'a question of a questionnaire or an interview guide, put to the one who answers',
    cues: ['您'],
    pattern: /您[^。]{0,60}(?:吗|什么|如何|怎么|哪些|有没有|是否|多少|几)[^。]{0,20}[？?]/,
    yes: ['您对窗口的服务态度满意吗？', '您认为还有哪些地方需要改进？'],
    no: ['怎样让老人住得安心？', '感谢您的来信。'],
  },
  {
    id: 'n-paper',
    role: 'noise',
    note: 'the apparatus of a journal: authors, key words, numbers, references',
    cues: [
      '关键词',
      '收稿',
      '作者简介',
      '基金',
      'DOI',
      '分类号',
      'E-mail',
      '通信作者',
      '通讯作者',
      '[J]',
      '[M]',
      '参考文献',
      'http',
      'Key words',
      'University',
      '文献标识码',
      'doi',
      '邮编',
      'Abstract',
    ],
    pattern:
      /(?:关键词|收(?:稿|到)日期|作者简介|(?:基金|资助)项目[：:]|DOI|doi[：:]|分类号|文献标识码|E-?mail|通[信讯]作者|\[[JMDC]\]|^参考文献|https?:|[Kk]ey\s?words|University|Abstract)/,
    yes: ['关键词：乡村医生；薪酬；留任', '收稿日期：2020-03-02'],
    no: ['设立产业发展基金项目。'],
  },
  {
    id: 'n-address',
    role: 'noise',
    note: 'whom it is addressed to, who signs, the date and the number of a document',
    pattern:
      /^(?:(?:尊敬的|亲爱的)?(?:各位(?:代表|委员|领导|同志)|同志们|[^，。]{2,40}(?:委员会|政府|单位|部门|机构|同志|主席|代表|网友|市民|用户|先生|女士|办公厅)(?:[（(][^）)]{1,20}[)）])?)[：:！!，]?|[^，。：:]{2,16}(?:人民政府|办公厅|办公室|委员会|国务院)|[\d〇○一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日|[^，。\s]{1,8}[〔[（(]\d{4}[〕\])）]\d+号)$/,
    yes: ['各位代表：', '2019年1月9日', '县人民政府办公室'],
    no: ['县人民政府高度重视此项工作。'],
  },
  {
    id: 'n-markup',
    role: 'noise',
    note: 'left-overs of markup, tables and broken lines',
    pattern:
      /<\/?t[dr]|<html|rowspan|^[^\p{L}\p{N}]{0,6}$|^[|\x2d—\s\d.]+$|^(?:[^。]|[^。]{1,2}$)。?$|在此处键入|错误！|未定义书签/u,
    yes: ['</td></tr><tr><td>', '12', '性。'],
    no: ['增效明显。', '服务好。'],
  },
  {
    id: 'n-latin',
    role: 'noise',
    note: 'a line in another script: names, affiliations, captions of a translation',
    pattern: /^[^\u4e00-\u9fff]*[A-Za-z]{3,}[^\u4e00-\u9fff]*$/,
    yes: ['School of Public Health, Some City'],
    no: ['推广BIM技术。'],
  },
  {
    id: 'n-contact',
    role: 'noise',
    note: 'the polite close of a reply, with where to call',
    cues: ['感谢您', '联系电话', '咨询电话', '拨打', '直接联系', '祝您', '如有疑问', '特此', '您好'],
    pattern:
      /(?:感谢您(?:的|对)|联系电话|咨询电话|(?:可|请)(?:拨打|直接联系|致电)|祝您|如有疑问|^特此(?:函复|报告|通知|回复)|^(?:网友|市民)?[^，。]{0,6}您好[！，。]?$)/,
    yes: ['感谢您的来信与支持。', '如有疑问，可拨打服务热线。'],
    no: ['公布监督举报电话，接受群众监督。'],
  },
];
