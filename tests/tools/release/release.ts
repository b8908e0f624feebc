import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { root } from "../../support/site.ts";
import { problemsOf, type Release, versionsOf } from "./check-release.ts";

// Checks that a tag can be released, and prints its notes from CHANGELOG.md:
//   npm run release -- v0.1.0
// Without a tag, it checks the version of package.json. Exits with code 1 if something is wrong. Publishes nothing.

const read = (name: string): string => readFileSync(path.join(root, name), "utf8");

const manifest = JSON.parse(read("package.json")) as Release["manifest"];
const release: Release = {
  tag: process.argv[2] ?? `v${manifest.version}`,
  manifest,
  changelog: read("CHANGELOG.md"),
  citation: parse(read("CITATION.cff"), { schema: "failsafe" }) as Release["citation"],
};
const problems = problemsOf(release);
for (const problem of problems) process.stderr.write(`release: ${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else
  process.stdout.write(
    `${versionsOf(release.changelog).find(({ name }) => name === manifest.version)?.text}\n`,
  );
