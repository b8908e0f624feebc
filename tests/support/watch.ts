import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "./site.ts";

const eleventy = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");

/** Eleventy in watch mode on a site. */
export class Watch {
  private readonly child: ChildProcess;
  /** Its output so far, without colors. */
  output = "";

  constructor(
    private readonly folder: string,
    ...args: string[]
  ) {
    this.child = spawn(process.execPath, [eleventy, "--watch", ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    });
    // Eleventy 4 has another word.
    this.child.stdout?.on(
      "data",
      (data) => (this.output += String(data).replaceAll("Waiting…", "Watching…")),
    );
    this.child.stderr?.on("data", (data) => (this.output += data));
  }

  /**
   * Waits for a condition, at most 90 seconds.
   *
   * @param change - Repeats the change every ten seconds, since Eleventy logs that it watches before its watcher is ready, and
   * misses changes in between.
   * @throws Error with the output if the condition is not met.
   */
  async until(isMet: () => boolean, change?: () => unknown): Promise<void> {
    const end = Date.now() + 90_000;
    let next = Date.now() + 10_000;
    while (!isMet()) {
      if (Date.now() > end) throw new Error(`the expected change did not happen:\n${this.output}`);
      await wait(100);
      if (change && Date.now() > next) {
        change();
        next = Date.now() + 10_000;
      }
    }
  }

  /** Makes a change and waits for a condition, as `until` does. */
  async after(change: () => unknown, isMet: () => boolean): Promise<void> {
    change();
    await this.until(isMet, change);
  }

  /**
   * Removes files, and waits until Eleventy has seen it. Its watcher can miss a removal that follows closely on another event of
   * the folder; then each file that was missed is written again, left there for two seconds and removed again.
   */
  async remove(...files: string[]): Promise<void> {
    const contents = new Map(files.map((file) => [file, readFileSync(path.join(this.folder, file))]));
    const start = this.output.length;
    const unseen = (): string[] => {
      // Eleventy 4 logs the path without `./`.
      const output = this.output.slice(start).replaceAll("File deleted: ./", "File deleted: ");
      return files.filter((file) => !output.includes(`File deleted: ${file}`));
    };
    const removeAll = (): void => {
      for (const file of files) rmSync(path.join(this.folder, file), { force: true });
    };
    removeAll();
    await this.until(
      () => unseen().length === 0 && files.every((file) => !existsSync(path.join(this.folder, file))),
      () => {
        for (const file of unseen()) writeFileSync(path.join(this.folder, file), contents.get(file) ?? "");
        setTimeout(removeAll, 2000);
      },
    );
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.child.once("close", resolve));
    this.child.kill();
    await closed;
  }
}
