import { PAGE_RULES } from './noise-page.ts';

/**
 * Lines that web pages, document shops and printers leave in a text and that are no part of a report.
 * A pattern is matched against one line without outer white space; `longest` bounds the line's length in characters.
 * Words of trade alone (下载, 会员, 二维码) prove nothing, for reports write about them: a pattern asks for the form of
 * the whole line, or for words that only a web page says of itself (本文, 本站, 小编, 文档).
 */
export interface NoiseRule {
  readonly id: string;
  readonly note: string;
  readonly pattern: RegExp;
  readonly longest: number;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Prompts and praise: what a site says to its visitors. */
const PROMPT_RULES: readonly NoiseRule[] = [
  {
    id: 'download-prompt',
    note: 'invitations to download, print, copy or open the document',
    pattern:
      /(?:点击|立即|免费|马上|一键|扫码)(?:此处|这里|这儿|下方|下面|上方|按钮|进入|链接|即可|直接)*(?:下载|打印|复制|阅读|查看|展开|保存)(?:此处|本文|全文|原文|文档|文件|附件|地址|链接|按钮|word|pdf|即可)|^[^\p{Script=Han}\w]*(?:下载|打印|复制|收藏|保存|阅读|查看|展开)(?:本文|此文|全文|原文|文档|地址|链接|次数|积分|说明|附件)[^。]{0,30}$|(?:将|把)本文的?(?:word|pdf)|(?:word|doc|pdf)(?:版|文档|格式|全文)*(?:免费)?下载|点击(?:下方|下面|上方|左侧|右侧|此处|下载)?按钮|请?点击下载|(?:更多|完整)[^。，]{0,12}(?:请?登录|请?注册|请?下载)/iu,
    longest: 80,
    yes: [
      '点击下载文档',
      '【点击此处下载全文】',
      '将本文的Word文档下载到电脑，方便收藏和打印',
      '下载本文word版请扫描下方二维码',
      '本文共3页，点击展开全文',
      '【导语】本文由会员上传分享，如需完整版请点击下载按钮。',
      '更多文档请登录会员查看',
    ],
    no: [
      '群众可点击手机应用查询办理进度。',
      '全县推广应用下载量达到3万次。',
      '办事企业反映，表格要在网上反复下载、打印，再到窗口交纸质件。',
      '下载学习资料要排队等网速，教师怨言不少。',
    ],
  },
  {
    id: 'scan-code',
    note: 'invitations to scan a code or follow an account',
    pattern:
      /^[^\p{Script=Han}\w]*(?:微信|手机|请|长按|欢迎)*(?:扫码|扫一扫|扫描|长按|识别|关注)(?:上方|下方|下面|左侧|右侧|上面|图中|我们|本站|官方|微信)*(?:的)?(?:二维码|公众号|小程序|关注|下载|阅读|分享|加群|订阅|客服)[^。]{0,30}$/u,
    longest: 50,
    yes: ['扫码关注公众号获取更多范文', '微信扫一扫二维码分享', '长按识别二维码', '关注我们的公众号'],
    no: [
      '扫码登记、扫码点餐让一些老人犯难。',
      '扫描件与原件不一致的，退回补正',
      '居民扫描二维码就能看到经费去向，心里有了底。',
    ],
  },
  {
    id: 'membership',
    note: 'points, prices and rights of members of a document shop',
    pattern:
      /^[^\p{Script=Han}\w]*(?:(?:开通|加入|成为|升级|购买|充值)?(?:VIP|会员|SVIP)+(?:专享|专属|免费|特权|登录|注册|中心|用户|下载|价|可)[^。]{0,30}|(?:所需|消耗|需要?|下载)?(?:积分|金币|下载券|下载点|点数)[:：]?\s*\d+[^。]{0,10}|(?:文档|资料)?(?:格式|大小|页数|热度|评分|上传时间|上传者|浏览量|阅读量|下载量)[:：]\s*\S{1,24}|试读(?:已)?结束[^。]{0,30}|剩余\d+页(?:未读)?[^。]{0,20})$/iu,
    longest: 60,
    yes: [
      'VIP会员专享',
      '开通VIP免费下载',
      '所需积分：5',
      '文档大小：32KB',
      '试读已结束，登录后继续阅读',
      '剩余12页未读',
    ],
    no: ['会员企业反映，融资渠道仍然单一。', '积分兑换制度覆盖42个村', '会员中心组织了三期培训，到会的不足一半。'],
  },
  {
    id: 'template-blessing',
    note: 'what compilers of model texts write around them',
    pattern:
      /(?:小编|本站|(?<![\p{Script=Han}])(?:我|笔者))(?:给|为|帮|特意|精心|今天|就)*[^。，]{0,12}(?:大家|各位|您|你)[^。]{0,10}(?:整理|收集|搜集|准备|分享|带来)|(?:大家|您|各位)(?:精心)?(?:整理|收集|准备)的?(?:了|这篇|一些)?[^。，]{0,24}(?:范文|报告|材料|文章)|(?:希望|愿)[^。，]{0,12}(?:对|给|能)[^。，]{0,8}(?:大家|您|你|各位)[^。，]{0,12}(?:有所?帮助|参考|借鉴|喜欢|帮助)|(?:仅|以)供(?:大家|各位|您)?(?:参考|借鉴)[^。]{0,6}[。！!]?$|欢迎(?:大家|各位|您)?(?:阅读|参考|下载|收藏|分享|借鉴)|(?:范文|模板)(?:大全|网|下载|精选)|^(?:本站|本网|网站)精选|觉得(?:好|有)[^。，]{0,6}(?:点赞|收藏|分享|转发)|(?:请|点个?)(?:点赞|收藏)[^。]{0,10}$/u,
    longest: 260,
    yes: [
      '下面是小编为大家整理的调研报告范文，仅供参考。',
      '希望对大家有所帮助！',
      '以下是本站给大家带来的报告，欢迎阅读。',
      '希望这些内容能给大家带来帮助',
      '本站精选营商环境调研材料供参考，更多文档请登录会员查看',
      '觉得有帮助请点赞收藏',
    ],
    no: [
      '希望各部门给予大力支持。',
      '我为群众办实事活动深入开展。',
      '以上意见供县委决策时参考采纳并推动落实。',
      '本文梳理了三年来的做法，为完善补助制度提供参考。',
      '村干部愿意给大家跑腿，可是没有一笔经费。',
      '自我评估显示，各位委员对整理后的清单满意。',
    ],
  },
  {
    id: 'copyright',
    note: 'disclaimers, copyright and licence notes of sites',
    pattern:
      /^[【[（(]*(?:声明|免责声明|版权声明|特别声明|温馨提示|阅读提示|友情提示)[】\])）]*[:：].{0,160}$|版权(?:所有|归)[^。]{0,14}(?:作者|所有|必究|翻印|$)|如有?侵权|侵权[^。，]{0,6}(?:联系|删除)|未经(?:本站|本网|授权|作者|许可)[^。]{0,10}(?:转载|复制)|转载请?注明|^\S{0,6}ICP[备证]\S{0,20}|^Copyright\b|^本作品(?:是|在|原文).{0,120}(?:公有领域|著作权法|官方文件|译文)|^本文(?:由|来自|来源于?|转载自?|摘自)[^。]{0,30}(?:网|站|上传|整理|分享|提供)/iu,
    longest: 300,
    yes: [
      '声明：本文来自网络，如有侵权请联系删除',
      '版权所有 翻印必究',
      '本文由网友上传，版权归原作者，如有侵权请联系删除',
      '阅读提示：正文较长，建议使用电脑浏览',
      '转载请注明出处',
      '本作品是法律、法规的官方正式译文，属于公有领域。',
    ],
    no: [
      '外观设计侵权多发，企业维权成本高。',
      '地理标志未经授权被冒用的情况不少。',
      '著作权登记窗口只有一人。',
      '版权登记工作站覆盖率偏低。',
    ],
  },
];

export const NOISE_RULES: readonly NoiseRule[] = [...PROMPT_RULES, ...PAGE_RULES];
