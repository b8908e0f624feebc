import { mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cli, contents } from "../support/cli.ts";
import { commit, jekyllFiles } from "../support/jekyll-site.ts";
import { config, eleventyMajor, Site } from "../support/site.ts";

const test = suite("migrate runs nothing of the repository");

/** The folder in which each trap that is run writes a file of its name. */
const work = new Site();
const outside = path.join(work.folder, "outside");
mkdirSync(outside);

/** Code that writes a file. Without line breaks, quotes of one kind, and imports. */
const write = (name: string): string =>
  `process.getBuiltinModule('fs').writeFileSync('${outside}/${name}', '')`;
/** Only Nunjucks reads the code: it is in a comment of Liquid. */
const nunjucks = (name: string): string =>
  `{# {% comment %} #}{{ range.constructor("${write(name)}")() }}{# {% endcomment %} #}`;
const javascript = (name: string): string => `${write(name)};\nmodule.exports = {};\n`;
const module_ = (name: string): string => `${write(name)};\nexport default {};\n`;

/** A trap: its files, which of them are named in the report, and whether it needs the plugin to work. */
interface Trap {
  files: Record<string, string>;
  links?: Record<string, string>;
  /** What else has to be there for the trap to work, which would not build without it. */
  bait?: Record<string, string>;
  named: string[];
  needsPlugin?: true;
  /** Whether the plugin itself keeps Eleventy from reading the file. An older version of it does not. */
  isDefused?: true;
  /** Whether Eleventy 4 can't read the file. */
  isOfEleventy3?: true;
}

const page = "---\ntitle: A page\n---\nText\n";

