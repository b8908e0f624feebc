import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run } from "../support/site.ts";

const test = suite("npm run build");

const workshop = path.join(root, "tests/.tmp");

/** Hashes of the files of a folder, by their paths in it. */
const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(path.join(folder, name)))
          .digest("hex"),
      ]),
  );

async function build(folder: string): Promise<void> {
  const script = path.join(root, "plugin/build/build.ts");
  const { code, output } = await run(process.execPath, ["--import", "tsx", script, folder], root);
  assert.is(code, 0, output);
}

test("a second build gives the same bytes, and leaves nothing stale", async () => {
  const dist = path.join(root, "dist");
  mkdirSync(workshop, { recursive: true });
  const folder = mkdtempSync(path.join(workshop, "dist-"));
  try {
    cpSync(dist, folder, { recursive: true });
    const { mtimeMs } = statSync(path.join(folder, "index.js"));
    mkdirSync(path.join(folder, "styles"));
    for (const name of ["chunk-ABCDEFGH.js", "styles/old.css", "index.js.tmp"])
      writeFileSync(path.join(folder, name), "old");
    writeFileSync(path.join(folder, "prebuilt/icons.cjs"), "cut off");
    rmSync(path.join(folder, "index.d.ts"));
    await build(folder);
    assert.equal(hashes(folder), hashes(dist));
    assert.not.ok(readdirSync(folder).includes("styles"));
    assert.is(statSync(path.join(folder, "index.js")).mtimeMs, mtimeMs, "the same file is not written again");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.run();
