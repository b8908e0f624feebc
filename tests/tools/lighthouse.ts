import path from "node:path";
import { parseArgs } from "node:util";
import lighthouse from "lighthouse";
import { launchBrowser } from "../support/browser.ts";
import { allKinds, exampleKinds, type Kinds } from "../support/page-kinds.ts";
import { freePort } from "../support/port.ts";
import { serve } from "../support/server.ts";

// Runs Lighthouse for a phone on some pages of example-site; with `--all` on a page of each kind, also of the other
// sites of kinds. Exits with code 1 if a score is below 100.

const { values: options } = parseArgs({ options: { all: { type: "boolean", default: false } } });

/** The kinds of pages that are measured without `--all`. */
const defaultPages = ["home", "about", "post", "publications"];

const categories = {
  performance: "performance",
  accessibility: "accessibility",
  "best-practices": "best practices",
  seo: "SEO",
};
type Category = keyof typeof categories;

/** The number of runs, of which the median counts, since performance depends on the load of the machine. */
const runs = 3;

interface Result {
  scores: Record<Category, number>;
  /** Audits that lower a score, each with its category. */
  failed: string[];
}

/** Runs Lighthouse once with its default settings, which are those of a phone. */
async function measure(url: string, port: number): Promise<Result> {
  const outcome = await lighthouse(url, { port, output: "json", logLevel: "error" });
  if (!outcome) throw new Error(`Lighthouse returned no result for ${url}`);
  const { lhr } = outcome;
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const names = Object.keys(categories) as Category[];
  const failed = names.flatMap((name) =>
    (lhr.categories[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const { score, title } = lhr.audits[id] ?? {};
      return weight > 0 && typeof score === "number" && score < 1
        ? [`${categories[name]}: ${id}: ${title}`]
        : [];
    }),
  );
  const scoreOf = (name: Category): number => Math.round((lhr.categories[name]?.score ?? 0) * 100);
  return {
    scores: Object.fromEntries(names.map((name) => [name, scoreOf(name)])) as Result["scores"],
    failed,
  };
}

/** Returns the run with the median performance. */
async function medianRun(url: string, port: number): Promise<Result> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run++) results.push(await measure(url, port));
  results.sort((a, b) => a.scores.performance - b.scores.performance);
  const medianResult = results[Math.floor(runs / 2)];
  if (!medianResult) throw new Error("no run");
  return medianResult;
}

const port = await freePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
const failed = new Set<string>();

async function measureSite({ make, origin, pages }: Kinds): Promise<void> {
  const site = make();
  const server = await serve(path.join(site.folder, "_site"), "/", { isFast: true });
  try {
    // A canonical URL at another host would lower the score for SEO.
    const source = site.source("eleventy.config.js");
    site.write({ "eleventy.config.js": source.replace(origin, server.url.replace(/\/$/, "")) });
    await site.built();
    for (const [kind, url] of Object.entries(pages)) {
      if (!options.all && !defaultPages.includes(kind)) continue;
      report(url, kind, await medianRun(server.url + url, port));
    }
  } finally {
    await server.close();
    site.remove();
  }
}

function report(url: string, kind: string, { scores, failed: audits }: Result): void {
  process.stdout.write(`| ${kind} | /${url} | ${Object.values(scores).join(" | ")} |\n`);
  for (const [name, score] of Object.entries(scores)) {
    if (score === 100) continue;
    process.exitCode = 1;
    const label = categories[name as Category];
    failed.add(`/${url} has ${score} for ${label}`);
    for (const audit of audits) if (audit.startsWith(`${label}:`)) failed.add(`/${url} ${audit}`);
  }
}

try {
  process.stdout.write(
    `| page | URL | ${Object.values(categories).join(" | ")} |\n| --- | --- | ---: | ---: | ---: | ---: |\n`,
  );
  for (const kinds of options.all ? allKinds : [exampleKinds]) await measureSite(kinds);
  for (const line of failed) process.stdout.write(`${line}\n`);
} finally {
  await browser.close();
}
