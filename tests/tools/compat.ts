import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root, run, Site } from "../support/site.ts";

// Builds example-site by the packed plugin, under every version of Node and of Eleventy that it
// is for; npm has them all. Ends with 1 where a build fails, or gives anything else than the first one did.

const nodes = ["20", "22", "24"];
const eleventys = ["3.1.0", "3.1"];

const folder = mkdtempSync(path.join(tmpdir(), "indigo-compat-"));

/** Runs npm in a folder of its own. */
async function npm(cwd: string, ...args: string[]): Promise<void> {
  const command = process.platform === "win32" ? "npm.cmd" : "npm";
  const { code, output } = await run(command, args, cwd);
  if (code !== 0) throw new Error(output);
}

const install = (cwd: string, ...packages: string[]): Promise<void> =>
  npm(cwd, "install", "--prefer-offline", "--no-audit", "--no-fund", ...packages);

const versionOf = (packageFolder: string): string =>
  (JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as { version: string }).version;

/** The program of a version of Node, as its own package on npm has it. */
async function nodeOf(version: string): Promise<{ program: string; version: string }> {
  const { folder: place } = new Site({ "package.json": "{}" }, path.join(folder, `node-${version}`));
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  await install(place, "--ignore-scripts", `${name}@${version}`);
  const program = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  return {
    program: path.join(place, "node_modules", name, program),
    version: versionOf(path.join(place, "node_modules", name)),
  };
}

/** All that a site has in its output, as one number. */
function hashOf(site: Site): string {
  const hash = createHash("sha256");
  for (const file of site.files().sort()) {
    const content = readFileSync(path.join(site.folder, site.output, file));
    // Pages name the version of Eleventy that made them.
    hash
      .update(file)
      .update(/\.(html|xml)$/.test(file) ? content.toString().replaceAll(/Eleventy v[\d.]+/g, "") : content);
  }
  return hash.digest("hex");
}

try {
  await npm(root, "pack", "--ignore-scripts", "--pack-destination", folder);
  const tarball = path.join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
  const programs = await Promise.all(nodes.map(nodeOf));
  process.stdout.write("| Eleventy | Node | example-site |\n| --- | --- | --- |\n");
  let first: string | undefined;
  for (const wanted of eleventys) {
    const place = path.join(folder, `eleventy-${wanted}`);
    const project = new Site({ "package.json": '{ "type": "module" }' }, place);
    await install(project.folder, `@11ty/eleventy@${wanted}`, tarball);
    const eleventy = path.join(place, "node_modules/@11ty/eleventy");
    for (const { program, version } of programs) {
      const site = Site.copyOf("example-site", path.join(place, `site-${version}`));
      const { code, output } = await run(program, [path.join(eleventy, "cmd.cjs"), "--quiet"], site.folder);
      const hash = code === 0 ? hashOf(site) : undefined;
      first ??= hash;
      const result = !hash ? "fails" : hash === first ? `${site.pages().length} pages, the same` : "differs";
      process.stdout.write(`| ${versionOf(eleventy)} | ${version} | ${result} |\n`);
      if (code !== 0) process.stdout.write(`${output}\n`);
      if (hash === undefined || hash !== first) process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
