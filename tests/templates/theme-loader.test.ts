import path from "node:path";
import nunjucks from "nunjucks";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { layoutsFolder } from "../../plugin/paths.ts";
import { ThemeLoader } from "../../plugin/templates/theme-loader.ts";
import { Site } from "../support/site.ts";
import { layoutNames, partNames } from "../support/theme-files.ts";

const test = suite("theme loader");

const oldName = (part: string): string => path.posix.basename(part);

/** A loader for a site with these files in its includes folder, and what it warns of. */
function loaderOf(files: Record<string, string> = {}): {
  site: Site;
  warnings: string[];
  loader: ThemeLoader;
} {
  const site = new Site(files);
  const warnings: string[] = [];
  const loader = new ThemeLoader(
    new nunjucks.FileSystemLoader(layoutsFolder),
    new nunjucks.FileSystemLoader(site.folder),
    (message) => warnings.push(message),
  );
  return { site, warnings, loader };
}

test("names of parts are unique among all folders, and none is a layout's", () => {
  const names = [...layoutNames, ...partNames.map(oldName)];
  assert.is(new Set(names).size, names.length);
});

test("every part has its path and its old name, which is warned of", () => {
  const { site, warnings, loader } = loaderOf();
  for (const part of partNames) {
    const file = path.join(layoutsFolder, `indigo/${part}.njk`);
    for (const scope of ["indigo", "theme"]) {
      assert.is(loader.getSource(`${scope}/${part}.njk`).path, file);
      assert.equal(warnings.splice(0), []);
      const name = `${scope}/${oldName(part)}.njk`;
      assert.is(loader.getSource(name).path, file);
      assert.is(loader.pathsToNames[file], name);
      assert.equal(warnings.splice(0), [
        `"${name}" is the old name of "${scope}/${part}.njk" (it works until 0.3).`,
      ]);
    }
  }
  site.remove();
});

test("layouts have one name, without a warning", () => {
  const { site, warnings, loader } = loaderOf({ "indigo/page.njk": "mine" });
  for (const name of layoutNames) {
    const file = path.join(layoutsFolder, `indigo/${name}.njk`);
    for (const scope of ["indigo", "theme"]) assert.is(loader.getSource(`${scope}/${name}.njk`).path, file);
    assert.is(loader.getSource(`theme/parts/${name}.njk`), null);
  }
  assert.equal(warnings, []);
  site.remove();
});

test("a name is a part's in its own folder only", () => {
  const { site, loader } = loaderOf({ "indigo/nav.njk": "mine" });
  for (const name of ["indigo/cv/nav.njk", "theme/cv/nav.njk", "nav.njk", "parts/nav.njk", "indigo/x.njk"])
    assert.is(loader.getSource(name), null, name);
  site.remove();
});

test("a file of the site's replaces a part by its old name, and by its path for a template that has the old name", () => {
  const { site, warnings, loader } = loaderOf({ "indigo/nav.njk": "old", "indigo/parts/footer.njk": "new" });
  assert.is(loader.getSource("indigo/parts/nav.njk").src, "old");
  assert.is(loader.pathsToNames[path.join(site.folder, "indigo/nav.njk")], "indigo/parts/nav.njk");
  assert.is(warnings.length, 1);
  assert.is(loader.getSource("indigo/footer.njk").src, "new");
  assert.is(warnings.length, 2);
  assert.not.equal(loader.getSource("theme/parts/nav.njk").src, "old");
  assert.not.equal(loader.getSource("theme/nav.njk").src, "old");
  site.remove();
});

test.run();
