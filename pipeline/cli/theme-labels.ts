import type { Language } from '../config.ts';
import type { Role } from '../model/role.ts';
import type { Table } from '../store/reader.ts';
import { roleLabel } from './labels.ts';

/**
 * A table as its reader wants it: of the columns `…_zh` and `…_en` the one in the language, roles by their names, columns
 * renamed as `names` says, and columns without any value left out.
 */
export function inLanguage(table: Table, lang: Language, names: Readonly<Record<string, string>> = {}): Table {
  const kept = table.columns.flatMap(({ name }, index) =>
    name.endsWith(lang === 'zh' ? '_en' : '_zh') || table.rows.every((row) => row[index] === null) ? [] : [index],
  );
  const roles = table.columns.findIndex(({ name }) => name === 'role');
  return {
    columns: kept.map((index) => {
      const { name, type } = table.columns[index]!;
      return { name: names[name] ?? name.replace(/_(zh|en)$/, ''), type };
    }),
    rows: table.rows.map((row) =>
      kept.map((index) => (index === roles ? roleLabel(row[index] as Role, lang) : row[index]!)),
    ),
  };
}
