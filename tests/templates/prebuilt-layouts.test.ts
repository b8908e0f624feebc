import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import nunjucks from "nunjucks";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { layoutsFolder } from "../../plugin/paths.ts";
import { LayoutLoader } from "../../plugin/templates/prebuilt-layouts.ts";
import { root, run } from "../support/site.ts";

const test = suite("compiled layouts");

/** A loader for an environment of this package's Nunjucks. */
const ownLoader = () => new LayoutLoader(new nunjucks.Environment());

test("every Nunjucks file of the theme comes compiled as it is now", () => {
  const loader = ownLoader();
  const names = readdirSync(layoutsFolder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".njk"));
  assert.ok(names.includes("indigo/page.njk") && names.includes("indigo/parts/nav.njk"));
  const read = names.filter((name) => typeof loader.getSource(name).src === "string");
  assert.equal(read, []);
});

test("what the theme has not is not found", () => {
  assert.is(ownLoader().getSource("indigo/no-such-part.njk"), null);
  assert.is(ownLoader().getSource("../package.json"), null);
});

test("a changed file is read, others come compiled, and all are read under another Nunjucks", async () => {
  const folder = path.join(root, "tests/.tmp/changed-theme");
  const compiled = path.join(folder, "dist/prebuilt/layouts.cjs");
  const script = `
    import { LayoutLoader } from "./plugin/templates/prebuilt-layouts.ts";
    import nunjucks from "nunjucks";
    const source = (name) => new LayoutLoader(new nunjucks.Environment()).getSource("indigo/" + name + ".njk").src;
    const [changed, other] = [source("post"), source("page")];
    console.log(JSON.stringify([changed.endsWith?.("<p>Changed.</p>\\n"), other.type ?? typeof other]));
  `;
  const sources = async (): Promise<unknown> => {
    const args = ["--import", "tsx", "--input-type=module", "--eval", script];
    const { code, output } = await run(process.execPath, args, folder);
    assert.is(code, 0, output);
    return JSON.parse(output);
  };
  try {
    for (const part of ["layouts", "plugin", "package.json", "dist/prebuilt/layouts.cjs"])
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
    appendFileSync(path.join(folder, "layouts/indigo/post.njk"), "<p>Changed.</p>\n");
    assert.equal(await sources(), [true, "code"]);
    writeFileSync(
      compiled,
      readFileSync(compiled, "utf8").replaceAll(/(?<=\{ key: "\w+ )[\d.]+/g, "3.2.999"),
    );
    assert.equal(await sources(), [true, "string"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Loads a second copy of Nunjucks. */
function copyOfNunjucks(name: string, change = (source: string): string => source): typeof nunjucks {
  const folder = path.join(root, "tests/.tmp", name);
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, "node_modules/nunjucks"), folder, { recursive: true, dereference: true });
  const file = path.join(folder, "src/environment.js");
  const source = readFileSync(file, "utf8");
  writeFileSync(file, change(source));
  return createRequire(path.join(folder, "package.json"))("./index.js") as typeof nunjucks;
}

test("Eleventy's copy of the same Nunjucks gets compiled templates, one with other code their source", () => {
  const typeOf = ({ Environment }: typeof nunjucks): string =>
    typeof new LayoutLoader(new Environment()).getSource("indigo/page.njk").src;
  assert.is(typeOf(nunjucks), "object");
  const same = copyOfNunjucks("nunjucks-same");
  assert.is.not(same.Environment, nunjucks.Environment);
  assert.is(typeOf(same), "object");
  const other = copyOfNunjucks("nunjucks-other", (source) =>
    source.replace("_proto.addGlobal = function addGlobal(name, value) {", "$& void 0;"),
  );
  assert.is(typeOf(other), "string");
});

test.run();