const traps: Record<string, Trap> = {
  "data-cjs": { files: { "_data/e.cjs": javascript("data-cjs") }, named: ["_data/e.cjs"] },
  "data-mjs": { files: { "_data/deep/e ü.mjs": module_("data-mjs") }, named: ["_data/deep/e ü.mjs"] },
  "data-js": { files: { "_data/e.js": javascript("data-js") }, named: ["_data/e.js"] },
  "folder-data": {
    files: { "a/a.11tydata.cjs": javascript("folder-data"), "a/b.md": page },
    named: ["a/a.11tydata.cjs"],
  },
  "page-data": {
    files: { "p.11tydata.mjs": module_("page-data"), "p.md": page },
    named: ["p.11tydata.mjs"],
  },
  "page-data-js": {
    files: { "q.11tydata.js": javascript("page-data-js"), "q.html": page },
    named: ["q.11tydata.js"],
  },
  "template-js": { files: { "t.11ty.js": javascript("template-js") }, named: ["t.11ty.js"] },
  "template-cjs": { files: { "b/t.11ty.cjs": javascript("template-cjs") }, named: ["b/t.11ty.cjs"] },
  "template-mjs": { files: { "_posts/t.11ty.mjs": module_("template-mjs") }, named: ["_posts/t.11ty.mjs"] },
  "layout-js": {
    files: {
      "_layouts/script.11ty.cjs": javascript("layout-js"),
    },
    bait: { "with-script.md": "---\nlayout: script.11ty.cjs\n---\n" },
    named: ["_layouts/script.11ty.cjs"],
    needsPlugin: true,
  },
  nunjucks: { files: { "n.njk": nunjucks("nunjucks") }, named: ["n.njk"] },
  "nunjucks-capital": { files: { "c/N.NJK": nunjucks("nunjucks-capital") }, named: ["c/N.NJK"] },
  "nunjucks-layout": {
    files: {
      "_layouts/nun.njk": nunjucks("nunjucks-layout"),
    },
    bait: { "with-nun.md": "---\nlayout: nun\n---\n" },
    named: ["_layouts/nun.njk"],
    needsPlugin: true,
  },
  "nunjucks-part": {
    files: { "_includes/indigo/footer.njk": nunjucks("nunjucks-part") },
    bait: { "about.md": "---\nlayout: default\n---\n" },
    named: ["_includes/indigo/footer.njk"],
    needsPlugin: true,
  },
  "plugins-format": {
    files: { "x.indigo": nunjucks("plugins-format") },
    named: ["x.indigo"],
    needsPlugin: true,
  },
  "front-matter-js": {
    files: { "f.md": `---js\n{ title: ${write("front-matter-js")} }\n---\n` },
    named: ["f.md"],
  },
  "front-matter-blank": {
    files: { "g.html": `--- \tJavaScript \r\n{ title: ${write("front-matter-blank")} }\r\n---\r\n` },
    named: ["g.html"],
  },
  "front-matter-bom": {
    files: { "h.md": `\uFEFF---js\n{ title: ${write("front-matter-bom")} }\n---\n` },
    named: ["h.md"],
  },
  "front-matter-legacy": {
    files: { "aa.md": `---jsLegacy\n${write("front-matter-legacy")}\n---\n` },
    named: ["aa.md"],
    isOfEleventy3: true,
  },
  "front-matter-open": {
    files: { "_posts/2020-01-05-i.md": `---js\nconst title = ${write("front-matter-open")};\n` },
    named: ["_posts/2020-01-05-i.md"],
  },
  "front-matter-liquid": {
    files: { "j.liquid": `---JS\n{ title: ${write("front-matter-liquid")} }\n---\n` },
    named: ["j.liquid"],
  },
  "front-matter-layout": {
    files: {
      "_layouts/js.liquid": `---js\n{ title: ${write("front-matter-layout")} }\n---\n{{ content }}`,
    },
    bait: { "with-js.md": "---\nlayout: js\n---\n" },
    named: ["_layouts/js.liquid"],
    needsPlugin: true,
  },
  engine: {
    files: { "k.md": `---\ntemplateEngineOverride: njk,md\n---\n${nunjucks("engine")}` },
    named: ["k.md"],
  },
  "engine-escaped": {
    files: { "l.md": `---\n"template\\x45ngineOverride": njk\n---\n${nunjucks("engine-escaped")}` },
    named: ["l.md"],
  },
  "engine-merged": {
    files: {
      "m.html": `---\nx: &a { templateEngineOverride: njk }\n<<: *a\n---\n${nunjucks("engine-merged")}`,
    },
    named: ["m.html"],
  },
  "engine-data": {
    files: {
      "o.json": '{"templateEngineOverride":"njk"}',
      "o.md": `---\na: 1\n---\n${nunjucks("engine-data")}`,
    },
    named: ["o.json"],
  },
  "engine-folder": {
    files: {
      "d/d.yml": "templateEngineOverride: njk\n",
      "d/r.md": `---\na: 1\n---\n${nunjucks("engine-folder")}`,
    },
    named: ["d/d.yml"],
    needsPlugin: true,
    isDefused: true,
  },
  "engine-layout": {
    files: {
      "_layouts/engine.html": "---\ntemplateEngineOverride: njk\n---\n{{ content }}",
    },
    bait: { "s.md": `---\nlayout: engine\n---\n${nunjucks("engine-layout")}` },
    named: ["_layouts/engine.html"],
    needsPlugin: true,
  },
  "engine-global": {
    files: {
      "_data/templateEngineOverride.json": '"njk"',
      "u.md": `---\na: 1\n---\n${nunjucks("engine-global")}`,
    },
    named: ["_data/templateEngineOverride.json"],
  },
  computed: {
    files: { "_data/eleventyComputed.yml": `x: '${nunjucks("computed").replaceAll("'", "''")}'\n` },
    named: ["_data/eleventyComputed.yml"],
    needsPlugin: true,
    isDefused: true,
  },
  "computed-folder": {
    files: { "_data/eleventyComputed/x.json": JSON.stringify({ y: nunjucks("computed-folder") }) },
    named: ["_data/eleventyComputed/x.json"],
    needsPlugin: true,
    isDefused: true,
  },
  "layout-elsewhere": {
    files: {
      "assets/layout.njk": nunjucks("layout-elsewhere"),
      "v.md": "---\nlayout: ../assets/layout.njk\n---\n",
    },
    named: ["assets/layout.njk", "v.md"],
    needsPlugin: true,
  },
  "linked-page": {
    files: { "assets/page.bin": `---js\n{ title: ${write("linked-page")} }\n---\n` },
    links: { "w.md": "assets/page.bin" },
    named: ["w.md"],
  },
  "linked-data": {
    files: { "assets/values/z.cjs": javascript("linked-data") },
    links: { "_data/linked": "../assets/values" },
    named: ["_data/linked"],
  },
};

