import { appendFileSync, cpSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { layoutsFolder } from "../../plugin/paths.ts";
import { LayoutLoader } from "../../plugin/templates/compiled-layouts.ts";
import { root, run } from "../support/site.ts";

const test = suite("compiled layouts");

test("every Nunjucks file of the theme comes compiled as it is now", () => {
  const loader = new LayoutLoader();
  const names = readdirSync(path.join(layoutsFolder, "indigo"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".njk"))
    .map((name) => name.replaceAll("\\", "/"));
  assert.ok(names.includes("page.njk") && names.includes("parts/nav.njk"));
  const read = names.filter((name) => typeof loader.getSource(`indigo/${name}`).src === "string");
  assert.equal(read, []);
});

test("what the theme has not is not found", () => {
  assert.is(new LayoutLoader().getSource("indigo/no-such-part.njk"), null);
  assert.is(new LayoutLoader().getSource("../package.json"), null);
});

test("a file that was changed since is read, and others come compiled", async () => {
  const folder = path.join(root, "tests/.tmp/changed-theme");
  try {
    for (const part of ["layouts", "plugin", "dist/layouts.cjs"])
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
    appendFileSync(path.join(folder, "layouts/indigo/parts/footer.njk"), "<p>Changed.</p>\n");
    const script = `
      import { LayoutLoader } from "./plugin/templates/compiled-layouts.ts";
      const source = (name) => new LayoutLoader().getSource("indigo/" + name + ".njk").src;
      console.log(JSON.stringify([source("parts/footer").endsWith("<p>Changed.</p>\\n"), source("parts/nav").type]));
    `;
    const { code, output } = await run(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", script],
      folder,
    );
    assert.is(code, 0, output);
    assert.equal(JSON.parse(output), [true, "code"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.run();
