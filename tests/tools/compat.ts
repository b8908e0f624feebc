import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root, run, Site } from "../support/site.ts";
import { eleventyVersions, nextEleventyVersions, nextNodeVersions, nodeVersions } from "./versions.ts";

// Builds example-site with the packed plugin in every supported version of Node and Eleventy, which npm installs. Exits with
// code 1 if a build fails, or if its output differs from the first one.

/** What may differ between versions of Eleventy: the name of its version, and how attributes without a value are written. */
const different = /content="Eleventy [^"]*"|=(?:""|&quot;&quot;)(?=[\s>]|&gt;)/g;

const folder = mkdtempSync(path.join(tmpdir(), "indigo-compat-"));

/** Runs npm in a folder. */
async function npm(cwd: string, ...args: string[]): Promise<void> {
  const command = process.platform === "win32" ? "npm.cmd" : "npm";
  const { code, output } = await run(command, args, cwd);
  if (code !== 0) throw new Error(output);
}

const install = (cwd: string, ...packages: string[]): Promise<void> =>
  npm(cwd, "install", "--prefer-offline", "--no-audit", "--no-fund", ...packages);

const versionOf = (packageFolder: string): string =>
  (JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as { version: string }).version;

/** Installs a version of Node from its npm package. */
async function nodeOf(version: string): Promise<{ program: string; version: string }> {
  const { folder: nodeFolder } = new Site({ "package.json": "{}" }, path.join(folder, `node-${version}`));
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  await install(nodeFolder, "--ignore-scripts", `${name}@${version}`);
  const program = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  return {
    program: path.join(nodeFolder, "node_modules", name, program),
    version: versionOf(path.join(nodeFolder, "node_modules", name)),
  };
}

/** Hashes the output of a site. */
function hashOf(site: Site): string {
  const hash = createHash("sha256");
  for (const file of site.files().sort()) {
    const content = readFileSync(path.join(site.folder, site.output, file));
    hash
      .update(file)
      .update(/\.(html|xml)$/.test(file) ? content.toString().replaceAll(different, "") : content);
  }
  return hash.digest("hex");
}

try {
  await npm(root, "pack", "--ignore-scripts", "--pack-destination", folder);
  const tarball = path.join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
  const programs = await Promise.all(nodeVersions.map(nodeOf));
  process.stdout.write("| Eleventy | Node | example-site |\n| --- | --- | --- |\n");
  let first: string | undefined;
  for (const range of [...eleventyVersions, ...nextEleventyVersions]) {
    const supported = eleventyVersions.includes(range) ? nodeVersions : nextNodeVersions;
    const projectFolder = path.join(folder, `eleventy-${range.replace("^", "")}`);
    const project = new Site({ "package.json": '{ "type": "module" }' }, projectFolder);
    await install(project.folder, `@11ty/eleventy@${range}`, tarball);
    const eleventy = path.join(projectFolder, "node_modules/@11ty/eleventy");
    for (const { program, version } of programs) {
      if (!supported.includes(version.split(".")[0] ?? "")) continue;
      const site = Site.copyOf("example-site", path.join(projectFolder, `site-${version}`));
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
