import { rmSync } from "node:fs";
import path from "node:path";
import { groupSite } from "../../support/group-site.ts";
import { page, Site } from "../../support/site.ts";
import { resources } from "./publications.ts";
import { median } from "./table.ts";

/** The number of rounds. The first one is a warm-up and not counted. */
const rounds = 6;

/** A page of the site that is written last. */
const expected = "publications/work300/index.html";

/** Returns the number of pages of a site that is built. */
const pagesOf = (site: Site): number => site.pages().length;

/** A site of Eleventy alone that writes as many pages, in Markdown with one layout. */
function bareSite(count: number): Site {
  const site = new Site({
    "eleventy.config.js": "export default function () {}\n",
    "_includes/page.njk": "<!doctype html><title>{{ title }}</title>{{ content | safe }}\n",
  });
  const text = "What an entry has to say, in a sentence of usual length. ".repeat(6);
  for (let at = 0; at < count; at += 1)
    site.write({ [`entries/entry${at}.md`]: page(`Entry ${at}`, text, "page.njk") });
  return site;
}

/**
 * Measures builds of the site of a research group in turn with Eleventy alone that writes as many pages: the first build, and
 * one that finds the references of the one before.
 *
 * @param progress - Called after each round.
 * @returns The rows of a table, with medians.
 */
export async function measureGroup(progress: () => void): Promise<string[][]> {
  const site = new Site(groupSite());
  site.link();
  const kept = path.join(site.folder, "node_modules/.cache");
  const samples: Record<"bare" | "first" | "next", { wall: number; cpu: number; memory: number }[]> = {
    bare: [],
    first: [],
    next: [],
  };
  let bare: Site | undefined;
  try {
    await resources(site, expected);
    const count = pagesOf(site);
    bare = bareSite(count);
    for (let round = 0; round < rounds; round += 1) {
      rmSync(kept, { recursive: true, force: true });
      const measures = {
        bare: await resources(bare, `entries/entry${count - 1}/index.html`),
        first: await resources(site, expected),
        next: await resources(site, expected),
      };
      if (round > 0)
        for (const name of ["bare", "first", "next"] as const) samples[name].push(measures[name]);
      progress();
    }
    const of = (name: keyof typeof samples, what: "wall" | "cpu" | "memory"): number =>
      median(samples[name].map((sample) => sample[what]));
    const ratio = (name: "first" | "next", what: "wall" | "cpu" | "memory"): string =>
      (of(name, what) / of("bare", what)).toFixed(2);
    return [
      [
        "group: pages",
        "bare s",
        "first s",
        "next s",
        "first / bare",
        "next / bare",
        "cpu, next / bare",
        "memory",
      ],
      [
        String(count),
        ...(["bare", "first", "next"] as const).map((name) => of(name, "wall").toFixed(2)),
        ratio("first", "wall"),
        ratio("next", "wall"),
        ratio("next", "cpu"),
        ratio("next", "memory"),
      ],
    ];
  } finally {
    bare?.remove();
    site.remove();
  }
}
