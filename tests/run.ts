import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

// Runs every test file, or those whose path matches the word given, and ends with the one line that CI counts. Each file is
// a process of its own, as many at once as there are processors: most of a test is a build of Eleventy's or a browser.

const tests = import.meta.dirname;
const pattern = new RegExp(`${process.argv[2] ?? ""}.*\\.test\\.ts$`);

rmSync(path.join(tests, ".tmp"), { recursive: true, force: true });
const waiting = readdirSync(tests, { recursive: true, encoding: "utf8" })
  .filter((file) => !file.startsWith(".tmp") && pattern.test(file))
  .sort();
const sum = { files: waiting.length, passed: 0, failed: 0, skipped: 0 };

/** Runs one file, and prints what it said when it has ended. */
function run(file: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", path.join(tests, file)], {
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    });
    const start = performance.now();
    let output = "";
    child.stdout.on("data", (data: Buffer) => (output += data));
    child.stderr.on("data", (data: Buffer) => (output += data));
    child.on("close", (code) => {
      const count = (name: string): number =>
        Number(new RegExp(`${name}:\\s+(\\d+)`).exec(output)?.[1] ?? Number.NaN);
      const [total, passed, skipped] = [count("Total"), count("Passed"), count("Skipped")];
      // What could not even be loaded counts as failed, so that the line never looks better than the run.
      const failed =
        Number.isNaN(total) || total === 0 ? 1 : Math.max(total - passed - skipped, code === 0 ? 0 : 1);
      sum.passed += passed || 0;
      sum.skipped += skipped || 0;
      sum.failed += failed;
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      const summary = `${passed || 0} of ${total || 0} in ${seconds} s`;
      process.stdout.write(failed > 0 ? `${file}: ${summary}\n${output}\n` : `${file}: ${summary}\n`);
      resolve();
    });
  });
}

async function work(): Promise<void> {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await run(file);
}

await Promise.all(Array.from({ length: os.availableParallelism() }, work));
if (sum.files === 0) sum.failed = 1;
process.stdout.write(
  `${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ""}\n`,
);
process.exitCode = sum.failed === 0 ? 0 : 1;
