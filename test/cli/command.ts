import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../pipeline/cli/io.ts';
import { main } from '../../pipeline/main.ts';

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own with commands to run in it. */
export interface Workplace {
  readonly folder: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly run: (...argv: string[]) => Promise<Ended>;
  /** As `run`, on a terminal of this many columns. */
  readonly runOnTerminal: (columns: number, ...argv: string[]) => Promise<Ended>;
  readonly rows: <T = Record<string, unknown>>(sql: string) => Promise<T[]>;
  readonly remove: () => void;
}

export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'diaoyan-cli-'));
  const run = (argv: readonly string[], columns: number | null, env: Io['env'] = {}): Promise<Ended> =>
    runIn(folder, argv, columns, env);
  return {
    folder,
    write: (path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    run: (...argv) => run(argv, null),
    runOnTerminal: (columns, ...argv) => run(argv, columns),
    rows: async <T>(sql: string) => {
      const { code, out, err } = await run(['query', sql, '--format', 'json'], null);
      if (code !== 0) throw new Error(err);
      return JSON.parse(out) as T[];
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function runIn(cwd: string, argv: readonly string[], columns: number | null, env: Io['env']): Promise<Ended> {
  let out = '';
  let err = '';
  const screen = (write: (text: string) => void) => ({ write, tty: columns !== null, columns: columns ?? 80 });
  const io: Io = {
    stdout: screen((text) => {
      out += text;
    }),
    stderr: screen((text) => {
      err += text;
    }),
    cwd,
    env,
  };
  return { code: await main(argv, io), out, err };
}

/** A small report in the usual form: present state, problems, causes, countermeasures. */
export const REPORT = `云河县农村供水调研报告

我们对云河县农村供水情况进行了调研，现报告如下。

一、基本情况

全县共有水厂12座，供水人口23.5万人。

二、存在的主要问题

一是管网老化严重。部分管道使用超过20年，漏损率高达35%。

二是水质检测能力不足。全县只有3名检测人员，检测设备陈旧。

三、原因分析

一是投入不足。由于县级财政困难，导致管网改造资金缺口较大。

四、对策建议

一是加大资金投入。要多渠道筹集资金，加快管网改造。

二是加强队伍建设。要配齐检测人员，定期开展培训。

云河县水利局
2021年11月20日
`;
