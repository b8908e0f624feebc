import { parseArgs } from "node:util";
import type { Site } from "../../support/site.ts";
import { measureGroup } from "./group.ts";
import { build, isInstalled, type Measure } from "./measure.ts";
import { measurePages, measurePublications } from "./publications.ts";
import { measureServing } from "./serve.ts";
import { type Kind, makeSite } from "./sites.ts";
import { median, printTable } from "./table.ts";

// Measures the build time of Eleventy alone, with the plugin, and with the plugin on a Jekyll site; and of Jekyll and Hugo with
// small themes of the same pages, if they are installed. Builds take turns, so that the load of the machine affects all of them.
// `--quick` skips the largest site. Then measures one changed post in serve mode (only this with `--serve`) and a list of 1,000
// publications (only this with `--publications`), publications with their pages (only this with `--pages`), and the site of a
// research group (only this with `--group`); none with `--quick`.

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    serve: { type: "boolean", default: false },
    publications: { type: "boolean", default: false },
    pages: { type: "boolean", default: false },
    group: { type: "boolean", default: false },
  },
});
const isPartOnly = options.serve || options.publications || options.pages || options.group;

/** The number of builds by site size, after a warm-up. */
const roundsOf = new Map([
  [100, 5],
  [1000, 5],
  [10_000, 5],
]);

/** The largest site for Jekyll, which would take an hour for more. */
const jekyllMaxPosts = 1000;

const contestants: readonly Kind[] = ["bare", "plugin", "from jekyll", "Jekyll", "Hugo"];
const kinds = contestants.filter(isInstalled);
const kindsOf = (posts: number): Kind[] =>
  kinds.filter((kind) => kind !== "Jekyll" || posts <= jekyllMaxPosts);
const sizes = [...roundsOf.keys()].filter((posts) => !isPartOnly && (!options.quick || posts <= 1000));

/** The measures of each site, by kind and size. */
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
        const sample = await build(kind, site, posts);
        if (round > 0) measured.set(key, [...(measured.get(key) ?? []), sample]);
        progress();
      }
    }
  } finally {
    for (const site of sites.values()) site.remove();
  }
}

function result(kind: Kind, posts: number, name: keyof Measure): number {
  return median((measured.get(keyOf(kind, posts)) ?? []).map((sample) => sample[name]));
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
    const of = (name: keyof Measure): number => result(kind, posts, name);
    const toBare = (name: keyof Measure): string => ratio(of(name), result("bare", posts, name));
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
  [options.pages, measurePages],
  [options.group, measureGroup],
] as const) {
  if (!(isWanted || (!options.quick && !isPartOnly))) continue;
  const table = await part(progress);
  process.stderr.write("\n");
  printTable(table);
}
