import { spawn } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../support/site.ts";

// Builds the site of the documentation into docs/_site; with `--serve`, serves it.

const { values: options } = parseArgs({ options: { serve: { type: "boolean", default: false } } });

const eleventy = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");
const args = options.serve ? ["--serve", "--port=8081"] : ["--quiet"];
const child = spawn(process.execPath, [eleventy, ...args], {
  cwd: path.join(root, "docs"),
  stdio: "inherit",
});
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
