import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { validateAccount } from "../../plugin/accounts/schema.ts";
import { type ServiceName, services } from "../../plugin/accounts/services.ts";
import { stylePartNames } from "../../plugin/appearance/style-parts.ts";
import { rules } from "../../plugin/cli/check/fault.ts";
import { siteFiles } from "../../plugin/cli/init/files.ts";
import { themePaths } from "../../plugin/cli/migrate/theme-files.ts";
import { changeKinds } from "../../plugin/cli/upgrade/changes.ts";
import { pageFieldNames } from "../../plugin/content/page-fields.ts";
import { postData } from "../../plugin/content/post-schema.ts";
import { type DateStyle, dateFormatter, dateStyles } from "../../plugin/i18n/dates.ts";
import { knownLanguages, stringsIn } from "../../plugin/i18n/strings/index.ts";
import { isAllowedAttribute } from "../../plugin/markdown/attributes.ts";
import { documented, readInfo } from "../../plugin/markdown/code/info.ts";
import { kindOfLabel, prefixes as labelPrefixes } from "../../plugin/markdown/numbering/kinds.ts";
import { viewOf } from "../../plugin/notebooks/cell-view.ts";
import { fonts } from "../../plugin/options/appearance.ts";
import { archiveKinds } from "../../plugin/options/archives.ts";
import { homePartNames } from "../../plugin/options/home.ts";
import { languages } from "../../plugin/options/languages.ts";
import { images } from "../../plugin/options/markdown.ts";
import { pageNavigation } from "../../plugin/options/navigation.ts";
import { optionsSchema } from "../../plugin/options/options.ts";
import { pages } from "../../plugin/options/pages.ts";
import { archiveRoutes, navigationPages, routes } from "../../plugin/options/routes.ts";
import { cv, sections } from "../../plugin/options/sections.ts";
import { analytics, comments, shareService } from "../../plugin/options/services.ts";
import { privateFields } from "../../plugin/publications/bibtex/theme-field-names.ts";
import { archives } from "../../plugin/publications/identifiers/index.ts";
import { flagWords, readWords, valueWords } from "../../plugin/publications/list/selection-words.ts";
import { publicationItem } from "../../plugin/publications/schema.ts";
import { registry } from "../../plugin/sections/registry.ts";
import { session } from "../../plugin/sections/schedule/fields.ts";
import { connectionKinds } from "../../plugin/utils/connection-ids.ts";
import { type NodeKind, nodeId } from "../../plugin/utils/json-ld.ts";
import { slug } from "../../plugin/utils/slug.ts";
import { codes, docs, fencesOf, section, table, withoutFences } from "../support/docs.ts";
import { codeCell, markdownCell, notebook, png, shown } from "../support/notebook.ts";
import { generated, tablesIn, withTables } from "../support/reference.ts";
import { config, page, root, Site } from "../support/site.ts";
import { layoutNames, ownBlocks, partNames } from "../support/theme-files.ts";

// Every table of the documentation, compared with what it describes. A table that no test asks for fails the last test.

const test = suite("tables of the documentation");

const asked = new Set<string>();

/** The rows under a heading of a document, and a note that this table is compared. */
function rowsOf(name: string, title: string, ...header: string[]): string[][] {
  asked.add(`${name}: ${header.join(" | ")}`);
  return table(section(name, title), header);
}

/** The names in the first cells of some rows. */
const namesIn = (rows: readonly string[][], cell = 0): string[] => rows.flatMap((row) => codes(row[cell]));

