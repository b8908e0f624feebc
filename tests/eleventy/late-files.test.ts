import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugin/eleventy/api.ts";
import { type LateFile, writeLate } from "../../plugin/eleventy/late-files.ts";

const test = suite("files written at the end of a build");

let folder = "";
test.before.each(() => {
  folder = mkdtempSync(path.join(tmpdir(), "late-"));
});
test.after.each(() => rmSync(folder, { recursive: true }));

/** Returns a function that ends a build with some files. */
function builds(): (files: readonly LateFile[], outputMode?: string) => Promise<void> {
  let end: ((result: { outputMode: string }) => Promise<void>) | undefined;
  let current: readonly LateFile[] = [];
  const config = {
    directories: { output: folder },
    on: (_: string, listener: typeof end) => {
      end = listener;
    },
  };
  writeLate(config as unknown as EleventyConfig, () => current);
  return async (files, outputMode = "fs") => {
    current = files;
    await end?.({ outputMode });
  };
}

const read = (name: string): string => readFileSync(path.join(folder, name), "utf8");

test("each file, in folders that need not be there", async () => {
  const many = Array.from({ length: 250 }, (_, at) => ({
    url: `/works/${at}/citation.bib`,
    text: `@misc{w${at}}`,
  }));
  await builds()(many);
  for (const { url, text } of many) assert.is(read(url), text);
});

test("a changed file again, another one not", async () => {
  const end = builds();
  await end([
    { url: "/a.txt", text: "one" },
    { url: "/b.txt", text: "same" },
  ]);
  const long = new Date(2001, 1, 1);
  for (const name of ["a.txt", "b.txt"]) utimesSync(path.join(folder, name), long, long);
  await end([
    { url: "/a.txt", text: "two" },
    { url: "/b.txt", text: "same" },
  ]);
  assert.is(read("a.txt"), "two");
  assert.is(statSync(path.join(folder, "b.txt")).mtimeMs, long.getTime());
});

test("a file that somebody deleted again", async () => {
  const end = builds();
  await end([{ url: "/a.txt", text: "one" }]);
  rmSync(path.join(folder, "a.txt"));
  await end([{ url: "/a.txt", text: "one" }]);
  assert.is(read("a.txt"), "one");
});

test("nothing in a build that writes no files", async () => {
  await builds()([{ url: "/a.txt", text: "one" }], "json");
  assert.throws(() => read("a.txt"), /ENOENT/);
});

test.run();
