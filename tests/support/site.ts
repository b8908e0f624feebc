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

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, "../..");

/** The folder of test sites, inside the project, so that they can import the plugin by its name. */
const sitesFolder = path.join(root, "tests/.tmp");

/** The command of Eleventy itself. */
export const eleventy = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");

/** The major version of the Eleventy that builds test sites. */
export const eleventyMajor = Number.parseInt(
  (JSON.parse(readFileSync(path.join(eleventy, "../package.json"), "utf8")) as { version: string }).version,
  10,
);

/** The result of a command. */
export interface Outcome {
  code: number | null;
  /** Standard output and error, without colors and Eleventy's prefix. */
  output: string;
}

/** Runs a command and waits for its end. */
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

/** Removes colors and Eleventy's prefix from output. */
const plain = (output: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colors start with one
  output.replaceAll(/\u001b\[[\d;]*m/g, "").replaceAll("[11ty] ", "");

/** A site in a folder, which is built by Eleventy. */
export class Site {
  readonly folder: string;
  output = "_site";

  /** @param folder - The folder of the site. Default: a new folder inside the project. */
  constructor(files: Record<string, string> = {}, folder?: string) {
    mkdirSync(folder ?? sitesFolder, { recursive: true });
    this.folder = folder ?? mkdtempSync(path.join(sitesFolder, "site-"));
    this.write(files);
  }

  /** Copies a folder of the project, such as `example-site`. */
  static copyOf(folder: string, to?: string): Site {
    const site = new Site({}, to);
    cpSync(path.join(root, folder), site.folder, {
      recursive: true,
      filter: (name) => !name.endsWith("_site"),
    });
    return site;
  }

  /** Links the plugin into the site's node_modules. Returns the site's folder. */
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

  /** Builds the site. @throws Error with Eleventy's output if the build fails. */
  async built(...args: string[]): Promise<this> {
    return this.#succeeded(await this.build(...args));
  }

  /** Builds the site as `build` does, but in this process, which is much faster. Works once for each site. */
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

  /** Reads a source file of the site. */
  source(name: string): string {
    return readFileSync(path.join(this.folder, name), "utf8");
  }

  /** Reads a file of the output. */
  read(name: string): string {
    return readFileSync(path.join(this.folder, this.output, name), "utf8");
  }

  has(name: string): boolean {
    return existsSync(path.join(this.folder, this.output, name));
  }

  /** Returns the files of the output, relative to it. */
  files(): string[] {
    const folder = path.join(this.folder, this.output);
    return existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      : [];
  }

  /** Returns the URL paths of the HTML pages, without leading slash: "" is the home page. */
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

  /** Deletes the output. */
  clean(): void {
    for (const name of [this.output, "_other"])
      rmSync(path.join(this.folder, name), { recursive: true, force: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Returns an Eleventy config that adds the plugin with these options. */
export function config(options: unknown = {}, rest = ""): string {
  return `import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, ${JSON.stringify(options)});
  ${rest}
}
`;
}

/** Returns a Markdown page. */
export const page = (title: string, body = "", layout = "page"): string =>
  `---\ntitle: ${title}\nlayout: ${layout}\n---\n${body}\n`;