/** Files that are not run by Eleventy itself, or do more harm than to write a file. */
const alsoNamed: Record<string, string> = {
  ".eleventyignore": "about.md\n",
  ".npmrc": "node-options=--require ./evil.cjs\n",
  "_data/Upper.CJS": "",
  "_data/t.ts": "",
  "T.11TY.TSX": "",
  "x.11ty.mdx": "",
  "y.11tydata.json": "{}",
  "page.liquid": "---\npermalink: ../../eleventy.config.js\n---\nevil\n",
  "overwrite.md": "---\npermalinkBypassOutputDir: true\npermalink: eleventy.config.js\n---\nevil\n",
};

/** Files that neither Eleventy nor Jekyll runs: they stay as they are. */
const harmless: Record<string, string> = {
  "_includes/analytics.js": "track();\n",
  "assets/app.js": "run();\n",
  "assets/config.cjs": "",
  "assets/row.mustache": "{{x}}",
  "assets/row.ejs": "<%= x %>",
  "assets/row.hbs": "{{x}}",
  "assets/row.pug": "p x",
  "assets/part.webc": "<p>",
  "assets/view.jsx": "<p/>",
  "assets/data.json": '{"text": "..", "path": "a\\\\b"}',
  "_data/people.yml": "- name: Ada\n  layout: ../x\n",
  "_data/nested.json": '{"templateEngineOverride": "njk"}',
  "quoted.md": '---\ntitle: "A \\"title\\" .."\n---\ntemplateEngineOverride\n',
};

const fired = (): string[] => readdirSync(outside).sort();
const reset = (): void => {
  for (const name of fired()) rmSync(path.join(outside, name));
};

const clear = (): void => {
  for (const name of ["old", "new"]) rmSync(path.join(work.folder, name), { recursive: true, force: true });
};

function addLinks(site: Site, links: Record<string, string>): void {
  for (const [file, target] of Object.entries(links)) {
    mkdirSync(path.dirname(path.join(site.folder, file)), { recursive: true });
    symlinkSync(target, path.join(site.folder, file));
  }
}

test("each trap works: Eleventy, or the plugin, runs it", async () => {
  const dead: string[] = [];
  for (const [name, { files, links = {}, bait, needsPlugin, isDefused, isOfEleventy3 }] of Object.entries(
    traps,
  )) {
    if (isDefused || (isOfEleventy3 && eleventyMajor > 3)) continue;
    reset();
    const site = new Site({
      ...files,
      "_config.yml": "title: A\n",
      ...(bait ?? { "about.md": page }),
      ...(needsPlugin && {
        "eleventy.config.js": `${config({ config: "_config.yml" })}\nexport const config = { dir: { layouts: "_layouts" } };`,
        "package.json": '{ "type": "module" }',
      }),
    });
    addLinks(site, links);
    // An empty package.json: otherwise the project's own makes every .js file a module.
    if (!needsPlugin) site.write({ "package.json": "{}" });
    site.link();
    const { output } = await site.buildInProcess();
    if (!fired().includes(name)) dead.push(`${name}: ${output}`);
    site.remove();
  }
  reset();
  assert.equal(dead, []);
});

