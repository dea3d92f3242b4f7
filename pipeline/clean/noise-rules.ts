/**
 * Lines that web pages, document shops and printers leave in a text and that are no part of a report.
 * A pattern is matched against one line without outer white space; `longest` bounds the line's length in characters.
 */
export interface NoiseRule {
  readonly id: string;
  readonly note: string;
  readonly pattern: RegExp;
  readonly longest: number;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

export const NOISE_RULES: readonly NoiseRule[] = [
  {
    id: 'download-prompt',
    note: 'invitations to download, print, copy or open the document',
    pattern:
      /(?:点击|立即|免费|马上|一键|全文)(?:此处|这里|下方|按钮|进入)?(?:下载|打印|复制|阅读全文)|下载(?:本文|全文|文档|地址|链接|次数|积分|说明)|(?:将|把)本文的?(?:Word|word|WORD)|文档下载|word版本?下载|扫码(?:下载|关注|阅读)/u,
    longest: 120,
    yes: [
      '点击下载文档',
      '【点击此处下载全文】',
      '将本文的Word文档下载到电脑，方便收藏和打印',
      '扫码关注公众号获取更多范文',
    ],
    no: ['群众可点击手机应用查询办理进度。', '全县推广应用下载量达到3万次。'],
  },
  {
    id: 'recommendation',
    note: 'ratings, related reading, previous and next page',
    pattern:
      /^[【[（(]?\s*(?:推荐度|相关推荐|推荐阅读|相关阅读|延伸阅读|猜你喜欢|热门推荐|相关文章|更多相关|上一篇|下一篇|上一页|下一页|返回首页|返回列表|返回顶部|当前位置|您的位置|您现在的位置|标签|浏览次数|阅读次数|点击数|点击率|字号|字体大小|打印本页|关闭窗口|分享到|责任编辑|编辑)\s*[】\]）)]?\s*[:：|>》\s【].*$|^(?:推荐度|相关推荐|推荐阅读|相关阅读|猜你喜欢|返回首页|返回顶部|打印本页|关闭窗口)[:：]?$/u,
    longest: 120,
    yes: [
      '推荐度：',
      '相关推荐：2021年工作总结',
      '上一篇：关于教育的报告',
      '责任编辑：王某',
      '当前位置：首页 > 范文 > 报告',
    ],
    no: ['推荐阅读活动在全镇开展。', '编辑部门要加强审核。', '推荐度较高的项目有三个。'],
  },
  {
    id: 'breadcrumb',
    note: 'the path of a page on its site',
    pattern: /^(?:(?:您?现?在?的?当?前?位置)[:：]?\s*)?(?:网站)?首\s?页\s*(?:[>›»＞/|-]+\s*[^>›»＞]{1,20}\s*)+$/u,
    longest: 80,
    yes: ['首页 > 工作总结 > 调研报告', '网站首页 » 政务公开 » 计划总结'],
    no: ['首页内容更新不及时。'],
  },
  {
    id: 'template-blessing',
    note: 'what compilers of model texts write around them',
    pattern:
      /(?:小编|本站|我|笔者)(?:给|为|帮|特意|精心|今天|就)?[^。]{0,12}(?:大家|各位|您|你)[^。]{0,10}(?:整理|收集|搜集|准备|分享|带来)|(?:希望|愿)[^。]{0,12}(?:对|给|能)[^。]{0,8}(?:大家|您|你|各位)[^。]{0,12}(?:有所?帮助|参考|借鉴|喜欢)|(?:仅供|供)(?:大家|各位|您)?(?:参考|借鉴)[^。]{0,6}[。！]?$|欢迎(?:大家|各位)?(?:阅读|参考|下载|收藏|分享|借鉴)|(?:范文|模板)(?:大全|网|下载|参考|精选)/u,
    longest: 260,
    yes: [
      '下面是小编为大家整理的调研报告范文，仅供参考。',
      '希望对大家有所帮助！',
      '以下是本站给大家带来的报告，欢迎阅读。',
      '希望这些内容能给大家带来帮助',
    ],
    no: ['希望各部门给予大力支持。', '我为群众办实事活动深入开展。', '以上意见供县委决策时参考采纳并推动落实。'],
  },
  {
    id: 'copyright',
    note: 'disclaimers, copyright and source lines of web pages',
    pattern:
      /^(?:声明|免责声明|版权声明|特别声明|温馨提示|来源|文章来源|信息来源|稿源|作者|发布时间|发布日期|更新时间)[:：].{0,110}$|版权所有|侵(?:权|删)[^。]{0,10}(?:联系|删除)|未经(?:授权|许可|允许)[^。]{0,10}(?:转载|复制)|转载请注明|ICP备\d+|^Copyright\b/u,
    longest: 160,
    yes: [
      '声明：本文来自网络，如有侵权请联系删除',
      '来源：某某日报',
      '版权所有 翻印必究',
      '发布时间：2021-03-04 10:22',
    ],
    no: [
      '资金来源渠道单一。',
      '收入来源：一是工资，二是经营。共占全部收入的八成，是全镇农民收入的主体部分。'.repeat(3),
    ],
  },
  {
    id: 'address-line',
    note: 'a line that is a web address',
    pattern: /^(?:网址|链接|原文链接|本文地址|本文链接)?[:：]?\s*(?:https?:\/\/|www\.)[\x21-\x7e]+\s*$/iu,
    longest: 300,
    yes: ['https://www.example.com/a/1.html', '本文地址：http://example.com/x'],
    no: ['官网 www.example.com 公布了结果。'],
  },
  {
    id: 'page-number',
    note: 'page numbers as lines of their own',
    pattern:
      /^(?:[-—–·•\s]{1,6}\d{1,4}[-—–·•\s]{1,6}|第\s*[\d一二三四五六七八九十百]{1,4}\s*页(?:\s*[，,/、]?\s*共\s*[\d一二三四五六七八九十百]{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s*\d+(?:\s*of\s*\d+)?)$/iu,
    longest: 24,
    yes: ['- 12 -', '— 3 —', '第 3 页 共 10 页', '第3页', '3 / 10', 'Page 2 of 9'],
    no: ['第3页表格所列', '2019', '12'],
  },
  {
    id: 'link',
    note: 'a line that is nothing but one link of Markdown',
    pattern: /^\[[^\]]{0,30}\]\([^)]*\)$/u,
    longest: 300,
    yes: ['[返回目录](#)', '[更多](https://example.com)'],
    no: ['[1] 某某. 乡村治理研究[J].', '参见[附件](a.doc)所列清单。'],
  },
  {
    id: 'image',
    note: 'the marks of pictures in Markdown, on lines of their own',
    pattern: /^!\[[^\]]*\]\([^)]*\)$/u,
    longest: 400,
    yes: ['![](images/a.jpg)'],
    no: ['见图1（现状图）'],
  },
];
