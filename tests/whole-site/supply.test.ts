import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { project, runtimePackages } from "../support/packages.ts";
import { eleventy, root, run, Site } from "../support/site.ts";

const development = readFileSync(path.join(root, "docs/development.md"), "utf8");
const dependencies = Object.keys(project.dependencies ?? {});

/** What may come along without more ado. */
const permissive =
  /^\(?(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|MIT-0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|CC0-1\.0)\b/;
/** What the README's license section names: citeproc, and the library that sharp installs for each platform. */
const told: Readonly<Record<string, RegExp>> = {
  "CPAL-1.0 OR AGPL-1.0": /^citeproc$/,
  "LGPL-3.0-or-later": /^@img\/sharp-libvips-/,
};

test("the documentation has a row with reason and license for each dependency, and no other", () => {
  const table = development.split("| package | license | what for |\n")[1]?.split("\n\n")[0] ?? "";
  const listed = [...table.matchAll(/^\| (.*`.+) \| (.+) \| (.+) \|$/gm)].flatMap(
    ([, names = "", licence, why]) => {
      assert.ok((why ?? "").length > 10, `a reason for ${names}`);
      return [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]): [string, string] => [
        name,
        licence ?? "",
      ]);
    },
  );
  assert.equal(listed.map(([name]) => name).sort(), dependencies.toSorted());
  const packages = runtimePackages();
  for (const [name, licence] of listed) assert.is(licence, packages.get(name)?.license, name);
});

test("each of them is used", () => {
  const folder = path.join(root, "plugin");
  const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(path.join(folder, file), "utf8"))
    .join("\n");
  for (const name of dependencies) assert.ok(source.includes(`"${name}`), `${name} is used nowhere`);
});

test("all that comes along has a licence that a site may take without more ado", () => {
  const packages = runtimePackages();
  assert.ok(packages.size > dependencies.length);
  const others = [...packages].flatMap(([name, { license = "none" }]) =>
    permissive.test(license) || told[license]?.test(name) ? [] : [`${name}: ${license}`],
  );
  assert.equal(others, []);
});

/** The packages of mdit that are bundled. */
const bundled = [
  "helper",
  ...["alert", "attrs", "dl", "inline-rule", "mark", "sub", "sup"].map((name) => `plugin-${name}`),
];

const prebuiltFiles = ["csl-LICENSE.txt", "csl.cjs", "icons.cjs", "layouts.cjs", "resume.cjs", "styles.cjs"];

test("the package is small, and has in it what was compiled for it", async () => {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { output } = await run(npm, ["pack", "--dry-run", "--json", "--ignore-scripts"], root);
  const [{ size, unpackedSize, files }] = JSON.parse(output.slice(output.indexOf("["))) as [
    { size: number; unpackedSize: number; files: { path: string }[] },
  ];
  // A quarter of it is the reading of Jekyll's sites, which other sites do not load; 50 kB are citation styles and locales.
  assert.ok(size < 1_020_000, `${size} bytes packed`);
  assert.ok(unpackedSize < 4_400_000, `${unpackedSize} bytes unpacked`);
  const names = files.map((file) => file.path);
  for (const name of prebuiltFiles) assert.ok(names.includes(`dist/prebuilt/${name}`), name);
  assert.equal(
    names.filter((name) => /^dist\/(?!prebuilt\/|(?:cli\/)?chunk-[A-Z0-9]{8}\.js$)/.test(name)).sort(),
    [
      ...bundled.map((name) => `dist/@mdit-${name}-LICENSE.txt`),
      "dist/cli/build/worker.js",
      "dist/cli/cli.js",
      "dist/cli/migrate/sass-worker.js",
      "dist/cli/swap-process.js",
      "dist/index.d.ts",
      "dist/index.js",
      "dist/zod-LICENSE.txt",
    ],
  );
});

test("two builds of the same site are the same to the byte, wherever and in whatever time zone and language", async () => {
  const hashes: string[] = [];
  for (const env of [
    { TZ: "Pacific/Auckland", LC_ALL: "C" },
    { TZ: "America/Los_Angeles", LC_ALL: "de_DE.UTF-8" },
  ]) {
    const site = Site.copyOf("example-site");
    const { code, output } = await run(process.execPath, [eleventy, "--quiet"], site.folder, env);
    assert.is(code, 0, output);
    const hash = createHash("sha256");
    for (const file of site.files().sort()) {
      hash.update(file).update(readFileSync(path.join(site.folder, site.output, file)));
    }
    hashes.push(hash.digest("hex"));
    site.remove();
  }
  assert.is(hashes[0], hashes[1]);
});

test.run();