/** The repository with every trap. */
async function repository(folder: string): Promise<Site> {
  const all = Object.values(traps);
  const site = new Site(
    Object.assign({}, jekyllFiles, alsoNamed, harmless, ...all.map(({ files }) => files)),
    folder,
  );
  for (const { links = {} } of all) addLinks(site, links);
  for (const name of ["eleventy-plugin-indigo", "@11ty/eleventy", "pagefind"]) {
    site.write({
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: "index.cjs" }),
      [`node_modules/${name}/index.cjs`]: javascript("node-modules"),
    });
  }
  site.write({ "package.json": JSON.stringify({ scripts: { postinstall: "evil" } }) });
  await commit(site.folder);
  return site;
}

const expected = [...Object.values(traps).flatMap(({ named }) => named), ...Object.keys(alsoNamed)].sort();

interface Report {
  notRun: { file: string; to: string; why: string; how: string }[];
  review: { file: string }[];
  builds: boolean;
  log: string[];
  addresses: { missing: { file: string }[] };
}

for (const [mode, args] of Object.entries({
  "into another folder": ["--out", "../new"],
  "in place": [],
  "in place, with --force": ["--force"],
})) {
  test(`${mode}: no trap is run, and each is named`, async () => {
    reset();
    clear();
    const old = await repository(path.join(work.folder, "old"));
    const before = contents(old.folder);
    const { output } = await cli(old.folder, ["migrate", ...args, "--json"]);
    assert.equal(fired(), [], output);
    const report = JSON.parse(output.slice(output.indexOf("{"))) as Report;
    assert.ok(report.builds, report.log.join("\n"));
    assert.equal(report.notRun.map(({ file }) => file).sort(), expected);
    assert.equal(report.review.map(({ file }) => file).sort(), ["node_modules", "package.json"]);

    const folder = (args as string[]).includes("--out") ? path.join(work.folder, "new") : old.folder;
    const site = new Site({}, folder);
    const after = contents(folder);
    for (const { file, to, why, how } of report.notRun) {
      assert.not.ok(file in after, `${file} is still there`);
      assert.is(after[to], before[file], `${to} is the same file`);
      assert.ok(why && how);
    }
    for (const file of Object.keys(harmless)) assert.is(after[file], before[file], file);
    // Every other page of the old site is in the new one, also one that .eleventyignore lists.
    assert.equal(
      report.addresses.missing.map(({ file }) => file).filter((file) => !expected.includes(file)),
      [],
    );

    // The new site does not run them either.
    rmSync(path.join(folder, "node_modules"), { recursive: true, force: true });
    site.link();
    await site.built();
    assert.equal(fired(), []);
    assert.match(site.source("eleventy.config.mjs"), "eleventy-plugin-indigo");
  });
}

test("the report names each file, why, and how to take it along", async () => {
  clear();
  const old = await repository(path.join(work.folder, "old"));
  const { output } = await cli(old.folder, ["migrate", "--out", "../new"]);
  for (const file of expected) assert.match(output, `! ${file}: `);
  assert.match(
    output,
    "! _data/e.cjs: Eleventy runs it as a data file\n    To use it: write its values to a YAML file in _data/, or review it and move it back.\n",
  );
  assert.match(output, "! package.json: npm follows its scripts\n");
  rmSync(work.folder, { recursive: true, force: true });
});

for (const name of ["eleventy-plugin-indigo", "@11ty/eleventy", "pagefind"]) {
  test(`a repository that calls itself ${name}, so that Node.js would load it in place of the package`, async () => {
    const site = new Site({
      ...jekyllFiles,
      "package.json": JSON.stringify({ name, exports: "./assets/evil.cjs" }),
    });
    const { code, output } = await cli(site.folder, ["migrate", "--out", `${site.folder}-new`]);
    site.remove();
    assert.is(code, 1);
    assert.match(output, `package.json has the "name" of a package that the new site uses, "${name}"`);
  });
}

test.run();