test("options: each option in order, with its default", () => {
  const rows = rowsOf("docs/options.md", "All options", "option", "what it is", "default");
  const listed = rows.map(([name = "", , value]) => [name.replaceAll("`", ""), value]);
  assert.equal(
    listed.map(([name]) => name),
    Object.keys(optionsSchema.shape),
  );
  const defaults: Record<string, unknown> = optionsSchema.parse({});
  for (const [name, value] of listed) {
    const fixed = defaults[name ?? ""];
    if (fixed !== undefined) assert.is(value, `\`${JSON.stringify(fixed)}\``, name);
    else assert.not.match(value ?? "", /^`(true|false|\d|\[|\{)/, `${name} has no fixed default`);
  }
});

test("options: what an option takes is what its schema takes", () => {
  const rows = rowsOf("docs/options.md", "All options", "option", "what it is", "default");
  const about = (name: string): string[] => codes(rows.find(([first]) => first === `\`${name}\``)?.[1]);
  const { theme, width, tables, listHeader, navigationStyle, bibliographyErrors, authors } =
    optionsSchema.shape;
  const inner = (schema: unknown): unknown[] =>
    (schema as { def: { innerType: { options: unknown[] } } }).def.innerType.options;
  for (const [name, values] of Object.entries({
    theme,
    width,
    tables,
    listHeader,
    navigationStyle,
    bibliographyErrors,
  })) {
    for (const value of inner(values)) assert.ok(about(name).includes(JSON.stringify(value)), name);
  }
  assert.equal(
    about("share"),
    shareService.options.map((value) => JSON.stringify(value)),
  );
  const fields = (text: string): string[] =>
    text
      .replaceAll(/[{}[\]]/g, "")
      .trim()
      .split(/,\s*/);
  const shapeOf = (schema: unknown): string[] => {
    const { def, shape } = schema as {
      def: { innerType?: unknown; element?: unknown; valueType?: unknown; options?: unknown[] };
      shape?: object;
    };
    if (shape) return Object.keys(shape);
    const next = def.innerType ?? def.element ?? def.valueType ?? def.options?.at(-1);
    return shapeOf(next);
  };
  assert.equal(fields(about("fonts")[0] ?? ""), shapeOf(fonts));
  assert.equal(fields(about("images")[1] ?? ""), shapeOf(images));
  assert.equal(fields(about("analytics")[0] ?? ""), shapeOf(analytics));
  assert.equal(fields(about("author")[0] ?? ""), shapeOf(optionsSchema.shape.author));
  assert.equal(fields((about("authors")[0] ?? "").replace(/^.*?\{.*?\{/, "")), shapeOf(authors));
  assert.equal(fields((about("languages")[0] ?? "").replace(/^.*?\{.*?\{/, "")), shapeOf(languages));
  for (const [index, service] of ["disqus", "giscus"].entries()) {
    const own = (comments.shape as Record<string, unknown>)[service];
    assert.equal(
      fields((about("comments")[index] ?? "").replace(`{ ${service}: {`, "")),
      shapeOf(own),
      service,
    );
  }
});

test("social links: each service once, with ids that are taken", () => {
  const rows = rowsOf("docs/options.md", "Social links", "`social`", "service", "id, for example");
  assert.equal(rows.at(-1)?.[0], "any other label");
  const listed = rows
    .slice(0, -1)
    .map(([names, label = "", ids]) => ({ names: codes(names), label, ids: codes(ids) }));
  assert.equal(listed.flatMap(({ names }) => names).sort(), Object.keys(services).sort());
  for (const { names, label, ids } of listed) {
    for (const name of names as ServiceName[]) {
      assert.ok(ids.length > 0, name);
      for (const id of ids) assert.type(validateAccount(name, id), "string", `${name}: ${id}`);
      if (label !== "as named")
        assert.ok(label.toLowerCase().includes(services[name].label.toLowerCase()), name);
    }
  }
});

interface Nodes {
  findAll(type: unknown): { value?: string; name?: { value: string }; targets?: { value: string }[] }[];
}

/** The variables that a layout reads without setting them. */
function variablesOf(layout: string): Set<string> {
  const { parser, nodes } = createRequire(import.meta.url)("nunjucks") as {
    parser: { parse(source: string): Nodes };
    nodes: Record<"Symbol" | "Block" | "Filter" | "For", unknown>;
  };
  const tree = parser.parse(readFileSync(path.join(root, `layouts/indigo/${layout}.njk`), "utf8"));
  const namesOf = (type: unknown): string[] => tree.findAll(type).map(({ name }) => name?.value ?? "");
  const own = new Set([...namesOf(nodes.Block), ...namesOf(nodes.Filter), ...namesOf(nodes.For)]);
  return new Set(
    tree
      .findAll(nodes.Symbol)
      .map(({ value = "" }) => value)
      .filter((value) => !own.has(value)),
  );
}

test("front matter of pages: each field that the layouts of pages read, and no other", () => {
  const rows = rowsOf("docs/pages.md", "Front matter", "front matter", "what it does", "default");
  const listed = namesIn(rows.map(([name = ""]) => [name]));
  const read = new Set(["default", "parts/head", "section"].flatMap((layout) => [...variablesOf(layout)]));
  // Eleventy reads `layout`; the plugin reads the others, in any layout.
  const elsewhere = [
    "layout",
    "lang",
    "draft",
    "updated",
    "redirectFrom",
    "sitemap",
    "numberSections",
    "numberEquations",
    "shareTheoremNumbers",
    "citationStyle",
    "references",
    "people",
    "talks",
    "publications",
    "posts",
    ...Object.keys(pageNavigation.shape),
  ];
  for (const name of elsewhere) assert.not.ok(read.has(name), name);
  // What is not the page's own: data of the plugin and of Eleventy, what layouts set for each other and for their partials,
  // and names of properties.
  const others = `site indigo page content pagination eleventy defined loop super
    isHome homeParts hasTitle isList pageKind headerSize hasSmallHeader mainClass contents translations shownSection about publication shown cvHeader groups feed
     hasContents hasSideContents hasSideNotes isBesideText hasPublications hasCode isPost pageNumber connected connections titleHtml mark hasArchives
    scheduledCourse schedule top sectionEntry opening`.split(/\s+/);
  assert.equal(
    [...read]
      .filter((name) => !others.includes(name))
      .concat(elsewhere)
      .sort(),
    listed.sort(),
  );
  // What the schema says that pages know, which keeps false hints away from them.
  assert.equal(listed.toSorted(), ["layout", ...pageFieldNames].sort());
});

test("front matter of pages: each layout is named", () => {
  const rows = rowsOf("docs/pages.md", "Front matter", "front matter", "what it does", "default");
  const named = codes(rows.find(([name]) => name === "`layout`")?.[1]);
  // Those of one publication and of an archive are for the plugin's own pages only.
  const ofPlugin = ["publication", "archive"];
  assert.equal(named.sort(), layoutNames.filter((name) => !ofPlugin.includes(name)).sort());
  const shown = codes(rows.find(([name]) => name === "`section`")?.[1]).filter((name) => name !== "section");
  assert.equal(shown, Object.keys(sections.shape));
});

test("a home page from parts: each part, and how many entries of a section it shows", () => {
  const rows = rowsOf(
    "docs/pages.md",
    "A home page from parts",
    "part",
    "what it shows",
    "fields besides `title`",
  );
  assert.equal(namesIn(rows).sort(), homePartNames.toSorted());
  for (const [parts = "", shown = ""] of rows) {
    for (const name of codes(parts).filter((part) => part in registry)) {
      const { homeLimit } = registry[name as keyof typeof registry];
      assert.match(shown, homeLimit === undefined ? "the whole section" : `first ${homeLimit} `, name);
    }
  }
});

test("front matter of posts: each field of the schema, and the date", () => {
  const rows = rowsOf("docs/writing.md", "Front matter of a post", "front matter", "what it does");
  const { shape } = (postData as unknown as { in: { shape: object } }).in;
  assert.equal(namesIn(rows).sort(), [...Object.keys(shape), "date"].sort());
});

test("authors of a post: each field, which its page shows", async () => {
  const rows = rowsOf("docs/writing.md", "Authors", "of an author", "what it is");
  const values: Record<string, unknown> = {
    id: "ada",
    name: "Ada L.",
    url: "https://ada.example.org",
    orcid: "0000-0002-1825-0097",
    email: "ada@example.org",
    affiliations: "Institute",
    affiliation: "Institute",
    equal: true,
    corresponding: true,
  };
  assert.equal(namesIn(rows), Object.keys(values));
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", emails: "plain" }),
    "a.md": `---\nlayout: post\ntags: posts\ntitle: A\ndate: 2024-01-01\nauthors:\n  - ${JSON.stringify({ ...values, affiliation: undefined })}\n  - ${JSON.stringify({ name: "B", affiliation: "Other" })}\n---\n`,
  });
  try {
    const { output } = await site.buildInProcess();
    assert.not.match(output, "indigo: ");
    const html = site.read("a/index.html");
    const shown = [
      "Ada L.",
      "https://ada.example.org",
      "0000-0002-1825-0097",
      "ada@example.org",
      "Institute",
    ];
    for (const text of [...shown, "Other", "*", "†"]) assert.ok(html.includes(text), text);
  } finally {
    site.remove();
  }
});

test("dates: each style in some languages", () => {
  const rows = rowsOf("docs/languages.md", "Dates", "`dateStyle`", "`en`", "`de`", "`ja`");
  const date = new Date("2026-09-01T12:00:00Z");
  for (const [name, ...shown] of rows) {
    const [dateStyle = ""] = codes(name);
    const format = name?.includes("post") ? "longDate" : "shortDate";
    const languagesOfTable = ["en", "de", "ja"];
    assert.equal(
      shown,
      languagesOfTable.map((language) =>
        dateFormatter({
          language,
          timeZone: "UTC",
          dateStyle: dateStyle as DateStyle,
          strings: stringsIn(language).strings,
        }).inWords(date, format),
      ),
      name,
    );
  }
  assert.equal([...new Set(namesIn(rows))], dateStyles);
});

test("responsive images and fonts: each setting, with its default", () => {
  const object = (schema: unknown): Record<string, unknown> =>
    (schema as { shape: Record<string, unknown> }).shape;
  const [, settings] = (images as unknown as { options: unknown[] }).options;
  const rows = rowsOf("docs/pages.md", "Images and files", "`images`", "what it is", "default");
  assert.equal(namesIn(rows), Object.keys(object(settings)));
  const fields = rowsOf("docs/theming.md", "Colors and fonts", "field of `fonts`", "what it is", "default");
  const font = (
    fonts as unknown as { element: { shape: object; parse(value: object): Record<string, unknown> } }
  ).element;
  assert.equal(namesIn(fields), Object.keys(font.shape));
  const parsed = font.parse({ family: "Inter", src: "inter.woff2" });
  for (const [name = "", , value] of fields) {
    const fixed = parsed[codes(name)[0] ?? ""];
    const expected = ["`family`", "`src`"].includes(name)
      ? "required"
      : fixed === undefined
        ? "none"
        : `\`${JSON.stringify(fixed)}\``;
    assert.is(value, expected, name);
  }
});

const pageRows = (): string[][] =>
  rowsOf(
    "docs/pages.md",
    "Pages that the plugin creates",
    "URL",
    "`pages`",
    "what it is",
    "created",
    "in each language",
  );

/** The file of a page of that table. */
const fileOf = ([url]: readonly string[]): string =>
  (codes(url)[0] ?? "").slice(1).replace(/(^|\/)$/, "$1index.html");

test("pages: each with the URL that the plugin gives it", async () => {
  const rows = pageRows();
  const site = new Site({
    "eleventy.config.js": `import { writeFileSync } from "node:fs";
import indigo from "eleventy-plugin-indigo";

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, { title: "Ada", url: "https://example.org", search: true, pages: { llms: true }, languages: { fr: {} } });
  eleventyConfig.addPlugin((config) => {
    const pages = Object.values(config.virtualTemplates).map(({ data }) => [data?.indigoPage, data?.permalink]);
    writeFileSync("found.json", JSON.stringify(Object.fromEntries(pages.filter(([name]) => name))));
  });
}
`,
  });
  try {
    await site.built();
    const found = JSON.parse(site.source("found.json")) as Record<string, string>;
    const listed = rows.map(([url, name]) => [codes(name)[0], codes(url)[0]]);
    const inFrench = rows.filter((row) => row[4] === "yes");
    const french = inFrench.map(([url, name]) => [`${codes(name)[0]}-fr`, `/fr${codes(url)[0]}`]);
    assert.equal(Object.fromEntries([...listed, ...french]), found);
    assert.equal(
      listed.map(([name]) => name),
      Object.keys(pages.shape),
    );
    // What the table says of a site without content.
    const always = rows.filter(([, , , created]) =>
      /^(always|with `url`|with the option `search`|with `pages: \{ llms: true \}` and `url`)$/.test(
        created ?? "",
      ),
    );
    assert.equal(
      site
        .files()
        .filter((file) => !/^(assets|pagefind|fr)\//.test(file))
        .sort(),
      always.map(fileOf).sort(),
    );
  } finally {
    site.remove();
  }
});

test("upgrading: each kind of change, in the order of the report", () => {
  const rows = rowsOf("docs/upgrading.md", "What it changes", "kind", "what changed", "what `upgrade` does");
  assert.equal(namesIn(rows), Object.keys(changeKinds));
});

test("archives: each kind, with its URL", () => {
  const rows = rowsOf("docs/pages.md", "Archives", "`archives`", "URL", "what it lists");
  const urls = archiveKinds.map((kind) => [kind, `/${routes[archiveRoutes[kind]].path}`]);
  assert.equal(
    rows.map(([name, url]) => [codes(name)[0], codes(url)[0]?.replace(/NAME|2024/, "ID")]),
    urls,
  );
});

test("navigation: each page that can be named, with its URL, in order", () => {
  const rows = rowsOf("docs/pages.md", "Navigation", "name", "URL");
  assert.equal(
    rows.map(([name, url]) => [codes(name)[0], codes(url)[0]]),
    navigationPages.map((name) => [name, `/${routes[name].path}`]),
  );
});

test("navigation: in the order of the table, with pages of the site's own before the last three", async () => {
  const options = {
    title: "Ada",
    url: "https://example.org",
    search: true,
    projects: true,
    pages: { llms: true },
    sections: { news: true, talks: true, teaching: true, people: true, cv: true },
  };
  const site = new Site({
    "eleventy.config.js": config(options),
    "about.md": page("About"),
    "own.md": "---\ntitle: Own\nlayout: page\nnav: true\n---\n",
    "posts/a.md": "---\ntitle: A\ntags: [posts, one]\nlayout: post\n---\n",
    "publications.yaml": "- { id: a, title: A, venue: V, year: 2020 }",
    "news.yaml": "- { date: 2024, text: N }",
    "talks.yaml": "- { title: T, year: 2024 }",
    "teaching.yaml": "- { title: T }",
    "people.yaml": "- { name: P }",
    "cv.yaml": "work: [{ name: Lab }]",
  });
  try {
    await site.built();
    for (const row of pageRows()) assert.ok(site.has(fileOf(row).replace("ID", "a")), row[0]);
    for (const file of [
      "publications.bib",
      "publications.ris",
      "publications.json",
      "publications.xml",
      "publications/a/citation.bib",
      "publications/a/citation.ris",
      "publications/a/citation.json",
    ])
      assert.ok(site.has(file), file);
    const nav = /<nav.*?<\/nav>/s.exec(site.read("own/index.html"))?.[0] ?? "";
    const order = [...nav.matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
    const rows = rowsOf("docs/pages.md", "Navigation", "name", "URL").map(([, url]) => codes(url)[0]);
    assert.equal(
      order,
      rows.filter((url) => url !== "/tags/"),
    );
    const home = /<nav.*?<\/nav>/s.exec(site.read("index.html"))?.[0] ?? "";
    assert.match(home, /people.*own.*search.*cv.*about/s);
  } finally {
    site.remove();
  }
});

test("fields of publications: each field of the schema, those in bold required", () => {
  const rows = rowsOf("docs/publications.md", "Fields", "field", "what it is");
  assert.equal(namesIn(rows).sort(), Object.keys(publicationItem.shape).sort());
  const bold = [
    ...rows
      .map(([names]) => names)
      .join()
      .matchAll(/\*\*`(\w+)`\*\*/g),
  ].map(([, name]) => name);
  const required = Object.entries(publicationItem.shape).filter(
    ([, field]) => !field.safeParse(undefined).success,
  );
  assert.equal(bold.sort(), required.map(([name]) => name).sort());
  const names = Object.keys(publicationItem.shape);
  const personName = "{ family, given, particle, suffix, literal, marks, orcid }";
  assert.ok(codes(rows.find(([name]) => name?.startsWith("`authors`"))?.[1]).includes(personName));
  publicationItem.parse({
    ...{ id: "a", title: "A", venue: "V", year: 2020, links: [{ label: "L", url: "/", text: "T" }] },
    authors: [{ family: "F", given: "G", particle: "P", suffix: "S", literal: "L" }],
  });
  assert.ok(names.length > 40);
});

test("fields of .bib files: each that al-folio has", () => {
  const [, list = ""] =
    /and the fields of al-folio work too: (.*?)\.\n/s.exec(section("docs/publications.md", "Fields")) ?? [];
  assert.equal(codes(list), [...privateFields].sort());
});

test("identifiers: the fields of each archive, and no others", () => {
  const rows = rowsOf(
    "docs/publications.md",
    "Identifiers and links",
    "identifier",
    "where it is found in `.bib` files and CSL-JSON",
  );
  const named = rows.flatMap(([, where]) => codes(where)).filter((code) => /^[a-z_]+$/.test(code));
  const ofArchives: string[] = Object.values(archives).flatMap(({ bibtex }) => [...bibtex]);
  const others = ["doi", "url", "ee", "note", "arxiv", "eprint", "adsurl", "google_scholar_id"];
  assert.equal(
    named.filter((name) => ![...ofArchives, ...others].includes(name)),
    [],
  );
  for (const { bibtex } of Object.values(archives))
    assert.ok(
      bibtex.some((name) => named.includes(name)),
      bibtex.join(),
    );
});

/** The fields that the schema of a section knows, as its message for an unknown one lists them. */
function fieldsOf(name: string, folder: Site): string[] {
  const file = path.join(folder.folder, `${name}.yaml`);
  folder.write({ [`${name}.yaml`]: "- { qqqqqqqqqqqqqqqqq: 1 }" });
  const report = { problems: [] as string[], hints: [] };
  const reading = {
    eleventyConfig: {
      directories: { input: "./", includes: "", data: "", output: "" },
      passthroughCopies: {},
    },
    report,
    itemOf: () => undefined,
    markdown: (source: string) => source,
  };
  registry[name as keyof typeof registry].read({ path: file, isFolder: false }, reading as never);
  const [, known = ""] =
    /Known: (.*)\.$/.exec(report.problems.find((each) => each.includes("Known")) ?? "") ?? [];
  return known.split(", ");
}

test("the CV: each option in order, with its default", () => {
  const rows = rowsOf("docs/cv.md", "Arranging the groups", "option in `cv`", "what it is", "default");
  assert.equal(namesIn(rows), Object.keys(cv.shape));
  const defaults: Record<string, unknown> = cv.parse({});
  for (const [name = "", , value] of rows) {
    const fixed = defaults[name.replaceAll("`", "")];
    if (fixed !== undefined) assert.is(value, `\`${JSON.stringify(fixed)}\``, name);
  }
});

test("fields of sections: each field of each schema, those in bold required", () => {
  const rows = rowsOf("docs/sections.md", "Fields", "section", "fields", "shown");
  assert.equal(namesIn(rows), Object.keys(sections.shape));
  const common = namesIn(rowsOf("docs/sections.md", "Fields", "field", "what it is"));
  assert.equal(common, ["url", "links", "order"]);
  const connecting = ["people", "projects", "talks"];
  const [, list = ""] =
    /People, projects and talks also have (.*?), which/s.exec(section("docs/sections.md", "Fields")) ?? [];
  const connectingFields = codes(list);
  const folder = new Site();
  try {
    for (const [cell = "", fields = ""] of rows.slice(0, -1)) {
      const [name = ""] = codes(cell);
      const all = [...codes(fields), ...common, ...(connecting.includes(name) ? connectingFields : [])];
      assert.equal(all.sort(), fieldsOf(name, folder).sort(), name);
    }
    for (const [name, required] of Object.entries({
      news: "date",
      talks: "title",
      teaching: "title",
      people: "name",
      projects: "title",
    })) {
      const row = rows.find(([cell]) => cell === `\`${name}\``)?.[1] ?? "";
      assert.equal(
        [...row.matchAll(/\*\*`(\w+)`\*\*/g)].map(([, field]) => field),
        [required],
        name,
      );
    }
  } finally {
    folder.remove();
  }
});

test("fields of a session of a course", () => {
  const rows = rowsOf("docs/sections.md", "Courses", "field of a session", "what it is");
  assert.equal(namesIn(rows).sort(), Object.keys(session.shape).sort());
});

/** What shortcodes the plugin registers, by kind. */
interface Shortcodes {
  single: string[];
  paired: string[];
}

async function registered(): Promise<Shortcodes> {
  const site = new Site({
    "eleventy.config.js": `import { writeFileSync } from "node:fs";
import indigo from "eleventy-plugin-indigo";

export default function (eleventyConfig) {
  const all = () => [Object.keys(eleventyConfig.getShortcodes()), Object.keys(eleventyConfig.getPairedShortcodes())];
  const before = all().flat();
  eleventyConfig.addPlugin(indigo, { title: "Ada" });
  eleventyConfig.addPlugin(() => {
    const [single, paired] = all().map((names) => names.filter((name) => !before.includes(name)));
    writeFileSync("found.json", JSON.stringify({ single, paired }));
  });
}
`,
  });
  try {
    await site.built();
    return JSON.parse(site.source("found.json")) as Shortcodes;
  } finally {
    site.remove();
  }
}

const calls = {
  writing: () => rowsOf("docs/writing.md", "Shortcodes", "shortcode", "what it renders"),
  layout: () => rowsOf("docs/layout.md", "Shortcodes", "shortcode", "what it renders"),
  publications: () => rowsOf("docs/publications.md", "Shortcodes", "shortcode", "what it renders"),
  sections: () => rowsOf("docs/sections.md", "Shortcodes", "shortcode", "what it renders"),
  citations: () => rowsOf("docs/citations.md", "In templates", "shortcode", "in the style `apa`"),
};

test("shortcodes: the tables have each that is registered", async () => {
  const { single, paired } = await registered();
  const tags = Object.values(calls)
    .flatMap((rows) => namesIn(rows()))
    .flatMap((call) => [...call.matchAll(/\{% (\w+)/g)].map(([, name = ""]) => name));
  const named = new Set(tags.filter((name) => !(name.startsWith("end") && tags.includes(name.slice(3)))));
  assert.equal([...named].sort(), [...single, ...paired].sort());
  for (const name of named) assert.is(tags.includes(`end${name}`), paired.includes(name), name);
});

test("shortcodes of publications: each call renders", async () => {
  const list = namesIn(calls.publications());
  assert.is(list.length, 8);
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "publications.yaml":
      "- { id: lora, title: L, venue: ICLR, year: 2022, selected: true }\n- { id: mup, title: M, venue: N, year: 2021 }\n",
    "index.njk": `---\nwork: { title: W, venue: V, year: 2020 }\n---\n${list.join("\n")}`,
  });
  try {
    const html = (await site.built()).read("index.html");
    assert.is(html.split("<ul").length - 1, 8); // the list by year has two
    assert.match(html, "Oral at ICLR 2022");
    assert.match(html, '<figure class="publication-chart"');
  } finally {
    site.remove();
  }
});

test("selections: each word", () => {
  const rows = rowsOf(
    "docs/publications.md",
    "Selections",
    "word",
    "which publications, or how they are shown",
  );
  const words = namesIn(rows).map((word) => word.split(" ")[0]);
  // `keyword` is named beside `topic`, `style` beside `full`; `all` is for lists without other words.
  assert.equal([...words, "all", "keyword", "style"].sort(), [...flagWords, ...valueWords].sort());
  for (const word of namesIn(rows)) assert.is(readWords(word).unknown, undefined, word);
});

test("citations: each row of the tables renders as it says", async () => {
  const markdown = rowsOf("docs/citations.md", "In Markdown", "Markdown", "in the style `apa`");
  const rows = [...markdown, ...calls.citations()].filter(([, shown = ""]) => /^\(|\)$/.test(shown));
  assert.is(rows.length, 9);
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "publications.bib":
      "@book{turing1936, author={Turing, Alan}, title={T}, publisher={P}, year=1936}\n@book{lovelace1843, author={Lovelace, Ada}, title={L}, publisher={P}, year=1843}\n",
    ...Object.fromEntries(
      namesIn(rows).map((text, index) => [`m${index}.md`, page("A", text.replace('", "p. 3"', '" "p. 3"'))]),
    ),
  });
  try {
    await site.built();
    for (const [index, [source, shown]] of rows.entries()) {
      const [, citation = ""] =
        /<span class="citation">(.*?)<\/span>/.exec(site.read(`m${index}/index.html`)) ?? [];
      assert.is(citation.replaceAll(/<[^>]*>/g, ""), shown, source);
    }
  } finally {
    site.remove();
  }
});

test("shortcodes of text and of sections: each call renders", async () => {
  const writing = namesIn(calls.writing()).filter((call) => call.startsWith("{%"));
  assert.is(writing.length, 7);
  const ofSections = namesIn(calls.sections());
  // One for each section, and one of connections.
  assert.is(ofSections.length, Object.keys(sections.shape).length + 1);
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ada",
      sections: { news: true, talks: true, teaching: true, people: true, projects: true, cv: true },
    }),
    "a.md": writing.join("\n\n"),
    "b.njk": ofSections.map((call) => `<div>${call}</div>`).join("\n"),
    "news.yaml": ["a", "b", "c", "d"].map((text) => `- { date: 2024, text: ${text} }`).join("\n"),
    "talks.yaml":
      "- { title: Talk, year: 2024, people: [ada] }\n- { title: Other, year: 2023, people: [charles] }",
    "teaching.yaml": "- { title: Course, term: Fall 2024 }\n- { title: Other, term: Fall 2023 }",
    "people.yaml": "- { name: Ada }\n- { name: Charles, alumni: true }",
    "projects.yaml": "- { title: P1 }\n- { title: P2 }\n- { title: P3 }\n- { title: P4 }\n- { title: P5 }",
    "cv.yaml": "basics: { name: Ada }\neducation: [{ institution: Home }]\nwork: [{ name: Lab }]",
  });
  try {
    const { code, output } = await site.build();
    assert.is(code, 0, output);
    const text = site.read("a/index.html");
    for (const part of [
      "evidence",
      "spoiler",
      "side-by-side",
      "bigger-image",
      "caption",
      "breaker",
      "callout ",
    ])
      assert.match(text, `class="${part}`);
    assert.not.match(text, "{%");
    const [news = "", talks = "", teaching = "", people = "", projects = "", cv = "", connected = ""] = site
      .read("b/index.html")
      .split(/\n(?=<div>)/)
      .filter((part) => part.startsWith("<div>"));
    const entries = (html: string): number => html.split('<li class="section-entry').length - 1;
    assert.is(entries(news), 3);
    assert.is(entries(talks), 2);
    assert.ok(connected.includes("Talk") && !connected.includes("Other"));
    assert.ok(teaching.includes("Course") && !teaching.includes("Other"));
    assert.ok(people.includes("Charles") && !people.includes("Ada"));
    assert.is(entries(projects), 4);
    assert.ok(cv.includes("Home") && !cv.includes("Lab"));
  } finally {
    site.remove();
  }
});

