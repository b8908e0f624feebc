import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

// Builds sites in the process of the test, which is ten times as fast as a child process. Global state, such as the working
// folder, the arguments and Eleventy's cache of layouts, is set for each build; builds run one at a time.

/** The part of Eleventy that its command uses. */
interface Eleventy {
  errorHandler: ErrorHandler;
  setFormats(formats: string | undefined): void;
  init(): Promise<void>;
  write(): Promise<unknown>;
}
interface ErrorHandler {
  fatal(error: unknown, message: string): void;
}
interface Modules {
  Eleventy: new (input: string | undefined, output: string | undefined, options: object) => Eleventy;
  /** Creates a handler for the errors of Eleventy's start. */
  errorHandler(): ErrorHandler;
  /** What its command says of an error that ends it. */
  fatal: string;
  layouts: { clear(): void };
}

/** The supported options of the command. */
const options = {
  input: { type: "string" },
  output: { type: "string" },
  formats: { type: "string" },
  config: { type: "string" },
  pathprefix: { type: "string" },
} as const;

/** Imports internal modules of Eleventy's package, of version 3 or 4. */
async function load(eleventy: string): Promise<Modules> {
  const folder = path.dirname(eleventy);
  const from = (file: string) => import(pathToFileURL(path.join(folder, file)).href);
  const { default: layouts } = await from("src/LayoutCache.js");
  // sharp caches images by file name, which is relative to the site.
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  if (existsSync(path.join(folder, "src/Eleventy.js"))) {
    const { Eleventy } = await from("src/Eleventy.js");
    const { EleventyErrorHandler } = await from("src/Errors/EleventyErrorHandler.js");
    return {
      Eleventy,
      errorHandler: () => new EleventyErrorHandler(),
      fatal: "Eleventy Fatal Error (CLI)",
      layouts,
    };
  }
  const { Eleventy } = await from("src/Core.js");
  const { ErrorHandler } = await from("src/Errors/ErrorHandler.js");
  const { default: ConsoleLogger } = await from("src/Util/ConsoleLogger.js");
  const errorHandler = () => Object.assign(new ErrorHandler(), { logger: new ConsoleLogger() });
  return { Eleventy, errorHandler, fatal: "Fatal Error (CLI)", layouts };
}

let modules: Promise<Modules> | undefined;
let last: Promise<unknown> = Promise.resolve();
const builtFolders = new Set<string>();

/**
 * Builds a site as Eleventy's command does. Returns its output and its exit code.
 *
 * @param eleventy - The file of Eleventy's command.
 * @param args - The command's arguments.
 */
export function buildInProcess(
  eleventy: string,
  args: string[],
  folder: string,
): Promise<{ code: number; output: string }> {
  modules ??= load(eleventy);
  const loaded = modules;
  const result = last.then(async () => build(await loaded, eleventy, args, folder));
  last = result.catch(() => {});
  return result;
}

async function build(
  { Eleventy, errorHandler, fatal, layouts }: Modules,
  eleventy: string,
  args: string[],
  folder: string,
): Promise<{ code: number; output: string }> {
  // Node caches imported configs and data files.
  if (builtFolders.has(folder)) throw new Error(`a second build in ${folder} needs a process of its own`);
  builtFolders.add(folder);
  layouts.clear();
  const before = { cwd: process.cwd(), argv: process.argv, exitCode: process.exitCode };
  const output = captureOutput();
  let handler = errorHandler();
  const onRejection = (error: unknown): void => handler.fatal(error, "Unhandled rejection in promise");
  process.chdir(folder);
  process.argv = [process.execPath, eleventy, ...args];
  process.exitCode = 0;
  process.on("unhandledRejection", onRejection);
  try {
    const { values: flags } = parseArgs({ args, options });
    const run = new Eleventy(flags.input, flags.output, {
      source: "cli",
      quietMode: null,
      configPath: flags.config,
      pathPrefix: flags.pathprefix,
      runMode: "build",
    });
    handler = run.errorHandler;
    run.setFormats(flags.formats);
    await run.init();
    await run.write();
  } catch (error) {
    errorHandler().fatal(error, fatal);
  } finally {
    // Node reports unhandled rejections after the microtask queue.
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", onRejection);
    output.release();
    process.chdir(before.cwd);
    process.argv = before.argv;
  }
  const code = Number(process.exitCode);
  process.exitCode = before.exitCode;
  return { code, output: output.text() };
}

/** Captures standard output and error until `release` is called. */
function captureOutput(): { text(): string; release(): void } {
  let text = "";
  const streams = [process.stdout, process.stderr];
  const write = streams.map((stream) => stream.write);
  const keep = (chunk: string | Uint8Array): boolean => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  for (const stream of streams) stream.write = keep;
  return {
    text: () => text,
    release: () => {
      for (const [index, stream] of streams.entries()) stream.write = write[index] as typeof stream.write;
    },
  };
}
