import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { printTable } from "../bench/table.ts";
import { readers } from "./readers.ts";

// Feeds each reader with texts of 1,000, 10,000 and 100,000 characters, prints how long it takes and how that grows, and exits
// with code 1 if a step of ten takes more than fifteen times as long. `npm run growth -- WORD` measures readers of that name.

const lengths = [1_000, 10_000, 100_000];
const mostGrowth = 15;
/** Milliseconds under which a time tells nothing of growth. */
const noise = 20;
/** Milliseconds for the three texts together. */
const patience = Number(process.env.PATIENCE ?? 60_000);

const self = fileURLToPath(import.meta.url);

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
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && (run === 0 || best < 2_000); run += 1) {
    const start = performance.now();
    try {
      await read();
    } catch (error) {
      if (!(error as { problems?: unknown }).problems) throw error;
    }
    best = Math.min(best, performance.now() - start);
  }
  return best;
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
  const wanted = new RegExp(process.argv[2] ?? "");
  const rows: string[][] = [];
  let failures = 0;
  const cases = Object.entries(readers).flatMap(([reader, { texts }]) =>
    Object.keys(texts).flatMap((text) => (wanted.test(`${reader} ${text}`) ? [{ reader, text }] : [])),
  );
  const work = async (): Promise<void> => {
    for (let next = cases.shift(); next; next = cases.shift()) {
      const { reader, text } = next;
      const times = await measure(reader, text);
      const growths = lengths.slice(1).map((_, step) => {
        const [before = Number.NaN, after = Number.NaN] = times.slice(step, step + 2);
        if (Number.isNaN(after)) return Number.POSITIVE_INFINITY;
        return after < noise ? undefined : after / Math.max(before, noise / 10);
      });
      const isWrong = growths.some((growth) => growth !== undefined && growth > mostGrowth);
      if (isWrong) failures += 1;
      rows.push([
        reader,
        text,
        ...lengths.map((_, index) => (times[index] === undefined ? "stopped" : times[index].toFixed(1))),
        ...growths.map((growth) => (growth === undefined ? "" : growth.toFixed(1))),
        isWrong ? "too much" : "",
      ]);
    }
  };
  await Promise.all([work(), work()]);
  rows.sort(([a = "", b = ""], [c = "", d = ""]) => `${a} ${b}`.localeCompare(`${c} ${d}`));
  printTable([["reader", "text", "1k, ms", "10k, ms", "100k, ms", "×10", "×10", ""], ...rows]);
  process.stdout.write(`${rows.length - failures} grow as they should, ${failures} do not\n`);
  process.exitCode = failures > 0 ? 1 : 0;
}
