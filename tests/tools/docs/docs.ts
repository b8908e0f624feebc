import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "../../support/site.ts";

// Builds the site of the documentation into docs/_site; with `--serve`, serves it. Other flags are for Eleventy.

const flags = process.argv.slice(2);

const eleventy = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");
const own = flags.includes("--serve") ? "--port=8081" : "--quiet";
const child = spawn(process.execPath, [eleventy, own, ...flags], {
  cwd: path.join(root, "docs"),
  stdio: "inherit",
});
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