test("numbering: each label is of its kind, and each reference is shown as the table says", async () => {
  const rows = rowsOf("docs/numbering.md", "Labels", "label", "of", "where it is");
  const listed = rows.flatMap(([labels = "", kind]) =>
    codes(labels).map((label) => [label.slice(2, -1), kind]),
  );
  for (const [label = "", kind] of listed) assert.is(kindOfLabel(label), kind, label);
  assert.equal(listed.map(([label = ""]) => label.split(":")[0]).sort(), Object.keys(labelPrefixes).sort());

  const shown = rowsOf("docs/numbering.md", "References", "in the text", "shows");
  const [example] = fencesOf(docs["docs/numbering.md"] ?? "", "docs/numbering.md").filter(
    ({ attributes }) => attributes.file === "references.md",
  );
  const site = new Site({
    "eleventy.config.js": config(),
    "page.md": `${page("T")}${example?.code.split("---\n")[2]}\n${shown.map(([source = ""]) => `- ${codes(source)[0]}`).join("\n")}\n`,
  });
  try {
    await site.builtInProcess();
    const html = site.read("page/index.html");
    const items = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = ""]) =>
      item.replaceAll(/<[^>]*>/g, "").replaceAll("\u00a0", " "),
    );
    assert.equal(
      items.slice(-shown.length),
      shown.map(([, text = ""]) => text.replace(/, as at .*/, "")),
    );
  } finally {
    site.remove();
  }
});

