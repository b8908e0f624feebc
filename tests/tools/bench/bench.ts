import { parseArgs } from "node:util";
import type { Site } from "../../support/site.ts";
import { build, isInstalled, type Measure } from "./measure.ts";
import { measurePublications } from "./publications.ts";
import { measureServing } from "./serve.ts";
import { type Kind, makeSite } from "./sites.ts";
import { median, printTable } from "./table.ts";

// How long Eleventy takes alone, with the plugin, and with the plugin reading a site of Jekyll's; and, where they are
// installed, Jekyll and Hugo with small themes of the same pages. Builds take turns, so that what else the machine does
// falls on all of them. `--quick` leaves the largest site out. Below that, what one changed post takes in serve mode (alone
// with `--serve`) and a list of 1,000 publications (alone with `--publications`); neither with `--quick`.

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    serve: { type: "boolean", default: false },
    publications: { type: "boolean", default: false },
  },
});
const isPartOnly = options.serve || options.publications;

/** How often each size is built after a warm-up; the largest takes long. */
const roundsOf = new Map([
  [100, 5],
  [1000, 5],
  [10_000, 3],
]);

/** Jekyll would take an hour for more. */
const jekyllAtMost = 1000;

const contestants: readonly Kind[] = ["bare", "plugin", "from jekyll", "Jekyll", "Hugo"];
const kinds = contestants.filter(isInstalled);
const kindsOf = (posts: number): Kind[] => kinds.filter((kind) => kind !== "Jekyll" || posts <= jekyllAtMost);
const sizes = [...roundsOf.keys()].filter((posts) => !isPartOnly && (!options.quick || posts <= 1000));

/** Measures of each site, by kind and size. */
const measured = new Map<string, Measure[]>();
const keyOf = (kind: Kind, posts: number): string => `${kind} ${posts}`;
const progress = (): boolean => process.stderr.write(".");

async function measure(posts: number): Promise<void> {
  const sites = new Map<Kind, Site>();
  try {
    for (const kind of kindsOf(posts)) sites.set(kind, makeSite(kind, posts));
    for (let round = 0; round <= (roundsOf.get(posts) ?? 0); round += 1) {
      for (const [kind, site] of sites) {
        const key = keyOf(kind, posts);
        const taken = await build(kind, site, posts);
        if (round > 0) measured.set(key, [...(measured.get(key) ?? []), taken]);
        progress();
      }
    }
  } finally {
    for (const site of sites.values()) site.remove();
  }
}

function result(kind: Kind, posts: number, what: keyof Measure): number {
  return median((measured.get(keyOf(kind, posts)) ?? []).map((taken) => taken[what]));
}

const ratio = (value: number, base: number): string => (value / base).toFixed(2);

for (const posts of sizes) await measure(posts);
process.stderr.write("\n");

const header = [
  "posts",
  "",
  "wall / bare",
  "cpu / bare",
  "memory / bare",
  "wall / plugin",
  "wall / 100 posts",
  "wall s",
  "cpu s",
  "memory MiB",
];
const rows = sizes.flatMap((posts) =>
  kindsOf(posts).map((kind) => {
    const of = (what: keyof Measure): number => result(kind, posts, what);
    const toBare = (what: keyof Measure): string => ratio(of(what), result("bare", posts, what));
    return [
      String(posts),
      kind,
      toBare("wall"),
      toBare("cpu"),
      toBare("memory"),
      ratio(of("wall"), result("plugin", posts, "wall")),
      ratio(of("wall"), result(kind, 100, "wall")),
      of("wall").toFixed(2),
      of("cpu").toFixed(2),
      of("memory").toFixed(0),
    ];
  }),
);
if (rows.length > 0) printTable([header, ...rows]);

for (const [isWanted, part] of [
  [options.serve, measureServing],
  [options.publications, measurePublications],
] as const) {
  if (!(isWanted || (!options.quick && !isPartOnly))) continue;
  const table = await part(progress);
  process.stderr.write("\n");
  printTable(table);
}
