import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { keeperFile } from "../paths.js";
import { IndigoError } from "../utils/errors.js";
import type { Rename, SwapJournal } from "./swap-journal.js";
import type { SwapRequest, SwapResponse } from "./swap-process.js";

/** Starts and controls the process that deletes temporary folders and exchanges files; see swap-process.ts. */
export class SwapProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts the process and waits until it is ready. */
  static async start(): Promise<SwapProcess> {
    const child = spawn(process.execPath, [keeperFile], {
      // Outside any folder that is moved or deleted.
      cwd: "/",
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const swapProcess = new SwapProcess(child);
    await swapProcess.#response();
    return swapProcess;
  }

  /**
   * Creates a temporary folder, which is deleted when the command has ended.
   *
   * @param mode - Its permissions: by default for the owner only.
   */
  temporaryFolder(prefix: string, mode = 0o700): string {
    const folder = prefix + randomUUID().slice(0, 8);
    // Register it first, so that it is deleted even if the command ends right after `mkdirSync`.
    this.#send({ clean: folder });
    mkdirSync(folder, { mode });
    return folder;
  }

  /**
   * Ends a process and its children when the command ends before them.
   *
   * @param child - The leader of a process group of its own.
   */
  endWithCommand(child: ChildProcess): void {
    const { pid } = child;
    if (pid === undefined) return;
    this.#send({ running: pid });
    // Another process may get its number later.
    child.once("exit", () => this.#child.connected && this.#send({ ended: pid }));
  }

  /**
   * Does several renames, all or none.
   *
   * @param journal - For what git can't restore if the machine stops meanwhile.
   * @throws IndigoError if one of them fails; the others are undone.
   */
  async swap(renames: Rename[], journal?: SwapJournal): Promise<void> {
    const response = this.#response();
    this.#send({ swap: renames, ...(journal && { journal }) });
    const result = await response;
    if ("failed" in result) throw new IndigoError(`the site was not changed: ${result.failed}.`);
  }

  /** Waits until the process has deleted the temporary folders and ended. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.disconnect();
    await ended;
  }

  #send(request: SwapRequest): void {
    this.#child.send(request);
  }

  /** Returns the next message from the process. */
  #response(): Promise<SwapResponse> {
    return new Promise((resolve, reject) => {
      this.#child.once("error", reject);
      this.#child.once("message", (response) => resolve(response as SwapResponse));
    });
  }
}
