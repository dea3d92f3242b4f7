import { Fault, messageOf } from '../model/fault.ts';

/** What the user can do about each kind of refusal. */
const HINTS: readonly { readonly pattern: RegExp; readonly hint: string }[] = [
  {
    pattern:
      /file system operations are disabled|configuration has been locked|read-only mode|Cannot launch in-memory/i,
    hint: 'queries can only read this database',
  },
  {
    pattern: /prepared parameter|Values were not provided/i,
    hint: 'give parameters as name=value after a named question',
  },
  { pattern: /Parser Error/, hint: 'check the spelling and the quotes' },
  {
    pattern: /Function with name|No function matches/i,
    hint: 'see “diaoyan queries” for the questions that have names',
  },
  { pattern: /./, hint: 'see “diaoyan schema” for tables and columns' },
];

/** The database's refusal of a query as one line with what helps. */
export function sqlFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const message = messageOf(error);
  const { hint } = HINTS.find(({ pattern }) => pattern.test(message))!;
  return new Fault(`the query does not run: ${shortened(message)}; ${hint}`);
}

/** What is wrong, without the kind of error, the copy of the query and guesses at names. */
const shortened = (message: string): string =>
  message
    .split(/\n\s*\nLINE /)[0]!
    .replace(/^Failed to extract statements: /, '')
    .replace(/^[A-Z][a-z]+( [A-Z][a-z]+)* Error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/Did you mean "[^"]*"\?/, '')
    .replace('! Candidate bindings:', '; there are')
    .replace(/[\s.!;]+$/, '');
