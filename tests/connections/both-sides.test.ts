import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

// Each kind of thing names each kind, on one side, and both pages show the other. One site has a pair of things for each: the
// person `people-projects-a` names the project `people-projects-b`, and so on.

const test = suite<{ site: Site; output: string }>("connections, declared on one side");

const kinds = ["people", "projects", "talks", "publications", "posts"] as const;
type Kind = (typeof kinds)[number];

const pairs = kinds.flatMap((from) => kinds.map((to) => [from, to] as const));

/** How a file names others: as a list, as one id, and as text with commas. */
const forms: Record<Kind, (ids: string[]) => string> = {
  people: ([id]) => `[${id}]`,
  projects: ([id]) => `${id}`,
  talks: ([id]) => `"${id}, "`,
  publications: ([id]) => `[${id}]`,
  posts: ([id]) => `[${id}]`,
};

interface Thing {
  kind: Kind;
  id: string;
  names?: { kind: Kind; id: string };
}

const things: Thing[] = pairs.flatMap(([from, to]): Thing[] => {
  const [a, b] = [`${from}-${to}-a`, `${from}-${to}-b`];
  return [
    { kind: from, id: a, names: { kind: to, id: b } },
    { kind: to, id: b },
  ];
});

/** A title that no other thing starts with. */
const titleOf = ({ id }: Thing): string => `Title of ${id}`;

const frontMatter: Record<Exclude<Kind, "publications">, (title: string) => string> = {
  people: (title) => `name: ${title}`,
  projects: (title) => `title: ${title}`,
  talks: (title) => `title: ${title}\ndate: 2024-05-02`,
  posts: (title) => `title: ${title}\nlayout: post\ntags: posts\ndate: 2024-01-01`,
};

function fileOf(thing: Thing): [string, string] {
  const { kind, id, names } = thing;
  if (kind === "publications") throw new Error("publications are in one file");
  const named = names ? `${names.kind}: ${forms[kind]([names.id])}\n` : "";
  return [`${kind}/${id}.md`, `---\n${frontMatter[kind](titleOf(thing))}\n${named}---\nText.\n`];
}

/** Publications in each format: those that name people in BibTeX, projects in CSL-JSON, others in YAML. */
const formatOf = ({ names }: Thing): "bib" | "json" | "yaml" =>
  names?.kind === "people" || names?.kind === "posts" || !names
    ? "bib"
    : names.kind === "projects"
      ? "json"
      : "yaml";

const works = (format: string): Thing[] =>
  things.filter((thing) => thing.kind === "publications" && formatOf(thing) === format);

const bibtex = (thing: Thing): string =>
  `@article{${thing.id}, title={${titleOf(thing)}}, author={Roe, Rita}, journal={J}, year=2022${
    thing.names ? `, ${thing.names.kind} = {${thing.names.id}, }` : ""
  }}\n`;

const yaml = (thing: Thing): string =>
  `- { id: ${thing.id}, title: ${titleOf(thing)}, venue: J, year: 2022, ${thing.names?.kind}: [${thing.names?.id}] }\n`;

const csl = (thing: Thing): object => ({
  id: thing.id,
  type: "article-journal",
  title: titleOf(thing),
  issued: { "date-parts": [[2022]] },
  author: [{ family: "Roe", given: "Rita" }],
  custom: { [thing.names?.kind ?? ""]: [thing.names?.id] },
});

test.before(async (context) => {
  context.site = new Site({
    "eleventy.config.js": config({
      title: "Lab",
      url: "https://lab.example.org",
      bibliography: ["works.bib", "works.json", "works.yaml"],
      sections: { people: true, projects: true, talks: true },
    }),
    "index.md": page("Home", "", "home"),
    "works.bib": works("bib").map(bibtex).join(""),
    "works.yaml": works("yaml").map(yaml).join(""),
    "works.json": JSON.stringify(works("json").map(csl)),
    ...Object.fromEntries(things.filter(({ kind }) => kind !== "publications").map(fileOf)),
  });
  const { code, output } = await context.site.buildInProcess();
  assert.is(code, 0, output);
  context.output = output;
});
test.after(({ site }) => site.remove());

const urlOf = ({ kind, id }: Thing): string => `${kind}/${id}/`;
const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";

test("no warning", ({ output }) => {
  assert.equal(
    output.split("\n").filter((line) => line.startsWith("indigo:")),
    [],
  );
});

for (const [from, to] of pairs)
  test(`${from} name ${to}: both pages link the other`, ({ site }) => {
    const [a, b] = things.filter(({ id }) => id.startsWith(`${from}-${to}-`));
    if (!a || !b) throw new Error("no pair");
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const html = main(site.read(`${urlOf(one)}index.html`));
      assert.match(html, `<a href="/${urlOf(other)}">${titleOf(other)}</a>`, `${one.id} links ${other.id}`);
      assert.is(html.split("<section").length - 1, isSpeaker(one, other) ? 0 : 1, `${one.id} has one group`);
    }
  });

/** The speakers of a talk are above its text. */
const isSpeaker = (one: Thing, other: Thing): boolean => one.kind === "talks" && other.kind === "people";

test("the pages are valid, and name the same things by the same @id", async ({ site }) => {
  const shown = pairs.filter(([from, to]) => from <= to).map(([from, to]) => `${from}/${from}-${to}-a/`);
  assert.equal(await invalidHtml(site, shown), []);
  const ids = new Map<string, Set<string>>();
  for (const url of site.pages()) {
    const html = site.read(url.endsWith("html") ? url : `${url}index.html`);
    for (const [, json = "{}"] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g))
      collect(JSON.parse(json), ids);
  }
  for (const thing of things) {
    const kind = { people: "person", projects: "project", talks: "talk", publications: "", posts: "post" }[
      thing.kind
    ];
    const id = `https://lab.example.org/${urlOf(thing)}${kind && `#${kind}`}`;
    assert.equal([...(ids.get(titleOf(thing)) ?? [])], [id]);
  }
});

/** Collects the ids of nodes by their names. Pages have no `@id`. */
function collect(node: unknown, ids: Map<string, Set<string>>): void {
  if (typeof node !== "object" || node === null) return;
  const { "@id": id, name, headline, "@type": type } = node as Record<string, unknown>;
  const title = typeof name === "string" ? name : headline;
  const isPage = type === "WebPage" || type === "ProfilePage";
  if (typeof title === "string" && title.startsWith("Title of") && !isPage)
    ids.set(title, (ids.get(title) ?? new Set()).add(String(id)));
  for (const value of Object.values(node)) collect(value, ids);
}

test.run();