test("Markdown: each row of the table renders", async () => {
  const rows = rowsOf("docs/writing.md", "Markdown", "in Markdown", "result");
  const made: [source: string, expected: string][] = [
    ["$e^{i\\pi}$", "<math"],
    ["\\(e^{i\\pi}\\)", "<math"],
    ["$$…$$", '<span class="formula"'],
    ["\\[…\\]", '<span class="formula"'],
    ["[^1]", 'class="footnotes"'],
    ["[^1]: …", 'class="footnotes"'],
    ["^[…]", 'class="footnotes"'],
    ['![description](a.jpg "Caption")', '<figure class="figure">'],
    ["> [!NOTE]", 'class="callout callout-note"'],
    ["TIP", 'class="callout callout-tip"'],
    ["IMPORTANT", 'class="callout callout-important"'],
    ["WARNING", 'class="callout callout-warning"'],
    ["CAUTION", 'class="callout callout-caution"'],
    ["- [ ] open", 'class="task-list-item-checkbox" disabled>'],
    ["- [x] done", 'class="task-list-item-checkbox" disabled checked>'],
    ["H~2~O", "H<sub>2</sub>O"],
    ["x^2^", "x<sup>2</sup>"],
    ["==marked==", "<mark>marked</mark>"],
    ["Term", "<dt>Term</dt>"],
    [": meaning", "<dd>meaning</dd>"],
    ["{#id .class key=value}", '<h2 id="id" class="class">A</h2>'],
    [": Caption", "<caption>Caption</caption>"],
    ["## Heading", '<h2 id="heading"'],
    ["```js", 'class="highlight"'],
    ["```mermaid", 'class="mermaid"'],
  ];
  assert.equal(
    namesIn(rows),
    made.map(([source]) => source),
  );
  const whole = (source: string): string => {
    if (source === "[^1]" || source === "[^1]: …") return "A[^1]\n\n[^1]: Note\n";
    if (source === "Term" || source === ": meaning") return "Term\n: meaning\n";
    if (source === ": Caption") return `| A |\n| --- |\n| 1 |\n\n${source}\n`;
    if (source.startsWith("{#")) return `## A ${source}\n`;
    if (source === "^[…]") return "A^[Note]\n";
    if (source === "$$…$$") return "$$\nx^2\n$$\n";
    if (source === "\\[…\\]") return "\\[\nx^2\n\\]\n";
    if (/^[A-Z]+$/.test(source)) return `> [!${source}]\n> A\n`;
    if (source.startsWith(">")) return `${source}\n> A\n`;
    return source.startsWith("```") ? `${source}\ngraph LR; A --> B\n\`\`\`\n` : `${source}\n`;
  };
  const prices = '"$5 and $10" and \\$x\\$';
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", mermaid: true }),
    ...Object.fromEntries(made.map(([source], index) => [`m${index}.md`, page("A", whole(source))])),
    "prices.md": page("A", prices),
  });
  try {
    await site.built();
    for (const [index, [source, expected]] of made.entries())
      assert.ok(site.read(`m${index}/index.html`).includes(expected), source);
    assert.match(site.read("prices/index.html"), "$5 and $10");
    assert.not.match(site.read("prices/index.html"), "<math");
  } finally {
    site.remove();
  }
});

