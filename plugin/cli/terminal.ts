import { spinner } from "@clack/prompts";
import pc from "picocolors";
import { interrupted } from "./interruption.js";

/** The input and output of the command. */
export interface Terminal {
  /** Whether the command can ask questions. */
  readonly isInteractive: boolean;
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Prints a line of the result to standard output; nothing with `--json`, which uses {@link Terminal.json}. */
  print(line?: string): void;
  /** Prints a line that is not part of the result to standard error. */
  note(line: string): void;
  /** Prints the result as JSON, if `--json` is set. */
  json(value: unknown): void;
  /** Runs work and shows its name while it runs, if it takes longer than a second. */
  during<T>(title: string, work: () => Promise<T>): Promise<T>;
}

const delayInMilliseconds = 1000;

/**
 * Opens standard input and output. Colors only on a terminal that supports them, and never with `NO_COLOR`.
 *
 * @param isJson - Whether the result is printed as JSON.
 * @see https://no-color.org
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
    during: (title, work) => during(title, work, Boolean(stderr.isTTY) && hasColor),
  };
}

/**
 * Ignores output that nobody reads any more, as after `| head -1`: the command goes on to its own exit code, without a stack
 * trace. Any other error of the output is thrown.
 */
export function endQuietly(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // Windows reports EOF for a closed pipe.
      if (error.code !== "EPIPE" && error.code !== "EOF") throw error;
    });
  }
}

/** Shows a spinner on a terminal, and one line elsewhere, such as in the log of a CI job. */
async function during<T>(title: string, work: () => Promise<T>, isAnimated: boolean): Promise<T> {
  const progress = isAnimated ? spinner({ output: process.stderr }) : undefined;
  // The spinner handles Ctrl-C itself and exits with code 0, although the work is not done.
  const onExit = (code: number): void => {
    if (code === 0) process.exitCode = interrupted;
  };
  process.on("exit", onExit);
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    if (progress) progress.start(title);
    else process.stderr.write(`${title} …\n`);
  }, delayInMilliseconds);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    process.off("exit", onExit);
    if (isShown) progress?.clear();
  }
}
