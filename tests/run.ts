import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

// Runs every test file, or those whose path matches a pattern, such as a folder or "browser". Prints the seconds of each file,
// the ten slowest files, the seconds of the whole run, and on the last line the counts that CI reads. Each file runs in its own
// process, as many at a time as there are processors. A file that fails runs once more at the end, alone: what passes then
// failed for want of time or because of another test. Its first output stays in the log, and it is named at the end.

const tests = import.meta.dirname;
const pattern = new RegExp(`(?:${process.argv[2] ?? ""}).*\\.test\\.ts$`);

/** Patterns of files by duration, longest first: short ones start last, so that all processors finish at the same time. */
const byDuration = [
  /^whole-site[\\/]hostile.*browser/,
  /^publications[\\/].*(pages|browser)/,
  /\.browser\./,
  /^cli[\\/]/,
  /^whole-site[\\/]/,
  /messages|jekyll|sections|publications/,
];
const rank = (file: string): number => {
  const index = byDuration.findIndex((each) => each.test(file));
  return index < 0 ? byDuration.length : index;
};

const runStart = performance.now();
const secondsSince = (time: number): number => (performance.now() - time) / 1000;

rmSync(path.join(tests, ".tmp"), { recursive: true, force: true });
const waiting = readdirSync(tests, { recursive: true, encoding: "utf8" })
  .filter((file) => !file.startsWith(".tmp") && pattern.test(file))
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
const sum = { files: waiting.length, passed: 0, failed: 0, skipped: 0 };
const durations: { file: string; seconds: number }[] = [];

/** Files that failed while others ran. */
const failedFirst: string[] = [];

/**
 * Runs one file and prints its result, and its output if a test failed.
 *
 * @param again - Whether a failure is noted for a second run instead of counted.
 */
function run(file: string, again: boolean): Promise<void> {
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
      // A file that does not load counts as a failed test.
      const failed =
        Number.isNaN(total) || total === 0 ? 1 : Math.max(total - passed - skipped, code === 0 ? 0 : 1);
      if (failed > 0 && again) failedFirst.push(file);
      else {
        sum.passed += passed || 0;
        sum.skipped += skipped || 0;
        sum.failed += failed;
      }
      const seconds = secondsSince(start);
      durations.push({ file, seconds });
      const summary = `${passed || 0} of ${total || 0} in ${seconds.toFixed(1)} s`;
      process.stdout.write(failed > 0 ? `${file}: ${summary}\n${output}\n` : `${file}: ${summary}\n`);
      resolve();
    });
  });
}

async function work(): Promise<void> {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await run(file, true);
}

/** Returns the ten slowest files and the seconds of the whole run as lines. */
function durationTable(): string {
  const slowest = durations.sort((a, b) => b.seconds - a.seconds).slice(0, 10);
  const rows = [...slowest, { file: `all ${sum.files} files`, seconds: secondsSince(runStart) }];
  return rows.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}\n`).join("");
}

// Start the browser once: a packaged browser is unpacked at its first start, which two processes must not do at the same time.
if (waiting.some((file) => file.includes(".browser."))) {
  const { launchBrowser } = await import("./support/browser.ts");
  await launchBrowser().then(
    (browser) => browser.close(),
    () => {},
  );
}
await Promise.all(Array.from({ length: os.availableParallelism() }, work));
for (const file of failedFirst) {
  process.stdout.write(`\nonce more, alone: `);
  await run(file, false);
}
if (sum.files === 0) sum.failed = 1;
process.stdout.write(`\n${durationTable()}\n`);
for (const file of failedFirst) process.stdout.write(`failed at the first run: ${file}\n`);
process.stdout.write(
  `${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ""}\n`,
);
process.exitCode = sum.failed === 0 ? 0 : 1;
