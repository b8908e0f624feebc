import { rmSync } from "node:fs";
import path from "node:path";
import { build as bundle } from "esbuild";
import { config, eleventy, page, root, run, Site } from "../../support/site.ts";
import { reporter } from "./measure.ts";
import { median } from "./table.ts";

const count = 1000;
/** The number of rounds. The first one is a warm-up and not counted. */
const rounds = 6;

/** Code that prints the seconds to read the publications of the working folder, without the rest of a build. */
const reader = `
  const { readPublications } = await import("./read-publications.js");
  const config = { directories: { input: "./", data: "./_data/" }, logger: { log: console.error } };
  const seconds = async () => {
    const start = performance.now();
    const site = { title: "Edward Hu", author: { name: "Edward J. Hu", names: [] } };
    const { all } = await readPublications(config, site, { set() {} });
    if (all.length !== ${count}) throw new Error(all.length + " of ${count} publications were read");
    return (performance.now() - start) / 1000;
  };
  console.log("bench " + JSON.stringify([await seconds(), await seconds()]));
`;

const kinds = ["article", "inproceedings", "book", "phdthesis", "techreport", "dataset"];

/** A bibliography, the same in every run: titles with braces and formulas, accents, abstracts, keywords, links. */
function bibliography(count: number): string {
  const entries = Array.from({ length: count }, (_, at) => {
    const authors = Array.from({ length: (at % 6) + 1 }, (__, who) => `M{\\"u}ller${who}, Given ${who}`);
    return `@${kinds[at % kinds.length]}{key${at},
  author = {Hu, Edward J. and ${authors.join(" and ")}},
  title = {{LoRA} ${at}: Adaptation of ${at % 5 === 0 ? "$\\mu$P" : "Models"} to Tasks of Interest},
  journal = {Journal of Tests ${at % 17}},
  booktitle = {Conference on Tests ${at % 9}},
  publisher = {Tests Press},
  school = {Universit{\\'e} de Montr{\\'e}al},
  institution = {Tests Lab},
  volume = {${at}},
  number = {${at % 12}},
  pages = {${at}--${at + 9}},
  year = {${1985 + Math.floor((at * 40) / count)}},
  month = may,
  doi = {10.1000/${at}},
  keywords = {topic ${at % 25}, topic ${(at * 7) % 31}},
  abstract = {${`What entry ${at} has to say, in a sentence of usual length. `.repeat(6)}},
}`;
  });
  return `${entries.join("\n\n")}\n`;
}

function makeSite(files: Record<string, string>, pages: object = { publication: false }): Site {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Edward Hu",
      author: { name: "Edward J. Hu" },
      url: "https://example.org",
      pages,
    }),
    "index.md": "---\ntitle: Home\n---\nHome.\n",
    ...files,
  });
  site.link();
  return site;
}

/** Bundles the reader of publications into a site, as the plugin is bundled. */
async function bundleReader(site: Site): Promise<void> {
  await bundle({
    entryPoints: [path.join(root, "plugin/publications/read.ts")],
    outfile: path.join(site.folder, "read-publications.js"),
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
  });
}

async function read(site: Site): Promise<[first: number, second: number]> {
  const { output } = await run(process.execPath, ["--input-type=module", "--eval", reader], site.folder);
  const report = /^bench (.*)$/m.exec(output)?.[1];
  if (!report) throw new Error(`the publications were not read\n${output}`);
  return JSON.parse(report);
}

async function build(site: Site, entries: number): Promise<number> {
  rmSync(path.join(site.folder, site.output), { recursive: true, force: true });
  const start = performance.now();
  const { code, output } = await run(process.execPath, [eleventy, "--quiet"], site.folder);
  const seconds = (performance.now() - start) / 1000;
  const html = code === 0 && entries > 0 ? site.read("publications/index.html") : "";
  const listed = html.split('<li class="publication"').length - 1;
  if (code !== 0 || listed !== entries)
    throw new Error(`the list has ${listed} of ${entries} entries\n${output}`);
  return seconds;
}

/**
 * Measures the time to read a .bib file of 1,000 entries in a separate process, and the time that the list of them adds to the
 * build of a site. The measures take turns.
 *
 * @param progress - Called after each round.
 * @returns The rows of a table.
 */
