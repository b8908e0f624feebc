import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { undoSwap } from "../../plugin/cli/swap-journal.ts";
import { openTerminal } from "../../plugin/cli/terminal.ts";
import { changesFile, historySchema } from "../../plugin/cli/upgrade/changes.ts";
import { compareBuilds } from "../../plugin/cli/upgrade/compare.ts";
import { packageManagerOf } from "../../plugin/cli/upgrade/package-manager.ts";
import { planUpgrade } from "../../plugin/cli/upgrade/plan.ts";
import { nextSteps, printReport } from "../../plugin/cli/upgrade/report.ts";
import { compareVersions, isVersion, rangeLike } from "../../plugin/cli/upgrade/versions.ts";
import { changelogProblems } from "../support/changelog.ts";
import { contents } from "../support/cli.ts";
import { doc } from "../support/docs.ts";
import { root, Site } from "../support/site.ts";

const test = suite("the parts of upgrade");

test("versions are in the order of semver", () => {
  const order = [
    "0.1.0",
    "0.1.10",
    "0.2.0-alpha",
    "0.2.0-alpha.1",
    "0.2.0-alpha.beta",
    "0.2.0-beta.2",
    "0.2.0-beta.11",
    "0.2.0-rc.1",
    "0.2.0",
    "1.0.0",
    "10.0.0",
  ];
  assert.equal(order.toReversed().sort(compareVersions), order);
  assert.is(compareVersions("1.0.0+a", "1.0.0+b"), 0);
  assert.equal(["1.0.0", "1.0.0-rc.1+b", "latest", "1.0", "v1.0.0"].map(isVersion), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("the range of package.json keeps its style", () => {
  for (const [declared, expected] of [
    ["^0.1.0", "^0.2.0"],
    ["~0.1.0", "~0.2.0"],
    ["0.1.0", "0.2.0"],
    ["latest", "^0.2.0"],
    [">=0.1", "^0.2.0"],
    ["file:../old.tgz", "^0.2.0"],
  ] as const)
    assert.is(rangeLike(declared, "0.2.0"), expected);
});

test("the package manager is that of the lockfile, else the one that package.json names, else npm", () => {
  const cases: [Record<string, string>, string | RegExp][] = [
    [{}, "npm"],
    [{ "package-lock.json": "" }, "npm"],
    [{ "pnpm-lock.yaml": "" }, "pnpm"],
    [{ "yarn.lock": "" }, "yarn"],
    [{ "bun.lock": "" }, "bun"],
    [{ "bun.lockb": "" }, "bun"],
    [{ "package.json": '{ "packageManager": "pnpm@9.1.0" }' }, "pnpm"],
    [
      { "package.json": '{ "packageManager": "yarn@4.1.0" }', "package-lock.json": "", "yarn.lock": "" },
      "yarn",
    ],
    [{ ".pnp.cjs": "", "yarn.lock": "" }, /Yarn Plug'n'Play/],
    [{ "../pnpm-lock.yaml": "" }, /the lockfile of the site is in ".*", as in a workspace/],
  ];
  for (const [files, expected] of cases) {
    const top = new Site();
    const site = new Site({ "package.json": "{}" }, path.join(top.folder, "site")).write(files);
    const result = (): string => packageManagerOf(site.folder, top.folder);
    if (typeof expected === "string") assert.is(result(), expected, JSON.stringify(files));
    else assert.throws(result, expected);
    top.remove();
  }
});

const option = { version: "0.2.0", kind: "option", from: "listHeader", to: "headerOfLists" } as const;

/** What becomes of a config's options, and the places that are left to the author. */
interface ConfigCase {
  name: string;
  before: string;
  /** The text afterwards. Default: the same, since it is left to the author. */
  after?: string;
  byHand?: string;
}

const imports = 'import indigo from "eleventy-plugin-indigo";\n';
const calls = (options: string, before = imports): string =>
  `${before}export default (c) => {\n  c.addPlugin(indigo, ${options});\n};\n`;

const configCases: ConfigCase[] = [
  { name: "a name", before: calls("{ listHeader: 1 }"), after: calls("{ headerOfLists: 1 }") },
  {
    name: "a name in double quotes",
    before: calls('{ "listHeader": 1 }'),
    after: calls('{ "headerOfLists": 1 }'),
  },
  {
    name: "a name in single quotes",
    before: calls("{ 'listHeader': 1 }"),
    after: calls("{ 'headerOfLists': 1 }"),
  },
  {
    name: "a computed literal",
    before: calls("{ ['listHeader']: 1 }"),
    after: calls("{ ['headerOfLists']: 1 }"),
  },
  {
    name: "a shorthand",
    before: calls("{ listHeader }", `${imports}const listHeader = 1;\n`),
    after: calls("{ headerOfLists: listHeader }", `${imports}const listHeader = 1;\n`),
  },
  {
    name: "the same name elsewhere, in a string, a comment and a nested object",
    before: calls('{ title: "listHeader: 1", /* listHeader: */ social: { listHeader: 1 }, listHeader: 1 }'),
    after: calls('{ title: "listHeader: 1", /* listHeader: */ social: { listHeader: 1 }, headerOfLists: 1 }'),
  },
  {
    name: "a constant",
    before: calls("options", `${imports}const options = { listHeader: 1 };\n`),
    after: calls("options", `${imports}const options = { headerOfLists: 1 };\n`),
  },
  {
    name: "a spread constant",
    before: calls("{ title: 1, ...shared }", `${imports}const shared = { listHeader: 1 };\n`),
    after: calls("{ title: 1, ...shared }", `${imports}const shared = { headerOfLists: 1 };\n`),
  },
  {
    name: "CommonJS",
    before:
      'const indigo = require("eleventy-plugin-indigo");\nmodule.exports = (c) => c.addPlugin(indigo, { listHeader: 1 });\n',
    after:
      'const indigo = require("eleventy-plugin-indigo");\nmodule.exports = (c) => c.addPlugin(indigo, { headerOfLists: 1 });\n',
  },
  {
    name: "a dynamic import",
    before:
      'export default async (c) => {\n  const { default: theme } = await import("eleventy-plugin-indigo");\n  c.addPlugin(theme, { listHeader: 1 });\n};\n',
    after:
      'export default async (c) => {\n  const { default: theme } = await import("eleventy-plugin-indigo");\n  c.addPlugin(theme, { headerOfLists: 1 });\n};\n',
  },
  {
    name: "another plugin",
    before: `${imports}export default (c) => { c.addPlugin(other, { listHeader: 1 }); c.addPlugin(indigo, {}); };\n`,
  },
  {
    name: "both names",
    before: calls("{ listHeader: 1, headerOfLists: 2 }"),
    byHand: '"headerOfLists" is set too',
  },
  { name: "a call", before: calls("read()"), byHand: "a part of the options is computed" },
  { name: "a computed name", before: calls("{ [key]: 1 }"), byHand: "a part of the options is computed" },
  {
    name: "a constant that is changed",
    before: calls("options", `${imports}const options = {};\noptions.listHeader = 1;\n`),
    byHand: "a part of the options is computed",
  },
  {
    name: "a config that adds no plugin here",
    before: "export default shared;\n",
    byHand: "a part of the options is computed",
  },
  {
    name: "a config with a syntax error",
    before: "export default {\n",
    byHand: "a part of the options is computed",
  },
];

/** Plans an upgrade of a site from two packages with these parts. */
function planned(
  files: Record<string, string>,
  changes: Parameters<typeof planUpgrade>[4],
  parts: readonly [Record<string, string>, Record<string, string>] = [{}, {}],
): ReturnType<typeof planUpgrade> {
  const site = new Site(files);
  const packages = parts.map((each, index) => {
    const folder = path.join(site.folder, `.package-${index}`);
    mkdirSync(path.join(folder, "layouts/indigo"), { recursive: true });
    new Site(each, path.join(folder, "layouts/indigo"));
    return folder;
  }) as [string, string];
  try {
    return planUpgrade(site.folder, Object.keys(files), "_includes", packages, changes);
  } finally {
    site.remove();
  }
}

const reasons = ({ touched }: ReturnType<typeof planUpgrade>): string[] =>
  touched.flatMap(({ findings }) =>
    findings
      .filter(({ edit }) => !edit)
      .map(({ place, why }) => `${place.file}${place.line ? `:${place.line}` : ""} ${why ?? ""}`.trim()),
  );

for (const { name, before, after, byHand } of configCases) {
  test(`an option that is renamed: ${name}`, () => {
    const plan = planned({ "eleventy.config.js": before }, [option]);
    assert.is(plan.written.get("eleventy.config.js"), after);
    const left = reasons(plan);
    if (byHand === undefined) assert.equal(left, []);
    else assert.match(left.join("\n"), byHand);
  });
}

test("an option in an option, and in a file that the config imports", () => {
  const files = {
    "eleventy.config.js": `${imports}import { options } from "./src/options.js";\nexport default (c) => c.addPlugin(indigo, options);\n`,
    "src/options.js": "export const options = {\n  images: { widths: [1], formats: [] },\n  widths: 1,\n};\n",
  };
  const plan = planned(files, [
    { version: "0.2.0", kind: "option", from: "images.widths", to: "images.sizes" },
  ]);
  assert.equal(
    [...plan.written],
    [["src/options.js", files["src/options.js"].replace("{ widths", "{ sizes")]],
  );
});

/** Changes of other kinds: the files before and after, and what is left to the author. */
const textCases: {
  name: string;
  change: Parameters<typeof planUpgrade>[4][number];
  files: Record<string, string>;
  after?: Record<string, string>;
  byHand?: string[];
}[] = [
  {
    name: "a key of _config.yml, with its comment",
    change: { version: "0.2.0", kind: "config", from: "read-time", to: "reading-time" },
    files: { "_config.yml": '# read-time: no\n"read-time":   true # read-time\nother: { read-time: 1 }\n' },
    after: {
      "_config.yml": '# read-time: no\n"reading-time":   true # read-time\nother: { read-time: 1 }\n',
    },
  },
  {
    name: "front matter in YAML and JSON, and of a folder",
    change: { version: "0.2.0", kind: "front-matter", from: "shared", to: "share" },
    files: {
      "a.md": "---\nshared: true\n---\nshared: true\n",
      "b.md": '---json\n{ "shared": true }\n---\n',
      "posts/posts.json": '{ "shared": true }\n',
      "posts/other.json": '{ "shared": true }\n',
    },
    after: {
      "a.md": "---\nshare: true\n---\nshared: true\n",
      "b.md": '---json\n{ "share": true }\n---\n',
      "posts/posts.json": '{ "share": true }\n',
    },
  },
  {
    name: "front matter of one folder only",
    change: { version: "0.2.0", kind: "front-matter", from: "who", to: "speaker", in: "talks" },
    files: { "talks/a.md": "---\nwho: A\n---\n", "posts/b.md": "---\nwho: B\n---\n" },
    after: { "talks/a.md": "---\nspeaker: A\n---\n" },
  },
  {
    name: "front matter that a template of the site reads",
    change: { version: "0.2.0", kind: "front-matter", from: "shared", to: "share" },
    files: { "a.md": "---\nshared: true\n---\n", "_includes/own.njk": "{% if shared %}1{% endif %}\n" },
    byHand: ["a.md:2 _includes/own.njk:1 may read it too"],
  },
  {
    name: "a field of each entry of a data file",
    change: { version: "0.2.0", kind: "data", in: "talks", from: "who", to: "speaker" },
    files: {
      "talks.yaml": "- who: A\n  title: who\n- { title: B, 'who': C }\n",
      "news.yaml": "- who: A\n",
    },
    after: { "talks.yaml": "- speaker: A\n  title: who\n- { title: B, 'speaker': C }\n" },
  },
  {
    name: "a field that is removed",
    change: { version: "0.2.0", kind: "data", in: "talks", from: "who" },
    files: { "talks.yaml": "- title: A\n  who: A\n" },
    byHand: ["talks.yaml:2"],
  },
  {
    name: "a shortcode and its end",
    change: { version: "0.2.0", kind: "shortcode", from: "card", to: "tile" },
    files: { "a.md": "{% card %}\ncard\n{%- endcard %}\n{% cards %}\n" },
    byHand: ["a.md:1", "a.md:3"],
  },
  {
    name: "a custom property in styles, and elsewhere",
    change: { version: "0.2.0", kind: "style", from: "--link", to: "--link-color" },
    files: {
      "own.css": "a { color: var(--link); --link-2: 1 }\n",
      "a.md": "<b style='color: var(--link)'>\n",
    },
    after: { "own.css": "a { color: var(--link-color); --link-2: 1 }\n" },
    byHand: ["a.md:1"],
  },
  {
    name: "a class",
    change: { version: "0.2.0", kind: "style", from: "nav-home", to: "navigation" },
    files: { "own.css": ".nav-home { color: red }\n.nav-homepage {}\n" },
    byHand: ["own.css:1"],
  },
  {
    name: "a default that the site relies on, and one that it sets",
    change: { version: "0.2.0", kind: "default", from: "width", to: '"wide"' },
    files: { "eleventy.config.js": calls("{}") },
    byHand: ["eleventy.config.js"],
  },
  {
    name: "a default that the site sets",
    change: { version: "0.2.0", kind: "default", from: "width", to: '"wide"' },
    files: { "eleventy.config.js": calls('{ width: "narrow" }') },
  },
  {
    name: "a file in another encoding",
    change: { version: "0.2.0", kind: "front-matter", from: "shared", to: "share" },
    files: { "a.md": "---\nshared: \uFFFD\n---\n" },
    byHand: ["a.md:2 this file is not in UTF-8"],
  },
  {
    name: "a byte-order mark stays",
    change: { version: "0.2.0", kind: "front-matter", from: "shared", to: "share" },
    files: { "a.md": "\uFEFF---\nshared: true\n---\n" },
    after: { "a.md": "\uFEFF---\nshare: true\n---\n" },
  },
];

for (const { name, change, files, after = {}, byHand = [] } of textCases) {
  test(`${change.kind}: ${name}`, () => {
    const plan = planned(files, [change]);
    assert.equal(Object.fromEntries(plan.written), after);
    assert.equal(reasons(plan), byHand);
  });
}

const own = (text: string): Record<string, string> => ({ "_includes/indigo/parts/nav.njk": text });
const lines = (...changed: string[]): string =>
  `${changed.concat(["3", "4", "5", "6", "7", "8"]).join("\n")}\n`;

test("parts: what becomes of each", () => {
  const [old, fresh] = [lines("1", "2"), lines("one", "2")];
  const cases: [name: string, own: string, fresh: string | undefined, state: string, text?: string][] = [
    ["as it was", old, old, "same"],
    ["as it was, and changed since", old, fresh, "same", fresh],
    ["as it is now", fresh, fresh, "same"],
    ["with changes, and the theme has none", `${old}9\n`, old, "unchanged"],
    ["with changes elsewhere", `${old}9\n`, fresh, "merged", `${fresh}9\n`],
    ["with the change already", `${fresh}9\n`, fresh, "unchanged"],
    ["with changes of the same line", lines("uno", "2"), fresh, "conflict"],
    [
      "with line ends of Windows",
      `${old}9\n`.replaceAll("\n", "\r\n"),
      fresh,
      "merged",
      `${fresh}9\n`.replaceAll("\n", "\r\n"),
    ],
    ["in another encoding", `${old}\uFFFD\n`, fresh, "conflict"],
    ["gone from the theme", old, undefined, "gone"],
  ];
  for (const [name, text, next, state, written] of cases) {
    const plan = planned(
      own(text),
      [],
      [{ "parts/nav.njk": old }, next === undefined ? {} : { "parts/nav.njk": next }],
    );
    assert.equal(
      plan.parts.map((each) => each.state),
      [state],
      name,
    );
    assert.is(plan.written.get("_includes/indigo/parts/nav.njk"), written, name);
    const hasDiff = (plan.parts[0]?.diff.length ?? 0) > 0;
    assert.is(hasDiff, state === "merged" || state === "conflict", name);
  }
});

test("parts: one that the theme has moved, and a template that names it", () => {
  const files = {
    ...own(`${lines("1")}9\n`),
    "_includes/a.njk": '{% include "indigo/parts/nav.njk" %}{# parts/nav.njk #}\n',
  };
  const plan = planned(
    files,
    [{ version: "0.2.0", kind: "part", from: "parts/nav.njk", to: "parts/menu.njk" }],
    [{ "parts/nav.njk": lines("1") }, { "parts/menu.njk": lines("one") }],
  );
  assert.equal(plan.removed, ["_includes/indigo/parts/nav.njk"]);
  assert.equal(Object.fromEntries(plan.written), {
    "_includes/a.njk": '{% include "indigo/parts/menu.njk" %}{# parts/nav.njk #}\n',
    "_includes/indigo/parts/menu.njk": `${lines("one")}9\n`,
  });
});

test("two builds: what readers see, links, markup, other files, and nothing for hashes and generators", () => {
  const html = (body: string, version = "1"): string =>
    `<!doctype html><meta name="generator" content="Eleventy ${version}"><link rel="stylesheet" href="/assets/indigo-${version.repeat(10)}.css">${body}`;
  const cases: [name: string, before: string | undefined, after: string | undefined][] = [
    ["same.html", html("<p>A"), html("<p>A", "2")],
    ["quotes.html", html("<p class=a>A</p>"), html('<p  class="a">A\n</p><!-- x -->')],
    ["text/index.html", html("<p>A <b>b</b></p>"), html("<p>A <b>c</b></p>")],
    ["alt.html", html("<img alt=a>"), html("<img alt=b>")],
    ["link.html", html('<a href="/a">A</a>'), html('<a href="/b">A</a>')],
    ["markup.html", html("<p>A</p>"), html("<div>A</div>")],
    ["order.html", html("<p>A</p><p>B</p>"), html("<p>B</p><p>A</p>")],
    ["feed.xml", "<a>\n<b>1</b>\n", "<a>\n<b>2</b>\n"],
    ["image.png", "1", "2"],
    ["assets/indigo-1111111111.css", "a{}", undefined],
    ["assets/indigo-2222222222.css", undefined, "a{}"],
    ["gone.html", html("A"), undefined],
    ["new/index.html", undefined, html("A")],
  ];
  const folder = new Site();
  const build = (index: 1 | 2): string => {
    const files = cases.flatMap((each) => (each[index] === undefined ? [] : [[each[0], each[index]]]));
    return new Site(Object.fromEntries(files), path.join(folder.folder, String(index))).folder;
  };
  try {
    const { changed, ...rest } = compareBuilds(build(1), build(2));
    assert.equal(rest, { added: ["/new/"], gone: ["/gone.html"], same: 3 });
    assert.equal(
      changed
        .map(({ difference, urls, gone, added }) => [difference, urls.join(), gone.join(), added.join()])
        .sort(),
      [
        ["content", "/feed.xml", "<b>1</b>", "<b>2</b>"],
        ["content", "/image.png", "", ""],
        ["links", "/link.html", "/a", "/b"],
        ["markup", "/markup.html", "<p>", "<div>"],
        ["text", "/alt.html", "a", "b"],
        ["text", "/order.html", "", ""],
        ["text", "/text/", "A b", "A c"],
      ],
    );
  } finally {
    folder.remove();
  }
});

test("the sample of the documentation is what the command prints", () => {
  const printed: string[] = [];
  const same = (text: string): string => text;
  printReport(
    {
      from: "0.1.0",
      to: "0.2.0",
      isApplied: true,
      changes: [{ ...option, places: [{ file: "eleventy.config.js", line: 6, isEdited: true }] }],
      parts: [
        {
          file: "_includes/indigo/parts/footer.njk",
          state: "merged",
          diff: ["@@ -1,2 +1,3 @@", ' <footer class="footer-main">', "+<p>Bottom</p>"],
        },
        { file: "_includes/indigo/parts/toc.njk", state: "unchanged", diff: [] },
      ],
      pages: {
        changed: [{ difference: "text", urls: ["/", "/about/"], gone: [], added: ["Bottom"] }],
        added: [],
        gone: [],
        same: 13,
      },
      warnings: [],
      written: [
        "package.json",
        "package-lock.json",
        "eleventy.config.js",
        "_includes/indigo/parts/footer.njk",
      ],
      removed: [],
      next: nextSteps("npm"),
    },
    {
      ...openTerminal(false),
      print: (line = "") => printed.push(line),
      colors: { bold: same, dim: same, red: same, green: same } as ReturnType<typeof openTerminal>["colors"],
    },
  );
  const sample = doc("docs/upgrading.md")
    .split("\n```text\n")[1]
    ?.split("\n```")[0]
    ?.split("\n")
    .filter((line) => line !== "");
  assert.equal(
    printed.filter((line) => line !== ""),
    sample,
  );
});

test("a swap that was stopped after any of its renames is undone", () => {
  const count = 4;
  for (let done = 0; done <= count; done += 1) {
    const site = new Site({ "a.txt": "old", "node_modules/x": "old" });
    const stage = path.join(site.folder, ".stage");
    new Site({ "new/a.txt": "new", "new/node_modules/x": "new", "old/.keep": "" }, stage);
    const renames = [
      ...["a.txt", "node_modules"].map((name) => ({
        from: path.join(site.folder, name),
        to: path.join(stage, "old", name),
      })),
      ...["a.txt", "node_modules"].map((name) => ({
        from: path.join(stage, "new", name),
        to: path.join(site.folder, name),
      })),
    ];
    const journal = path.join(site.folder, "journal.json");
    writeFileSync(journal, JSON.stringify({ stage, renames }));
    for (const { from, to } of renames.slice(0, done)) renameSync(from, to);
    assert.ok(undoSwap(journal));
    assert.equal(Object.keys(contents(site.folder)), ["a.txt"], `after ${done}`);
    assert.is(site.source("a.txt"), "old", `after ${done}`);
    assert.is(site.source("node_modules/x"), "old", `after ${done}`);
    assert.not.ok(undoSwap(journal), "once");
    site.remove();
  }
});

test("a journal that was being written means that nothing was renamed", () => {
  const site = new Site({ "a.txt": "old", "journal.json": '{"stage":"' });
  assert.ok(undoSwap(path.join(site.folder, "journal.json")));
  assert.equal(Object.keys(contents(site.folder)), ["a.txt"]);
  site.remove();
});

test("changes.json is in its form, oldest version first", () => {
  const { changes } = historySchema.parse(JSON.parse(readFileSync(path.join(root, changesFile), "utf8")));
  const versions = changes.map(({ version }) => version);
  assert.equal(versions.toSorted(compareVersions), versions);
});

test("the changelog and changes.json name the same breaking changes", () => {
  const history = historySchema.parse(JSON.parse(readFileSync(path.join(root, changesFile), "utf8")));
  const file = path.join(root, "CHANGELOG.md");
  const changelog = existsSync(file) ? readFileSync(file, "utf8") : "";
  assert.equal(changelogProblems(changelog, history.changes), []);
});

test("the comparison with the changelog finds what one of them lacks", () => {
  const text = `# Changelog

## [Unreleased]

### Changed

- **BREAKING:** the option \`later\` is now \`soon\`.

## [0.2.0] - 2026-12-01

### Changed

- **BREAKING:** the option \`a\` is now
  \`b\`.
- The option \`d\` is new.

### Removed

- **BREAKING:** the filter \`c\`.
`;
  const entry = (version: string, from: string) => ({ version, kind: "option" as const, from });
  assert.equal(
    changelogProblems(text, [entry("0.2.0", "a"), entry("0.2.0", "c"), entry("0.3.0", "later")]),
    [],
  );
  assert.equal(changelogProblems(text, [entry("0.2.0", "a"), entry("0.2.0", "d"), entry("0.3.0", "other")]), [
    "changes.json lacks: [Unreleased] the option `later` is now `soon`.",
    "changes.json lacks: [0.2.0] the filter `c`.",
    "CHANGELOG.md lacks a BREAKING entry with `d` in [0.2.0]",
    "CHANGELOG.md lacks a BREAKING entry with `other` in [Unreleased]",
  ]);
});

test.run();
