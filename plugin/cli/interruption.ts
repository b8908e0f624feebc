type Cleanup = () => void;

const cleanups = new Set<Cleanup>();
let listens = false;

/** Exit code of a command that Ctrl-C ended. */
export const interrupted = 130;

/** Exit codes of a shell for a process that a signal ended. */
const codes = { SIGINT: interrupted, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs a piece of work that leaves something to clean up, which is done at its end as well as when a signal, such as
 * Ctrl-C, ends the command.
 *
 * @param cleanup - Called once; must not wait, since nothing runs any more after a signal.
 */
export async function withCleanup<T>(cleanup: Cleanup, work: () => Promise<T>): Promise<T> {
  listen();
  cleanups.add(cleanup);
  try {
    return await work();
  } finally {
    cleanups.delete(cleanup);
    cleanup();
  }
}

/** Lets the command end in its own way when it is interrupted, from the start on. */
export function listen(): void {
  if (listens) return;
  listens = true;
  for (const [signal, code] of Object.entries(codes)) process.on(signal, () => process.exit(code));
  // Also where a library ends the process, as the moving sign of progress does at Ctrl-C.
  process.on("exit", () => {
    for (const cleanup of [...cleanups].reverse()) cleanup();
  });
}
