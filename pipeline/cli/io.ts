import pc from 'picocolors';

/** Where text goes. `columns` is the width of a terminal. */
export interface Screen {
  readonly write: (text: string) => void;
  readonly tty: boolean;
  readonly columns: number;
}

/** The world as commands see it; tests pass their own. */
export interface Io {
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a command gets: the world, and a way to end with an exit code after its work is done. */
export interface Context {
  readonly io: Io;
  readonly exit: (code: number) => void;
}

export type Colors = ReturnType<typeof pc.createColors>;

/** Colours for a terminal, unless NO_COLOR is set or it is dumb; plain text otherwise. */
export const colorsFor = (screen: Screen, env: Io['env']): Colors =>
  pc.createColors(screen.tty && !env.NO_COLOR && env.TERM !== 'dumb');

/** The world of this process. */
export const processIo = (): Io => ({
  stdout: screenOf(process.stdout),
  stderr: screenOf(process.stderr),
  cwd: process.cwd(),
  env: process.env,
});

const screenOf = (stream: NodeJS.WriteStream): Screen => ({
  write: (text) => void stream.write(text),
  tty: stream.isTTY === true,
  columns: stream.columns ?? 100,
});
