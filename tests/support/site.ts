import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { buildInProcess } from "./in-process.ts";

/** The project's own folder. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Inside the project, so that a site in it finds the plugin by its name. */
const workshop = path.join(root, "tests/.tmp");

/** The command of Eleventy itself. */
export const eleventy = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");

/** What came of a command. */
export interface Outcome {
  code: number | null;
  /** Everything that it printed, without colours and without Eleventy's mark before each line. */
  output: string;
}

/** Runs a command to its end. */
export function run(
  command: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: "1", ...env } });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output: plain(output) }));
  });
}

/** What a command printed, without colors and without Eleventy's prefix of each line. */
const plain = (output: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colors start with one
  output.replaceAll(/\u001b\[[\d;]*m/g, "").replaceAll("[11ty] ", "");

/** A small real site in a folder of its own. */
export class Site {
  readonly folder: string;
  output = "_site";

  /** @param folder - Where the site is to be; by default a new folder inside the project. */
  constructor(files: Record<string, string> = {}, folder?: string) {
    mkdirSync(folder ?? workshop, { recursive: true });
    this.folder = folder ?? mkdtempSync(path.join(workshop, "site-"));
    this.write(files);
  }

  /** A copy of a whole folder of the project, such as `example-site`. */
  static copyOf(folder: string, to?: string): Site {
    const site = new Site({}, to);
    cpSync(path.join(root, folder), site.folder, {
      recursive: true,
      filter: (name) => !name.endsWith("_site"),
    });
    return site;
  }

  /** Puts the plugin into the site's own node_modules, as `npm install` would, and gives the site's folder. */
  link(): string {
    mkdirSync(path.join(this.folder, "node_modules"));
    symlinkSync(root, path.join(this.folder, "node_modules/eleventy-plugin-indigo"), "junction");
    return this.folder;
  }

  write(files: Record<string, string>): this {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return this;
  }

  /** Builds the site with Eleventy's own command. */
  build(...args: string[]): Promise<Outcome> {
    return run(process.execPath, [eleventy, ...args], this.folder);
  }

  /** Builds the site; what Eleventy says of a failure becomes the test's. */
  async built(...args: string[]): Promise<this> {
    return this.#succeeded(await this.build(...args));
  }

  /** Builds the site as `build` does, but in this process, which is much faster. Each site can be built so once. */
  async buildInProcess(...args: string[]): Promise<Outcome> {
    const { code, output } = await buildInProcess(eleventy, args, this.folder);
    return { code, output: plain(output) };
  }

  /** Builds the site as `built` does, but in this process. */
  async builtInProcess(...args: string[]): Promise<this> {
    return this.#succeeded(await this.buildInProcess(...args));
  }

  #succeeded({ code, output }: Outcome): this {
    if (code !== 0) throw new Error(`the build failed:\n${output}`);
    return this;
  }

  /** A file of the site itself. */
  source(name: string): string {
    return readFileSync(path.join(this.folder, name), "utf8");
  }

  /** A file of the output. */
  read(name: string): string {
    return readFileSync(path.join(this.folder, this.output, name), "utf8");
  }

  has(name: string): boolean {
    return existsSync(path.join(this.folder, this.output, name));
  }

  /** The files of the output, by their paths in it. */
  files(): string[] {
    const folder = path.join(this.folder, this.output);
    return existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      : [];
  }

  /** The HTML pages of the output, by their addresses from its root: "" is the home page. */
  pages(): string[] {
    return this.files()
      .filter((file) => file.endsWith(".html"))
      .map((file) =>
        file
          .split(path.sep)
          .join("/")
          .replace(/(^|\/)index\.html$/, "$1"),
      )
      .sort();
  }

  /** Removes its output. */
  clean(): void {
    for (const name of [this.output, "_other"])
      rmSync(path.join(this.folder, name), { recursive: true, force: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** An Eleventy config that adds the plugin with these options. */
export function config(options: unknown = {}, rest = ""): string {
  return `import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, ${JSON.stringify(options)});
  ${rest}
}
`;
}

/** A Markdown page with a title. */
export const page = (title: string, body = "", layout = "page"): string =>
  `---\ntitle: ${title}\nlayout: ${layout}\n---\n${body}\n`;
