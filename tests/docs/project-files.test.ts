import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { readSource, sourceFiles } from "../house/imports.ts";
import { codes, doc, docs, section, table } from "../support/docs.ts";
import { root } from "../support/site.ts";
import { problemsOf, type Release, versionsOf } from "../tools/release/check-release.ts";
import { nodeVersions } from "../tools/versions.ts";

const test = suite("files about the project: changelog, citation, security, contributing");

const read = (name: string): string => readFileSync(path.join(root, name), "utf8");

const manifest = JSON.parse(read("package.json")) as Release["manifest"] & {
  name: string;
  license: string;
  keywords: string[];
  peerDependencies: Record<string, string>;
};

const citation = parse(read("CITATION.cff")) as Release["citation"] & {
  "cff-version": string;
  message: string;
  title: string;
  license: string;
  authors: { name?: string }[];
  keywords: string[];
};

const changelog = read("CHANGELOG.md");

/** The kinds of changes of Keep a Changelog. */
const kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

/** The entries of a part of the changelog, each in one line. */
const entriesOf = (text: string): string[] =>
  text
    .split(/^- /m)
    .slice(1)
    .map((entry) => entry.replaceAll(/\s+/g, " ").trim());

test("the changelog has the form of Keep a Changelog, newest version first", () => {
  const versions = versionsOf(changelog);
  assert.is(versions[0]?.name, "Unreleased");
  const released = versions.slice(1);
  for (const { name, date, text } of released) {
    assert.match(name, /^\d+\.\d+\.\d+$/);
    assert.ok(date, `${name} has a date`);
    assert.ok(entriesOf(text).length > 0, `${name} has entries`);
  }
  const dates = released.map(({ date }) => date ?? "");
  assert.equal(dates, dates.toSorted().reverse());
  for (const { name, text } of versions) {
    const found = [...text.matchAll(/^### (.+)$/gm)].map(([, kind = ""]) => kind);
    assert.equal(
      found,
      kinds.filter((kind) => found.includes(kind)),
      `${name}: in order, each once`,
    );
  }
});

test("each breaking change starts with the word and says what to do", () => {
  const entries = versionsOf(changelog).flatMap(({ text }) => entriesOf(text));
  const breaking = entries.filter((entry) => entry.includes("BREAKING"));
  assert.ok(breaking.length > 10);
  // An imperative, maybe after a condition: "Set …", "If you write the data yourself, set …".
  const advice =
    /(?:^|[.;] |, )(?:[A-Z]\w+ `[^`]+` or )?(set|move|write|change|adapt|declare|replace|remove|pass)\b/i;
  for (const entry of breaking) {
    assert.match(entry, /^\*\*BREAKING\*\* /);
    assert.match(entry.slice(entry.indexOf(". ")), advice, entry);
  }
});

test("what the changelog names exists: options, and old names only as old", () => {
  const options = doc("docs/options.md");
  const set = [...changelog.matchAll(/\b[Ss]et\s+`(\w+): /g)].map(([, name = ""]) => name);
  assert.ok(set.length > 4);
  // `html` is a setting of a section.
  for (const name of set.filter((each) => each !== "html")) assert.match(options, `| \`${name}\` |`);
  assert.ok(!existsSync(path.join(root, "layouts/indigo/publications/publication-details.njk")));
  for (const part of ["publications/publication-actions", "publications/publication-bibtex", "parts/nav"])
    assert.ok(existsSync(path.join(root, `layouts/indigo/${part}.njk`)), part);
});

test("the citation has the version, license, authors and keywords of the package", () => {
  assert.is(citation["cff-version"], "1.2.0");
  assert.is(citation.version, manifest.version);
  assert.is(citation.license, manifest.license);
  assert.equal(citation.keywords, manifest.keywords);
  assert.ok(citation.title.startsWith(manifest.name));
  assert.ok(citation.message.length > 0);
  assert.equal(
    citation.authors.map(({ name }) => name),
    [/Copyright \(c\) \d+ (.+)/.exec(read("LICENSE"))?.[1]],
  );
});

