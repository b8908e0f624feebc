import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";

// Runs every test file, or those whose path matches the words given, and ends with the one line that CI counts.

const tests = import.meta.dirname;
const uvu = path.join(tests, "../node_modules/uvu/bin.js");
const pattern = `${process.argv[2] ?? ""}.*\\.test\\.ts$`;

rmSync(path.join(tests, ".tmp"), { recursive: true, force: true });
const child = spawn(
  process.execPath,
  ["--import", "tsx", uvu, tests, pattern, "--no-color", "--ignore", "\\.tmp"],
  {
    stdio: ["ignore", "pipe", "inherit"],
  },
);
let output = "";
child.stdout.on("data", (data: Buffer) => {
  output += data;
  process.stdout.write(data);
});
child.on("close", (code) => {
  const count = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(output)?.[1] ?? Number.NaN);
  const [total, passed, skipped] = [count("Total"), count("Passed"), count("Skipped")];
  // What uvu could not even load counts as failed, so that the line never looks better than the run.
  const failed =
    Number.isNaN(total) || total === 0 ? 1 : Math.max(total - passed - skipped, code === 0 ? 0 : 1);
  process.stdout.write(`${passed || 0} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
});
