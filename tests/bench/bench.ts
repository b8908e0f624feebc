import { rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root, run, type Site } from "../support/site.ts";
import { measurePublications } from "./publications.ts";
import { type Kind, kinds, makeSite } from "./sites.ts";

// How long Eleventy takes alone, with the plugin, and with the plugin reading a site of Jekyll's. Builds take turns, so
// that what else the machine does falls on all of them. `--quick` leaves the largest site out.
// Below that, what a list of 1,000 publications takes; not with `--quick`, and alone with `--publications`.

const { values: options } = parseArgs({
  options: { quick: { type: "boolean", default: false }, publications: { type: "boolean", default: false } },
});

/** Each round builds these sizes, as the largest takes long only one of them; the first is a warm-up and not counted. */
const rounds = options.publications
  ? []
  : options.quick
    ? [
        [100, 1000],
        [100, 1000],
        [100, 1000],
        [100, 1000],
      ]
    : [
        [100, 1000],
        [100, 1000],
        [100, 1000, 10_000],
        [100, 1000],
      ];

const eleventy = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");

/** What a build says last: what it took of the machine. */
const reporter = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(1, "\\nbench " + JSON.stringify({ memory: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
  });
`)}`;

interface Measure {
  /** Seconds from start to end. */
  wall: number;
  /** Seconds of all processors. */
  cpu: number;
  /** The most memory that it held at once, in MiB. */
  memory: number;
}

async function build(site: Site, posts: number): Promise<Measure> {
  rmSync(path.join(site.folder, site.output), { recursive: true, force: true });
  const start = performance.now();
  const { code, output } = await run(
    process.execPath,
    ["--import", reporter, eleventy, "--quiet"],
    site.folder,
  );
  const wall = (performance.now() - start) / 1000;
  const report = /^bench (.*)$/m.exec(output)?.[1];
  const built = site.files().filter((file) => /\bpost-\d+\/index\.html$/.test(file)).length;
  if (code !== 0 || !report || built !== posts) {
    throw new Error(`the build failed: ${built} of ${posts} posts are there\n${output}`);
  }
  return { wall, ...(JSON.parse(report) as Omit<Measure, "wall">) };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Measures of each site, by kind and size. */
const measured = new Map<string, Measure[]>();
const keyOf = (kind: Kind, posts: number): string => `${kind} ${posts}`;

function result(kind: Kind, posts: number, what: keyof Measure): number {
  return median((measured.get(keyOf(kind, posts)) ?? []).map((measure) => measure[what]));
}

const sizes = [...new Set(rounds.flat())].sort((a, b) => a - b);
const sites = new Map<string, Site>();
const progress = (text: string): boolean => process.stderr.write(text);
try {
  for (const posts of sizes) {
    for (const kind of kinds) sites.set(keyOf(kind, posts), makeSite(kind, posts));
  }
  for (const [round, sizesOfRound] of rounds.entries()) {
    for (const posts of sizesOfRound) {
      for (const kind of kinds) {
        const key = keyOf(kind, posts);
        const measure = await build(sites.get(key) as Site, posts);
        if (round > 0) measured.set(key, [...(measured.get(key) ?? []), measure]);
        progress(".");
      }
    }
  }
} finally {
  progress("\n");
  for (const site of sites.values()) site.remove();
}

const header = [
  "posts",
  "",
  "wall s",
  "/ bare",
  "/ 100",
  "/ 1000",
  "cpu s",
  "/ bare",
  "memory MiB",
  "/ bare",
];
const rows = sizes.flatMap((posts) =>
  kinds.map((kind) => {
    const toBare = (what: keyof Measure): string =>
      ratio(result(kind, posts, what), result("bare", posts, what));
    const toSize = (other: number): string =>
      posts > other ? ratio(result(kind, posts, "wall"), result(kind, other, "wall")) : "";
    return [
      String(posts),
      kind,
      result(kind, posts, "wall").toFixed(2),
      toBare("wall"),
      toSize(100),
      toSize(1000),
      result(kind, posts, "cpu").toFixed(2),
      toBare("cpu"),
      result(kind, posts, "memory").toFixed(0),
      toBare("memory"),
    ];
  }),
);

function ratio(value: number, base: number): string {
  return (value / base).toFixed(2);
}

if (rows.length > 0) print([header, ...rows]);
if (!options.quick || options.publications) {
  const table = await measurePublications(() => progress("."));
  progress("\n");
  print(table);
}

function print(table: string[][]): void {
  const widths = table[0]?.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0))) ?? [];
  for (const row of table) {
    process.stdout.write(`${row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join("  ")}\n`);
  }
}
