import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { keeperFile } from "../../paths.js";
import { IndigoError } from "../../utils/errors.js";
import type { Answer, Order, Rename } from "./swap-process.js";

/** The keeper of temporary folders and of the moment in which a site changes; see keeper.ts. */
export class Keeper {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts it; it is ready when this returns. */
  static async start(): Promise<Keeper> {
    const child = spawn(process.execPath, [keeperFile], {
      // Out of any folder that is to be moved or taken away.
      cwd: "/",
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const keeper = new Keeper(child);
    await keeper.#answer();
    return keeper;
  }

  /**
   * Makes a temporary folder, which is gone when the command has ended.
   *
   * @param mode - Who may look into it: by default nobody else.
   */
  temporaryFolder(prefix: string, mode = 0o700): string {
    const folder = prefix + randomUUID().slice(0, 8);
    // First, so that there is no moment in which it is there and nobody knows.
    this.#tell({ clean: folder });
    mkdirSync(folder, { mode });
    return folder;
  }

  /**
   * Does all of several renames.
   *
   * @throws IndigoError where one of them failed; the others are taken back then.
   */
  async swap(renames: Rename[]): Promise<void> {
    const answer = this.#answer();
    this.#tell({ swap: renames });
    const result = await answer;
    if ("failed" in result) throw new IndigoError(`the site stays as it was: ${result.failed}.`);
  }

  /** Lets it clean up, and waits for that. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.disconnect();
    await ended;
  }

  #tell(order: Order): void {
    this.#child.send(order);
  }

  #answer(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#child.once("error", reject);
      this.#child.once("message", (answer) => resolve(answer as Answer));
    });
  }
}
