import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "./site.ts";

const eleventy = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");

/** Eleventy at work on a site, building it anew with every change. */
export class Watch {
  private readonly child: ChildProcess;
  /** Everything that it printed, without colours. */
  output = "";

  constructor(folder: string) {
    this.child = spawn(process.execPath, [eleventy, "--watch"], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    });
    this.child.stdout?.on("data", (data) => (this.output += data));
    this.child.stderr?.on("data", (data) => (this.output += data));
  }

  /**
   * Waits for what a change is to bring, at most a minute and a half.
   *
   * @param change - Makes the change again every ten seconds: Eleventy says that it watches before its watcher is ready, and
   * misses what changes in between.
   */
  async until(isThere: () => boolean, change?: () => void): Promise<void> {
    const end = Date.now() + 90_000;
    let next = Date.now() + 10_000;
    while (!isThere()) {
      if (Date.now() > end) throw new Error(`it did not come:\n${this.output}`);
      await wait(100);
      if (change && Date.now() > next) {
        change();
        next = Date.now() + 10_000;
      }
    }
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.child.once("close", resolve));
    this.child.kill();
    await closed;
  }
}