export async function measurePublications(progress: () => void): Promise<string[][]> {
  const sites: Site[] = [];
  const samples: { first: number; second: number; bare: number; list: number }[] = [];
  try {
    const list = makeSite({ "publications.bib": bibliography(count) });
    sites.push(list);
    await bundleReader(list);
    const bare = makeSite({});
    sites.push(bare);
    for (let round = 0; round < rounds; round += 1) {
      const [first, second] = await read(list);
      const measures = { first, second, bare: await build(bare, 0), list: await build(list, count) };
      if (round > 0) samples.push(measures);
      progress();
    }
  } finally {
    for (const site of sites) site.remove();
  }
  const of = (name: keyof (typeof samples)[number]): number =>
    median(samples.map((measures) => measures[name]));
  const more = median(samples.map(({ list, bare }) => list - bare));
  return [
    ["publications", "parse s", "again s", "build s", "without s", "list s", "/ parse", "/ again"],
    [
      String(count),
      of("first").toFixed(2),
      of("second").toFixed(2),
      of("list").toFixed(2),
      of("bare").toFixed(2),
      more.toFixed(2),
      (more / of("first")).toFixed(2),
      (more / of("second")).toFixed(2),
    ],
  ];
}

/** The numbers of entries for {@link measurePages}, and of rounds of each. */
const sizes = new Map([
  [100, 4],
  [1000, 3],
  [3000, 2],
]);

/** A site of Eleventy alone that writes as many pages of the same texts. */
function bareSite(count: number): Site {
  const site = new Site({
    "eleventy.config.js": "export default function () {}\n",
    "_includes/post.liquid": "<title>{{ title }}</title>{{ content }}\n",
    "entries/entries.json": JSON.stringify({ layout: "post.liquid" }),
  });
  const text = "What an entry has to say, in a sentence of usual length. ".repeat(6);
  for (let at = 0; at < count; at += 1)
    site.write({ [`entries/key${at}.md`]: page(`Entry ${at}`, text, "post.liquid") });
  return site;
}

/**
 * Builds a site and returns the resources of the build: seconds and MiB.
 *
 * @param expected - A file that it must write.
 */
export async function resources(
  site: Site,
  expected: string,
): Promise<{ wall: number; cpu: number; memory: number }> {
  rmSync(path.join(site.folder, site.output), { recursive: true, force: true });
  const start = performance.now();
  const { code, output } = await run(
    process.execPath,
    ["--import", reporter, eleventy, "--quiet"],
    site.folder,
  );
  const wall = (performance.now() - start) / 1000;
  const report = /^bench (.*)$/m.exec(output)?.[1];
  if (code !== 0 || !report || !site.has(expected)) throw new Error(`the build failed\n${output}`);
  return { wall, ...(JSON.parse(report) as { cpu: number; memory: number }) };
}

/**
 * Measures builds of 100, 1,000 and 3,000 publications with their pages, in turn with Eleventy alone that writes as many pages:
 * the first build, and one that finds the references of the one before.
 *
 * @param progress - Called after each round.
 * @returns The rows of a table, with minima.
 */
export async function measurePages(progress: () => void): Promise<string[][]> {
  const rows: string[][] = [
    ["publications", "bare s", "first s", "next s", "first - bare", "next - bare", "MiB", "list kB"],
  ];
  for (const [count, rounds] of sizes) {
    const bare = bareSite(count);
    const site = makeSite({ "publications.bib": bibliography(count) }, {});
    // References are kept in it.
    const kept = path.join(site.folder, "node_modules/.cache");
    const samples: Record<"bare" | "first" | "next", { wall: number; memory: number }[]> = {
      bare: [],
      first: [],
      next: [],
    };
    try {
      for (let round = 0; round < rounds; round += 1) {
        rmSync(kept, { recursive: true, force: true });
        samples.bare.push(await resources(bare, `entries/key${count - 1}/index.html`));
        for (const name of ["first", "next"] as const)
          samples[name].push(await resources(site, `publications/key${count - 1}/index.html`));
        progress();
      }
      const least = (of: keyof typeof samples): number => Math.min(...samples[of].map(({ wall }) => wall));
      const [alone, first, next] = [least("bare"), least("first"), least("next")];
      rows.push([
        String(count),
        ...[alone, first, next, first - alone, next - alone].map((seconds) => seconds.toFixed(2)),
        Math.max(...[...samples.first, ...samples.next].map(({ memory }) => memory)).toFixed(0),
        (Buffer.byteLength(site.read("publications/index.html")) / 1000).toFixed(0),
      ]);
    } finally {
      bare.remove();
      site.remove();
    }
  }
  return rows;
}
