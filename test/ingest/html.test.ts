import { describe, expect, it } from 'vitest';
import { encodeText } from '../../corpus/render.ts';
import { readSource } from '../../pipeline/ingest/read.ts';

const SENTENCE = '全县共有敬老院十五所，床位不足，护理人员少，经费投入也跟不上需要。';

async function kept(html: string | Uint8Array): Promise<string[]> {
  const { decoded } = await readSource('a.html', typeof html === 'string' ? Buffer.from(html) : html);
  return decoded!.blocks.map(({ start, end }) => decoded!.text.slice(start, end));
}

describe('a web page', () => {
  it('honours the encoding that it names', async () => {
    const page = encodeText(
      `<html><head><meta charset="gb2312"></head><body><p>${SENTENCE}</p></body></html>`,
      'gb18030',
    );
    expect(await kept(page)).toEqual([SENTENCE]);
  });
  it('does not when its bytes are not in it', async () => {
    expect(await kept(`<html><head><meta charset="gbk"></head><body><p>${SENTENCE}</p></body></html>`)).toEqual([
      SENTENCE,
    ]);
  });
  it('parts paragraphs at breaks and decodes entities', async () => {
    expect(
      await kept(`<html><body><div>一、基本情况<br><br>${SENTENCE}&ldquo;好&rdquo;&lt;</div></body></html>`),
    ).toEqual([`一、基本情况\n\n${SENTENCE}“好”<`]);
  });
  it('leaves scripts, styles and hidden parts out', async () => {
    expect(
      await kept(
        `<html><body><script>var 甲 = "<p>乙</p>"</script><style>丙</style><p style="display:none">丁</p><p>${SENTENCE}</p></body></html>`,
      ),
    ).toEqual([SENTENCE]);
  });
  it('takes menus in layout tables out', async () => {
    const menu = Array.from({ length: 8 }, (_, at) => `<p><a href="/${at}">栏目${at}</a></p>`).join('');
    const text = Array.from({ length: 8 }, () => `<p>${SENTENCE}</p>`).join('');
    expect(await kept(`<html><body><table><tr><td>${menu}</td><td>${text}</td></tr></table></body></html>`)).toEqual(
      Array(8).fill(SENTENCE),
    );
  });
  it('keeps tables of data as rows', async () => {
    const table = '<table><tr><th>指标</th><th>2022年</th></tr><tr><td>床位</td><td><p>1180</p></td></tr></table>';
    expect(await kept(`<html><body><p>${SENTENCE}</p>${table}</body></html>`)).toEqual([
      SENTENCE,
      '指标 | 2022年',
      '床位 | 1180',
    ]);
  });
  it('writes the numbers of lists', async () => {
    const list =
      '<ol style="list-style-type:cjk-ideographic"><li>加大投入</li><li>完善制度</li></ol><ol start="3"><li>加强培训</li></ol>';
    expect(await kept(`<html><body><p>${SENTENCE}</p>${list}</body></html>`)).toEqual([
      SENTENCE,
      '一、加大投入',
      '二、完善制度',
      '3.加强培训',
    ]);
  });
  it('gives title and date from the tags of government sites', async () => {
    const head =
      '<title>页面</title><meta name="ArticleTitle" content="养老服务调研"><meta name="PubDate" content="2023-06-12 10:00"><meta name="ContentSource" content="云岭县民政局">';
    const { decoded } = await readSource(
      'a.html',
      Buffer.from(`<html><head>${head}</head><body><p>${SENTENCE}</p></body></html>`),
    );
    expect(decoded!.properties).toEqual({ title: '养老服务调研', company: '云岭县民政局', created: '2023-06-12' });
  });
});
