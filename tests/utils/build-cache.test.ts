import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type BuildCache, openBuildCache } from "../../plugin/utils/build-cache.ts";

const test = suite<{ home: string; folder: string }>("build cache");

test.before.each((context) => {
  context.home = process.cwd();
  context.folder = mkdtempSync(path.join(os.tmpdir(), "indigo-cache-"));
  mkdirSync(path.join(context.folder, "node_modules"));
  process.chdir(context.folder);
});

test.after.each(({ home, folder }) => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const file = "node_modules/.cache/eleventy-plugin-indigo/texts.json";

/** Asks for texts, and sets those that are missing. Returns the number of these. */
function ask(cache: BuildCache, count: number): number {
  let missing = 0;
  for (let at = 0; at < count; at += 1) {
    if (cache.get(`key${at}`) !== undefined) continue;
    missing += 1;
    cache.set(`key${at}`, `text ${at}`);
  }
  return missing;
}

/** Returns the number of texts that a build lacks. */
async function build(count: number, version = "1"): Promise<number> {
  const cache = openBuildCache("texts", version);
  const missing = ask(cache, count);
  assert.is(cache.get("key0"), "text 0");
  await cache.save();
  return missing;
}

test("a build takes the texts of the one before", async () => {
  assert.is(await build(60), 60);
  assert.is(await build(60), 0);
  assert.is(await build(61), 1);
});

test("texts of another version are not taken", async () => {
  await build(60);
  assert.is(await build(60, "2"), 60);
  assert.is(await build(60, "2"), 0);
});

test("what no build asks for is forgotten", async () => {
  await build(60);
  const cache = openBuildCache("texts", "1");
  for (let at = 0; at < 60; at += 1) cache.set(`other${at}`, "text");
  await cache.save();
  assert.equal(
    Object.keys(JSON.parse(readFileSync(file, "utf8")).texts).filter((key) => !key.startsWith("other")),
    [],
  );
  assert.is(await build(60), 60);
});

test("a few texts leave no file", async () => {
  assert.is(await build(9), 9);
  assert.equal(readdirSync("node_modules"), []);
});

test("without node_modules, texts are kept within the process", async () => {
  rmSync("node_modules", { recursive: true });
  const cache = openBuildCache("texts", "1");
  assert.is(ask(cache, 60), 60);
  await cache.save();
  assert.is(ask(cache, 60), 0);
  assert.equal(readdirSync("."), []);
});

for (const [kind, text] of [
  ["no JSON", "{"],
  ["no object", "null"],
  ["without texts", '{"version":"1"}'],
  ["with other values", '{"version":"1","texts":{"key0":1,"key1":null}}'],
])
  test(`a file that is ${kind} is made anew`, async () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text ?? "");
    assert.is(await build(60), 60);
    assert.is(await build(60), 0);
  });

test("a folder in which nothing can be written is no error", async () => {
  writeFileSync("node_modules/.cache", "a file");
  assert.is(await build(60), 60);
  assert.is(await build(60), 60);
});

test.run();
