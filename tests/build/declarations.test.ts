import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { API, type Checker } from "typescript/unstable/sync";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run } from "../support/site.ts";

const test = suite<{ folder: string }>("the package's declarations");

/** A config in TypeScript. Every `@ts-expect-error` fails if the line after it has no error. */
const config = `import indigo, { type EleventyConfig, type IndigoOptions, type Publication, type Site } from "eleventy-plugin-indigo";

const options: IndigoOptions = {
  title: "Ada Lovelace",
  author: { name: "Ada Lovelace", names: ["A. A. Lovelace"] },
  navigation: ["home", { page: "blog", label: "Notes" }],
  social: { github: "ada", "My lab": { url: "https://lab.example.org/" } },
  strings: { home: "Start" },
  languages: { fr: { title: "Le site d’Ada" } },
  sections: { news: true, talks: "talks.yaml" },
  theme: "dark",
};

export default async function (eleventyConfig: EleventyConfig): Promise<void> {
  eleventyConfig.addPlugin(indigo);
  eleventyConfig.addPlugin(indigo, options);
  eleventyConfig.addPlugin(indigo, { title: "Ada Lovelace", toc: true });
  // @ts-expect-error: a title is text
  eleventyConfig.addPlugin(indigo, { title: 1815 });
  // @ts-expect-error: there is no such option
  eleventyConfig.addPlugin(indigo, { titel: "Ada Lovelace" });
  // @ts-expect-error: an option has a name
  await indigo(eleventyConfig, { "": true });
  // @ts-expect-error: there is no such theme
  eleventyConfig.addPlugin(indigo, { theme: "blue" });
  // @ts-expect-error: an author has a name
  eleventyConfig.addPlugin(indigo, { author: { email: "ada@example.org" } });
  // @ts-expect-error: there is no such section
  eleventyConfig.addPlugin(indigo, { sections: { grants: true } });
  await indigo(eleventyConfig, options);
}

export const lineOf = ({ title }: Site, { authorNames, venueLine, year }: Publication): string =>
  [title, ...authorNames, venueLine, year?.toFixed()].join(" ");
`;

/** The same in JavaScript. */
const scriptConfig = `import indigo from "eleventy-plugin-indigo";

/** @param {import("eleventy-plugin-indigo").EleventyConfig} eleventyConfig */
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, { title: "Ada Lovelace", math: { macros: { "\\\\R": "\\\\mathbb{R}" } } });
  // @ts-expect-error: there is no such option
  eleventyConfig.addPlugin(indigo, { titel: "Ada Lovelace" });
}
`;

const tsconfig = {
  compilerOptions: {
    allowJs: true,
    checkJs: true,
    exactOptionalPropertyTypes: true,
    lib: ["es2023"],
    module: "nodenext",
    noEmit: true,
    skipLibCheck: false,
    strict: true,
    target: "es2022",
    types: [],
  },
};

test.before((context) => {
  // Outside the project, where no other package is found.
  context.folder = realpathSync(mkdtempSync(path.join(tmpdir(), "indigo-types-")));
  for (const file of ["package.json", "dist/index.d.ts"])
    cpSync(path.join(root, file), path.join(context.folder, "node_modules/eleventy-plugin-indigo", file));
  const files = {
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify(tsconfig),
    "config.ts": config,
    "config.js": scriptConfig,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(context.folder, name), text);
});

test.after(({ folder }) => rmSync(folder, { recursive: true, force: true }));

test("are one file, which needs no other", () => {
  const names = readdirSync(path.join(root, "dist"), { recursive: true, encoding: "utf8" });
  assert.equal(
    names.filter((name) => name.endsWith(".d.ts")),
    ["index.d.ts"],
  );
  const text = readFileSync(path.join(root, "dist/index.d.ts"), "utf8");
  assert.not.match(text, /\bimport\b(?! indigo from)|\brequire\(|\/\/\/ <|\bzod\b|__@/);
  const exported = [...text.matchAll(/^export (?:default function|interface|type) (\w+)/gm)];
  assert.equal(exported.map(([, name]) => name).sort(), [
    "EleventyConfig",
    "IndigoOptions",
    "Publication",
    "Site",
    "indigo",
  ]);
});

test("check strictly, with no other package, and reject wrong options", async ({ folder }) => {
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const { code, output } = await run(process.execPath, [tsc, "-p", folder], folder);
  assert.is(code, 0, output);
});

/** Gives a project's checker to a function. */
function withChecker<T>(folder: string, use: (checker: Checker) => T): T {
  const api = new API({ cwd: folder });
  try {
    const [project] = api
      .updateSnapshot({ openProjects: [path.join(folder, "tsconfig.json")] })
      .getProjects();
    assert.ok(project);
    return use(project.checker);
  } finally {
    api.close();
  }
}

test("let an editor complete options and their values", ({ folder }) => {
  const completions = withChecker(folder, (checker) =>
    ['{ "', 'theme: "'].map((text) => {
      const position = config.lastIndexOf(text) + text.length;
      const info = checker.getCompletionsAtPosition(path.join(folder, "config.ts"), position);
      // The checker marks what is optional.
      return info?.entries.map(({ name }) => name.replace(/\?$/, "")) ?? [];
    }),
  );
  for (const option of ["title", "timeZone", "bibliography", "themeSwitch"])
    assert.ok(completions[0]?.includes(option), `${option} among ${completions[0]}`);
  assert.equal(completions[1]?.sort(), ["auto", "dark", "light"]);
});

test("have the documentation of every option, and of those in them", () => {
  const text = readFileSync(path.join(root, "dist/index.d.ts"), "utf8");
  const start = text.indexOf("export type IndigoOptions = {");
  const options = text.slice(start, text.indexOf("\n};", start));
  const lines = options.split("\n");
  const bare = lines.flatMap((line, index) =>
    /^ {2}[\w"]+\??:/.test(line) && !lines[index - 1]?.endsWith("*/") ? [line.trim()] : [],
  );
  assert.equal(bare, []);
  assert.ok(
    options.includes(`  /**
   * Language of the text, as a BCP 47 tag.
   *
   * @default "en"
   * @example "pt-BR"
   */
  language?: string | undefined;`),
  );
  assert.match(options, /\* What the font is used for: .*\n.*\n.*@default "sans"\n *\*\/\n {4}use\?: /);
});

test.run();