test("layout: each block of the table renders, and each shortcode", async () => {
  const blocks = rowsOf("docs/layout.md", "Blocks", "block", "what it renders").map(([cell]) => codes(cell));
  const expected: Record<string, string> = {
    note: 'class="callout callout-note"',
    tip: 'class="callout callout-tip"',
    important: 'class="callout callout-important"',
    warning: 'class="callout callout-warning"',
    caution: 'class="callout callout-caution"',
    margin: 'class="margin-note"',
    tabs: 'class="tab-set"',
    steps: 'class="step-list"',
    cards: 'class="card-grid"',
    details: 'class="fold"',
    gallery: 'class="image-gallery"',
    video: 'class="video-link"',
  };
  const content: Record<string, string> = { steps: "1. A", gallery: "![A](/a.svg)" };
  const made = blocks.flatMap(([first = "", ...others]) => {
    const isPair = /^::: tab /.test(others[0] ?? "") || /^::: card /.test(others[0] ?? "");
    return isPair
      ? [`${first}\n${others[0]}\nA\n:::\n:::`]
      : [first, ...others].map((start) => `${start}\nA\n:::`);
  });
  const texts = made.map((text) => {
    const name = /^::: (\w+)/.exec(text)?.[1] ?? "";
    const whole = text.replace("https://youtu.be/…", "https://youtu.be/abcdefghijk");
    return { name, whole: content[name] ? whole.replace("\nA\n", `\n${content[name]}\n`) : whole };
  });
  assert.equal(
    texts.map(({ name }) => name),
    Object.keys(expected),
  );
  const shortcodes = namesIn(calls.layout());
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    ...Object.fromEntries(texts.map(({ name, whole }) => [`${name}.md`, page("A", whole)])),
    "all.njk": page("A", shortcodes.join("\n")),
  });
  try {
    const { output } = await site.buildInProcess();
    assert.not.match(output, "indigo: ");
    for (const [name, part] of Object.entries(expected)) assert.match(site.read(`${name}/index.html`), part);
    const all = site.read("all/index.html");
    for (const part of ["fold", "margin-note", "tab-set", "step-list", "card-grid", "media"])
      assert.match(all, `class="${part}"`);
    assert.not.match(all, "{%");
  } finally {
    site.remove();
  }
});