test("the security policy names the supported versions", () => {
  const rows = table(section("SECURITY.md", "What is supported"), ["What", "Which", "Until"]);
  const which = Object.fromEntries(rows.map(([what = "", versions]) => [what, versions]));
  assert.is(which.Node, nodeVersions.join(", "));
  assert.is(which.Eleventy, manifest.peerDependencies["@11ty/eleventy"]?.replace(/^\^(\d+\.\d+)\..*/, "$1"));
});

test("each kind of attack in the security policy has tests, which exist", () => {
  const rows = table(section("SECURITY.md", "What counts as an attack"), [
    "Content by others",
    "Could otherwise",
    "Kept from it by",
  ]);
  assert.ok(rows.length > 5);
  for (const [content, , tests] of rows) {
    const files = codes(tests);
    assert.ok(files.length > 0, content);
    for (const file of files) assert.ok(existsSync(path.join(root, file)), file);
  }
});

test("the glossary has each word once, in no other word's place, and the documentation or the code uses it", () => {
  const rows = table(section("CONTRIBUTING.md", "Glossary"), ["word", "what it means", "not"]);
  const words = rows.map(([word = ""]) => word);
  assert.ok(words.length > 15);
  assert.is(new Set(words).size, words.length);
  const text = [...Object.values(docs), ...sourceFiles.map(readSource)].join("\n");
  for (const word of words) {
    const plural = word.replace(/y$/, "(?:y|ie)");
    assert.match(text, new RegExp(`\\b${plural}(?:s|es)?\\b`, "i"), word);
  }
});

test("no file about the project or of .github has an e-mail address or a URL of this project", () => {
  const names = ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "CITATION.cff"];
  for (const name of names) {
    const text = read(name);
    assert.not.match(text, /[\w.]+@[\w-]+\.\w/, name);
    if (!manifest.repository) assert.not.match(text, new RegExp(`https?://\\S*${manifest.name}`), name);
  }
});

/** A release with which nothing is wrong. */
const release: Release = {
  tag: "v1.2.0",
  manifest: { version: "1.2.0", repository: { url: "git+https://git.example/a/b.git" } },
  changelog: "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-12-01\n\n### Added\n\n- A.\n",
  citation: {
    version: "1.2.0",
    "date-released": "2026-12-01",
    "repository-code": "https://git.example/a/b",
  },
};

test("a release that is complete has no problems, and each thing that it lacks is one", () => {
  assert.equal(problemsOf(release), []);
  const faulty: [change: Partial<Release>, problem: RegExp][] = [
    [{ tag: "1.2.0" }, /the tag is 1\.2\.0, .* tag it v1\.2\.0/],
    [{ manifest: { version: "1.2.0" } }, /no field "repository"/],
    [{ manifest: { version: "1.2.0", repository: "a/b" } }, /no field "repository" with an https URL/],
    [{ manifest: { version: "1.2.0", repository: "https://git.example/c" } }, /"repository-code: /],
    [{ changelog: release.changelog.replace(" - 2026-12-01", "") }, /no heading "## \[1\.2\.0\] - /],
    [{ changelog: release.changelog.split("### Added")[0] ?? "" }, /says nothing about 1\.2\.0/],
    [
      { changelog: release.changelog.replace("[Unreleased]\n", "[Unreleased]\n\n### Fixed\n\n- B.\n") },
      /entries under "Unreleased"/,
    ],
    [{ citation: { ...release.citation, version: "1.1.0" } }, /has the version 1\.1\.0/],
    [{ citation: { ...release.citation, "date-released": "2026-11-01" } }, /"date-released: 2026-12-01"/],
  ];
  for (const [change, problem] of faulty) {
    const problems = problemsOf({ ...release, ...change });
    assert.is(problems.length, 1, problems.join("\n"));
    assert.match(problems[0] ?? "", problem);
  }
});

test.run();
