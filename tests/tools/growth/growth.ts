import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { printTable } from "../bench/table.ts";
import { readers } from "./readers.ts";

// Feeds each reader with texts of 1,000, 10,000 and 100,000 characters, prints how long it takes and how that grows, and exits
// with code 1 if a step of ten takes more than fifteen times as long. `npm run growth -- WORD` measures readers and texts of
// that name (a regular expression); `npm run growth -- --markdown` prints the slowest text of each reader, for docs/.

const lengths = [1_000, 10_000, 100_000];
const mostGrowth = 15;
/** Milliseconds under which a time is mostly noise. */
const noise = 20;
/** Milliseconds under which a time before a step is mostly noise. */
const noiseBefore = 4;
/** Milliseconds for the three texts together. */
const patience = 60_000;
/** How often a text is read, unless that takes more than so many milliseconds in all. */
const mostRuns = 10;
const mostTime = 1_500;

const self = fileURLToPath(import.meta.url);

interface Row {
  reader: string;
  text: string;
  /** Milliseconds for each length; undefined if the process was stopped before. */
  times: (number | undefined)[];
  /** The growth of each step; undefined if it is noise, infinite if the process was stopped. */
  growths: (number | undefined)[];
  isWrong: boolean;
}

/** Measures one text in a process of its own, which can be stopped. */
function measure(reader: string, text: string): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    const child = fork(self, [reader, text], {
      execArgv: ["--import", "tsx", "--max-old-space-size=1500"],
      silent: true,
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), patience);
    child.on("message", (time) => times.push(Number(time)));
    child.stderr?.on("data", (data) => {
      const [, reason] = /^(\w*Error: .*)$/m.exec(String(data)) ?? [];
      if (reason) process.stderr.write(`${reader}, ${text}: ${reason}\n`);
    });
    child.on("close", () => {
      clearTimeout(timer);
      resolve(times);
    });
  });
}

/** The shortest of several runs; a run that throws an error of the author's counts as one. */
async function timeOf(read: () => unknown): Promise<number> {
  let [best, total] = [Number.POSITIVE_INFINITY, 0];
  for (let run = 0; run < mostRuns && (run === 0 || total < mostTime); run += 1) {
    const start = performance.now();
    try {
      await read();
    } catch (error) {
      if (!(error as { problems?: unknown }).problems) throw error;
    }
    const time = performance.now() - start;
    best = Math.min(best, time);
    total += time;
  }
  return best;
}

async function rowOf(reader: string, text: string): Promise<Row> {
  const times = await measure(reader, text);
  const growths = lengths.slice(1).map((_, step) => {
    const [before = Number.NaN, after = Number.NaN] = times.slice(step, step + 2);
    if (Number.isNaN(after)) return Number.POSITIVE_INFINITY;
    return after < noise ? undefined : after / Math.max(before, noiseBefore);
  });
  return {
    reader,
    text,
    times: lengths.map((_, index) => times[index]),
    growths,
    isWrong: growths.some((growth) => growth !== undefined && growth > mostGrowth),
  };
}

const shownTime = (time: number | undefined): string => (time === undefined ? "stopped" : time.toFixed(1));
const shownGrowth = (growth: number | undefined): string => (growth === undefined ? "" : growth.toFixed(1));
const worst = ({ growths }: Row): number | undefined => {
  const known = growths.filter((growth) => growth !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
};

function printAll(rows: readonly Row[]): void {
  printTable([
    ["reader", "text", "1k, ms", "10k, ms", "100k, ms", "×10", "×10", ""],
    ...rows.map(({ reader, text, times, growths, isWrong }) => [
      reader,
      text,
      ...times.map(shownTime),
      ...growths.map(shownGrowth),
      isWrong ? "too much" : "",
    ]),
  ]);
  const failures = rows.filter(({ isWrong }) => isWrong).length;
  process.stdout.write(`${rows.length - failures} grow as they should, ${failures} do not\n`);
}

function groupByReader(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.reader, [...(groups.get(row.reader) ?? []), row]);
  return groups;
}

/** Prints the text of each reader that takes longest, and the highest growth of all its texts. */
function printSummary(rows: readonly Row[]): void {
  const summary = [...groupByReader(rows)].map(([reader, ofReader]) => {
    const time = ({ times }: Row): number => times.at(-1) ?? Number.POSITIVE_INFINITY;
    const slowest = ofReader.reduce((a, b) => (time(b) > time(a) ? b : a));
    const growth = Math.max(...ofReader.map((row) => worst(row) ?? 0));
    return [
      reader,
      String(ofReader.length),
      slowest.text,
      ...slowest.times.map(shownTime),
      growth === 0 ? "" : growth.toFixed(1),
    ];
  });
  process.stdout.write(
    "| reader | texts | slowest text | 1k, ms | 10k, ms | 100k, ms | highest growth |\n| --- | ---: | --- | ---: | ---: | ---: | ---: |\n",
  );
  for (const row of summary) process.stdout.write(`| ${row.join(" | ")} |\n`);
}

if (process.send) {
  const [reader = "", text = ""] = process.argv.slice(2);
  const { read, texts } = readers[reader] ?? {};
  await timeOf(() => read?.("a"));
  for (const length of lengths) {
    const source = texts?.[text]?.(length) ?? "";
    process.send(await timeOf(() => read?.(source)));
  }
  process.disconnect();
} else {
  const words = process.argv.slice(2);
  const wanted = new RegExp(words.find((word) => !word.startsWith("--")) ?? "");
  const cases = Object.entries(readers).flatMap(([reader, { texts }]) =>
    Object.keys(texts).flatMap((text) => (wanted.test(`${reader} ${text}`) ? [{ reader, text }] : [])),
  );
  const rows: Row[] = [];
  for (const { reader, text } of cases) {
    const row = await rowOf(reader, text);
    // Another program may have slowed the machine down for a moment.
    rows.push(row.isWrong ? await rowOf(reader, text) : row);
  }
  rows.sort((a, b) => `${a.reader} ${a.text}`.localeCompare(`${b.reader} ${b.text}`, "en"));
  if (words.includes("--markdown")) printSummary(rows);
  else printAll(rows);
  process.exitCode = rows.some(({ isWrong }) => isWrong) ? 1 : 0;
}