test("layout: attributes of videos", () => {
  const rows = rowsOf("docs/layout.md", "Videos and sound", "attribute", "what it is");
  const names = namesIn(rows).map((name) => name.replace(/=.*/, ""));
  for (const name of names) assert.ok(isAllowedAttribute(name), name);
});

test("notebooks: where front matter comes from", async () => {
  const rows = rowsOf("docs/notebooks.md", "Front matter", "from", "fields");
  assert.equal(codes(rows[0]?.[0]), ["---"]);
  const fields = codes(rows[1]?.[1]);
  const values: Record<string, unknown> = { authors: [{ name: "Ada" }], date: "2024-03-05", tags: ["x"] };
  const metadata = Object.fromEntries(
    fields.filter((name) => name !== "author").map((name) => [name, values[name] ?? "page"]),
  );
  const site = new Site({
    "a.ipynb": notebook([markdownCell("---\nlang: fr\n---\nText")], metadata),
    "data.njk": `---\npermalink: data.json\n---\n{{ collections.all[0].data | fields | safe }}`,
    "eleventy.config.js": config(
      { title: "Ada" },
      `eleventyConfig.addFilter("fields", (data) => JSON.stringify(${JSON.stringify([...fields, "lang"])}.map((name) => data[name])));`,
    ),
  });
  try {
    await site.built();
    const found = JSON.parse(site.read("data.json")) as unknown[];
    for (const [index, name] of [...fields, "lang"].entries())
      assert.ok(found[index] !== undefined && found[index] !== null, name);
  } finally {
    site.remove();
  }
});

test("notebooks: what is shown of a cell", () => {
  const rows = rowsOf("docs/notebooks.md", "Code", "comment, tag or state of a cell", "what is shown");
  const view = (word: string) => {
    const isComment = word.includes(": ");
    return viewOf({
      kind: "code",
      place: 1,
      source: isComment ? `#| ${word}\nx` : "x",
      metadata: isComment ? {} : { tags: [word] },
      attachments: {},
      outputs: [],
    });
  };
  const facts = rows.map(([words]) =>
    codes(words).map((word) => {
      const { code, output, hasWarnings, captions, alternatives, id } = view(word);
      return [code, output, hasWarnings, ...captions, ...alternatives, id ?? ""].join(" ").trim();
    }),
  );
  assert.equal(facts, [
    ["removed shown true", "removed shown true"],
    ["shown removed true", "shown removed true"],
    ["removed removed true", "removed removed true"],
    ["shown shown false", "shown shown false"],
    ["folded shown true", "folded shown true"],
    ["shown folded true"],
    ["shown shown true A rising line"],
    ["shown shown true The sum of *n* numbers"],
    ["shown shown true fig-sum"],
  ]);
});

