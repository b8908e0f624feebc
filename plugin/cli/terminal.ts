import { spinner } from "@clack/prompts";
import pc from "picocolors";
import { interrupted } from "./interruption.js";

/** How the command talks to its user. */
export interface Terminal {
  /** Whether a person sits in front of it, whom questions can be asked. */
  readonly isInteractive: boolean;
  readonly colors: ReturnType<typeof pc.createColors>;
  /** A line of the result, to standard output. With `--json` there is none but {@link Terminal.json}. */
  print(line?: string): void;
  /** A line beside the result, to standard error. */
  note(line: string): void;
  /** The result for programs. */
  json(value: unknown): void;
  /** Runs work and says what it is, if it takes longer than a second. */
  during<T>(what: string, work: () => Promise<T>): Promise<T>;
}

const afterMilliseconds = 1000;

/**
 * The terminal, or the files and pipes in its place: colour only on a terminal that shows some, and never with `NO_COLOR`
 * set (https://no-color.org).
 *
 * @param isJson - Whether standard output is for a program.
 */
export function openTerminal(isJson: boolean): Terminal {
  const { stdout, stderr, stdin, env } = process;
  const hasColor = Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== "dumb";
  return {
    isInteractive: Boolean(stdin.isTTY && stdout.isTTY) && !isJson && !env.CI,
    colors: pc.createColors(hasColor),
    print(line = "") {
      if (!isJson) stdout.write(`${line}\n`);
    },
    note(line) {
      stderr.write(`${line}\n`);
    },
    json(value) {
      if (isJson) stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    during: (what, work) => during(what, work, Boolean(stderr.isTTY) && hasColor),
  };
}

/** A moving sign on a terminal; elsewhere, as in the log of a CI, one line. */
async function during<T>(what: string, work: () => Promise<T>, moves: boolean): Promise<T> {
  const wheel = moves ? spinner({ output: process.stderr }) : undefined;
  // The sign takes Ctrl-C for itself, and ends with 0, though the work is not done.
  const onExit = (code: number): void => {
    if (code === 0) process.exitCode = interrupted;
  };
  process.on("exit", onExit);
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    if (wheel) wheel.start(what);
    else process.stderr.write(`${what} …\n`);
  }, afterMilliseconds);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    process.off("exit", onExit);
    if (isShown) wheel?.clear();
  }
}
