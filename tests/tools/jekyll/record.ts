import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

// Records what Jekyll makes of small sites: builds the `files` of each with an installed Jekyll and its plugins, and writes to
// `output` the texts of what it makes (fixtures in `sites`), to `made` the names only (fixtures in `plugin-sites`), or to `heads`
// what is in their heads (fixtures in `seo`). Run it with the names of sites, or for all.

const fixtures = path.join(import.meta.dirname, "../../fixtures/jekyll-4.3.1");
const wanted = process.argv.slice(2);

for (const kind of ["sites", "plugin-sites", "seo"]) {
  for (const name of readdirSync(path.join(fixtures, kind))) {
    if (wanted.length > 0 && !wanted.includes(path.parse(name).name)) continue;
    const file = path.join(fixtures, kind, name);
    const { files } = JSON.parse(readFileSync(file, "utf8")) as { files: Record<string, string> };
    const output = built(files);
    const record =
      kind === "sites"
        ? { output }
        : kind === "seo"
          ? { heads: heads(output) }
          : { made: Object.keys(output) };
    writeFileSync(file, `${JSON.stringify({ files, ...record }, null, 2)}\n`);
  }
}

/** Returns what jekyll-seo-tag writes into the heads of pages. */
function heads(output: Readonly<Record<string, string>>): object {
  return Object.fromEntries(
    Object.entries(output).map(([file, html]) => [
      file,
      {
        description: /<meta name="description" content="([^"]*)"/.exec(html)?.[1],
        canonical: /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1],
        modified: /"dateModified":"([^"]*)"/.exec(html)?.[1],
      },
    ]),
  );
}

/** Builds a site with Jekyll; returns the texts that it makes, by path. */
function built(files: Readonly<Record<string, string>>): Record<string, string> {
  const work = mkdtempSync(path.join(os.tmpdir(), "jekyll-"));
  for (const [to, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(work, to)), { recursive: true });
    writeFileSync(path.join(work, to), text);
  }
  execFileSync("jekyll", ["build", "--quiet"], {
    cwd: work,
    stdio: "inherit",
    env: { ...process.env, JEKYLL_ENV: "production", JEKYLL_NO_BUNDLER_REQUIRE: "true" },
  });
  const folder = path.join(work, "_site");
  const output = Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((each) => /\.(html?|txt|xml|json)$/.test(each))
      .sort()
      .map((each) => [each, readFileSync(path.join(folder, each), "utf8")]),
  );
  rmSync(work, { recursive: true });
  return output;
}
