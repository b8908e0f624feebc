type Cleanup = () => void;

const cleanups = new Set<Cleanup>();
let isListening = false;

/** Exit code after Ctrl-C. */
export const interrupted = 130;

/** Exit codes after a signal, as shells define them. */
const codes = { SIGINT: interrupted, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs `work`, and `cleanup` after it: on success, on an error, and when a signal such as Ctrl-C ends the command.
 *
 * @param cleanup - Called once. Must be synchronous, since no asynchronous code runs after a signal.
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

/** Handles signals, so that cleanups run and the exit code is right. Calling it again has no effect. */
export function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const [signal, code] of Object.entries(codes)) process.on(signal, () => process.exit(code));
  // On "exit", because a library may end the process too: the spinner does so at Ctrl-C.
  process.on("exit", () => {
    for (const cleanup of [...cleanups].reverse()) cleanup();
  });
}
