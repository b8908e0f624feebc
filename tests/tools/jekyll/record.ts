import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

// Records what Jekyll makes of the small sites in tests/fixtures/jekyll-4.3.1/sites: builds the `files` of each with an installed
// Jekyll, and writes the files in its `output` that have text again. Run it with the names of sites, or for all.

const folder = path.join(import.meta.dirname, "../../fixtures/jekyll-4.3.1/sites");
const wanted = process.argv.slice(2);

for (const name of readdirSync(folder)) {
  if (wanted.length > 0 && !wanted.includes(path.parse(name).name)) continue;
  const file = path.join(folder, name);
  const site = JSON.parse(readFileSync(file, "utf8")) as { files: Record<string, string>; output?: object };
  const work = mkdtempSync(path.join(os.tmpdir(), "jekyll-"));
  for (const [to, text] of Object.entries(site.files)) {
    mkdirSync(path.dirname(path.join(work, to)), { recursive: true });
    writeFileSync(path.join(work, to), text);
  }
  execFileSync("jekyll", ["build", "--quiet"], {
    cwd: work,
    stdio: "inherit",
    env: { ...process.env, JEKYLL_ENV: "production" },
  });
  const built = path.join(work, "_site");
  const output = Object.fromEntries(
    readdirSync(built, { recursive: true, encoding: "utf8" })
      .filter((each) => /\.(html|txt|xml|json)$/.test(each))
      .sort()
      .map((each) => [each, readFileSync(path.join(built, each), "utf8")]),
  );
  writeFileSync(file, `${JSON.stringify({ files: site.files, output }, null, 2)}\n`);
  rmSync(work, { recursive: true });
}