test("notebooks: forms of outputs, the richest first", async () => {
  const rows = rowsOf("docs/notebooks.md", "Outputs", "form", "shown as");
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>';
  const gif = Buffer.from("GIF89a\x03\0\x02\0", "latin1").toString("base64");
  const video = Buffer.from("\0\0\0\x18ftypmp42", "latin1").toString("base64");
  const forms: [name: string, data: Record<string, unknown>, html: RegExp][] = [
    ["HTML", { "text/html": "<i>a</i>" }, /<i>a<\/i>/],
    ["Markdown", { "text/markdown": "*a*" }, /<em>a<\/em>/],
    ["LaTeX", { "text/latex": "$a$" }, /<math/],
    ["SVG", { "image/svg+xml": svg }, /\.svg"/],
    ["PNG", { "image/png": png }, /\.png"/],
    ["JPEG", { "image/jpeg": png }, /<img/],
    ["WebP", { "image/webp": png }, /<img/],
    ["GIF", { "image/gif": gif }, /\.gif"/],
    [
      "video",
      { "text/html": `<video src="data:video/mp4;base64,${video}"></video>` },
      /<video controls[^>]*\.mp4"/,
    ],
    ["text", { "text/plain": "a" }, /<pre class="notebook-text">a/],
    ["JSON", { "application/json": { a: 1 } }, /<pre class="notebook-text">/],
  ];
  const named = rows.map(([form]) => form).join(", ");
  for (const [name] of forms) assert.ok(named.includes(name), name);
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", notebooks: true }),
    ...Object.fromEntries(
      forms.map(([, data], index) => [`m${index}.ipynb`, notebook([codeCell("x", [shown(data)])])]),
    ),
    // Each form with all that come after it.
    ...Object.fromEntries(
      [0, 1, 2, 3, 4].map((first) => [
        `all${first}.ipynb`,
        notebook([
          codeCell("x", [shown(Object.assign({}, ...forms.slice(first, 8).map(([, data]) => data)))]),
        ]),
      ]),
    ),
  });
  try {
    await site.built();
    for (const [index, [name, , html]] of forms.entries())
      assert.match(site.read(`m${index}/index.html`), html, name);
    for (const first of [0, 1, 2, 3, 4])
      assert.match(site.read(`all${first}/index.html`), forms[first]?.[2] ?? "", forms[first]?.[0]);
  } finally {
    site.remove();
  }
});

test("Code: each setting, which a block has", () => {
  const rows = rowsOf("docs/writing.md", "Code", "after the language", "what it does");
  const infos = namesIn(rows);
  const named = infos.map((info) => info.split("=")[0] ?? "").filter((name) => !name.startsWith("{"));
  assert.equal([...new Set(named)], documented);
  for (const info of infos) {
    const { problems, language, ...read } = readInfo(`js ${info}`, () => false);
    assert.equal([problems, language], [[], "js"], info);
    assert.not.equal(
      read,
      readInfo("js", () => false),
      info,
    );
  }
});

/** The values of the tokens as the Sass declares them. */
function declaredTokens(): Map<string, string> {
  const source = readFileSync(path.join(root, "styles/_tokens.scss"), "utf8");
  const found = new Map(
    [...source.matchAll(/^\$([\w-]+): (.+?) !default;/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  for (const [name, value] of found)
    if (value.startsWith("$")) found.set(name, found.get(value.slice(1)) ?? value);
  return found;
}

test("tokens: each with its values in light and in dark", () => {
  const rows = rowsOf("docs/theming.md", "Colors and fonts", "token", "what it colors", "light", "dark");
  const declared = declaredTokens();
  const others = /^(theme|theme-switch|font-\w+|syntax-.*)$/;
  const names = [...declared.keys()].filter((name) => !others.test(name) && !name.endsWith("-dark"));
  assert.equal(namesIn(rows), names.filter((name) => name !== "thin").concat("thin"));
  for (const [name, , light, dark] of rows) {
    const [token = ""] = codes(name);
    assert.equal(
      [codes(light)[0], codes(dark)[0]],
      [declared.get(token), declared.get(`${token}-dark`)],
      token,
    );
  }
  const text = section("docs/theming.md", "Colors and fonts");
  const syntax = codes(text).filter((name) => name.startsWith("syntax-"));
  assert.equal(
    syntax,
    [...declared.keys()].filter((name) => /^syntax-/.test(name) && !name.endsWith("-dark")),
  );
  const fontTokens = codes(text).filter((name) => /^font-\w+$/.test(name));
  assert.equal(
    fontTokens,
    [...declared.keys()].filter((name) => name.startsWith("font-")),
  );
});

test("style sheets: each part, and the site's own", () => {
  const rows = rowsOf("docs/theming.md", "Style sheets", "`indigo.stylesheets`", "linked by");
  assert.equal(namesIn(rows), [...stylePartNames, "own"]);
  const sheets = readdirSync(path.join(root, "styles")).filter((name) => /^[a-z].*\.scss$/.test(name));
  assert.equal(
    stylePartNames.map((part) => `${part}.scss`).sort(),
    sheets.filter((name) => name !== "index.scss").sort(),
  );
});

test("connections: ids, pages and @ids", () => {
  const name = "docs/connections.md";
  const ids = rowsOf(name, "Ids", "of", "id");
  assert.ok(codes(ids[0]?.[1]).includes(slug("Roads to Rome")));
  assert.is(ids.length, 3);
  // People, projects and talks are in the first row.
  assert.is(ids.length + 2, connectionKinds.length);
  assert.is(
    rowsOf(name, "What pages show", "page", "above its text", "below").length,
    connectionKinds.length,
  );
  const nodes = rowsOf(name, "For search engines", "of", "`@id`").map(([, id]) => codes(id));
  assert.equal(nodes, [
    [],
    ["#person", "#project", "#talk", "/talks/#on-roads"],
    ["#post"],
    ["#person"],
    ["#website", "#organization"],
  ]);
  for (const id of nodes.flat().filter((code) => code.startsWith("#")))
    assert.is(nodeId("", id.slice(1) as NodeKind), id);
});

test("partials: each file of the folder that is no layout", () => {
  const rows = rowsOf("docs/theming.md", "One partial", "part", "what it is");
  assert.equal(namesIn(rows).sort(), partNames.toSorted());
});

test("layouts: each with the blocks of its own", () => {
  const rows = rowsOf("docs/theming.md", "One layout", "layout", "blocks");
  const listed = rows.flatMap(([cell, blocks = ""]) =>
    codes(cell).map((name) => [
      name,
      codes(blocks).filter((block) => block !== "content" || name === "default"),
    ]),
  );
  const frame = ownBlocks("default");
  assert.equal(
    Object.fromEntries(listed),
    Object.fromEntries(
      layoutNames.map((name) => [
        name,
        name === "default" ? frame : ownBlocks(name).filter((block) => !frame.includes(block)),
      ]),
    ),
  );
});

test("languages: each that has UI strings, by its English name", () => {
  const rows = rowsOf("docs/languages.md", "UI strings", "tag", "language");
  const english = new Intl.DisplayNames(["en"], { type: "language" });
  assert.equal(
    rows.map(([tag, name]) => [codes(tag)[0], name]),
    knownLanguages.toSorted().map((tag) => [tag, english.of(tag)]),
  );
  const settings = rowsOf(
    "docs/languages.md",
    "A site in several languages",
    "setting of a language",
    "default",
  );
  const { valueType } = languages as unknown as { valueType: { shape: object } };
  assert.equal(namesIn(settings), Object.keys(valueType.shape));
});

test("check: each rule in order, with its title and what it counts as", () => {
  const rows = rowsOf("docs/check.md", "Rules", "rule", "title in the report", "counts as");
  const expected = Object.entries(rules).map(([name, { title, counts }]) => [`\`${name}\``, title, counts]);
  assert.equal(rows, expected);
});

test("check: the fields of its output, and of a finding", () => {
  const [fields, finding] = [
    rowsOf("docs/check.md", "Output for programs", "field", "what it is"),
    rowsOf("docs/check.md", "Output for programs", "field of a finding", "what it is"),
  ];
  const sample = fencesOf(docs["docs/check.md"] ?? "", "").find(({ language }) => language === "json")?.code;
  const report = JSON.parse(sample ?? "") as { faults: object[] };
  assert.equal(namesIn(fields), Object.keys(report));
  assert.equal(namesIn(finding), Object.keys(report.faults[0] ?? {}));
});

test("commands of development: each script that a contributor runs", () => {
  const rows = rowsOf("docs/development.md", "Commands", "command", "what it does");
  const scripts = Object.keys(
    (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { scripts: object }).scripts,
  );
  // What the others run.
  const inner = ["build", "prepare", "watch", "serve", "check"];
  const named = namesIn(rows).map(
    (command) => /npm (?:run )?([\w:]+)(?: --|$)/.exec(command.split(" && ").at(-1) ?? "")?.[1],
  );
  assert.equal([...new Set(named)].sort(), scripts.filter((name) => !inner.includes(name)).sort());
});

test("customized themes: each file is one of Indigo", () => {
  const rows = rowsOf(
    "docs/jekyll.md",
    "Customized themes",
    "file of Indigo",
    "what becomes of your changes",
  );
  const files = rows.flatMap(([names = ""]) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
  assert.equal(
    files.filter((name) => name !== "_sass" && !themePaths.has(name)),
    [],
  );
});

test("the tables that are written from code are those of the code", async () => {
  const names: string[] = [];
  for (const [name, text] of Object.entries(docs)) {
    assert.is(await withTables(text), text, `${name}: run "npm run docs:tables"`);
    names.push(...tablesIn(text));
    for (const [, header = ""] of text.matchAll(/<!-- table: .+ -->\n\n\| (.+) \|\n/g))
      asked.add(`${name}: ${header}`);
  }
  assert.equal(names.sort(), Object.keys(generated).sort());
});

test("names: each shortcode, with or without an end, and each filter for authors", async () => {
  const site = new Site({
    "eleventy.config.js": `import { writeFileSync } from "node:fs";
import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, {});
  eleventyConfig.addPlugin((config) => {
    const { shortcodes, asyncShortcodes, pairedShortcodes, asyncPairedShortcodes, filters, asyncFilters } = config.nunjucks;
    const names = (...maps) => maps.flatMap((map) => Object.keys(map));
    writeFileSync("names.json", JSON.stringify({
      single: names(shortcodes, asyncShortcodes),
      paired: names(pairedShortcodes, asyncPairedShortcodes),
      filters: names(filters, asyncFilters),
    }));
  });
}
`,
  });
  try {
    await site.builtInProcess();
    const { single, paired, filters } = JSON.parse(site.source("names.json")) as Record<string, string[]>;
    const rows = rowsOf("docs/names.md", "Shortcodes", "shortcode", "with an end", "described in");
    // Eleventy has shortcodes of its own.
    const own = (names: readonly string[] = []): string[] =>
      names.filter((name) => !/^(?:render|getBundle)/.test(name)).sort();
    for (const [end, names] of [
      ["no", own(single)],
      ["yes", own(paired)],
    ] as const)
      assert.equal(namesIn(rows.filter(([, value]) => value === end)).sort(), names);
    const offered = namesIn(rowsOf("docs/names.md", "Filters", "filter", "what it returns"));
    for (const name of offered) assert.ok(filters?.includes(name), name);
    // A filter with the name of the theme is for its own templates, unless it is listed above.
    assert.ok(filters?.filter((name) => name.startsWith("select")).every((name) => offered.includes(name)));
  } finally {
    site.remove();
  }
});

test("names: data that templates can read", async () => {
  const rows = rowsOf("docs/names.md", "Data", "data", "what it is");
  const names = namesIn(rows);
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "data.njk": names.map((name) => `${name}={{ ${name} is defined }}\n`).join(""),
    "publications.yaml": "- { id: a, title: A, venue: B, year: 2000 }\n",
  });
  try {
    await site.builtInProcess();
    for (const name of names) assert.ok(site.read("data/index.html").includes(`${name}=true`), name);
  } finally {
    site.remove();
  }
});

test("start: the files that `init` writes", () => {
  const rows = rowsOf("docs/start.md", "Make a site", "file", "what it is");
  const files = Object.keys(
    siteFiles(
      "site",
      { title: "A", bio: "", url: "", language: "en", host: "none" } as never,
      "2024-01-01",
      undefined,
    ),
  );
  for (const name of namesIn(rows))
    assert.ok(
      files.some((file) => file === name || (name.endsWith("/") && file.startsWith(name))),
      name,
    );
});

test("coming from other themes: what is named here exists here", () => {
  const fields = new Set<string>([
    ...layoutNames,
    ...Object.keys(optionsSchema.shape),
    ...pageFieldNames,
    ...Object.keys((postData as unknown as { in: { shape: object } }).in.shape),
    ...Object.keys(publicationItem.shape),
    ...Object.keys(sections.shape),
    ...Object.keys(registry).flatMap((name) =>
      namesIn(
        table(section("docs/sections.md", "Fields"), ["section", "fields", "shown"]).filter(
          ([first]) => first === `\`${name}\``,
        ),
        1,
      ),
    ),
    ...namesIn(table(section("docs/sections.md", "Fields"), ["field", "what it is"])),
  ]);
  const unknown = ["al-folio", "academicpages", "Hugo Blox"].flatMap((theme) => {
    const rows = rowsOf("docs/coming-from.md", theme, `in ${theme}`, "here");
    assert.ok(rows.length > 8, theme);
    return namesIn(rows, 1).filter((name) => /^[a-z][A-Za-z]*$/.test(name) && !fields.has(name));
  });
  // A field of the option `venues`.
  assert.equal(unknown, ["color"]);
});

test("no table is compared with nothing", () => {
  // Tables of another kind: links, which the test of links follows; measured values; the syntax that a test defines; and
  // dependencies and versions, which tests/whole-site/supply.test.ts and added-twice.test.ts compare.
  const others = [
    "README.md: You have | What to do",
    "README.md: [Topic](docs/index.md) | What it covers",
    // Messages, which tests/docs/troubleshooting.test.ts compares, and what has none.
    "docs/troubleshooting.md: message | what to do",
    "docs/troubleshooting.md: what you see | what to do",
    "docs/development.md: sample | what the test does",
    "docs/development.md: Eleventy | Node | state",
    "docs/development.md: package | license | what for",
  ];
  const all = Object.entries(docs).flatMap(([name, text]) =>
    name === "docs/measurements.md"
      ? []
      : [...withoutFences(text).matchAll(/^\| (.*) \|\n\| [-: |]+ \|$/gm)].map(
          ([, header]) => `${name}: ${header}`,
        ),
  );
  assert.equal([...new Set(all)].sort(), [...asked, ...others].sort());
});

test.run();
