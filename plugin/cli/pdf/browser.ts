import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { IndigoError } from "../../utils/errors.js";
import { withCleanup } from "../interruption.js";

/** Programs in the folders of the environment variable `PATH`. */
const names = [
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
  "brave-browser",
];

/** Where installers put them on macOS, under `/Applications` of the system and of the user. */
const macApps = ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** Where installers put them on Windows, under the folders of programs. */
const windowsPrograms = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
  "BraveSoftware\\Brave-Browser\\Application\\brave.exe",
];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds a Chrome, Chromium or other browser that prints as they do.
 *
 * @param option - The option `--browser`: a path, or the name of a program.
 * @throws IndigoError if there is none, or if the one that the option or `CHROME_PATH` names does not exist.
 */
export function findBrowser(
  option: string | undefined,
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  for (const [name, source] of [
    [option, "the option --browser"],
    [env.CHROME_PATH, "the environment variable CHROME_PATH"],
  ] as const) {
    if (!name) continue;
    const found = isProgram(name) ? name : inPath([name], env, platform);
    if (found) return found;
    throw new IndigoError(`${source} names a program that does not exist: "${name}".`);
  }
  const found = inPath(names, env, platform) ?? installedPlaces(env, platform).find(isProgram);
  if (found) return found;
  throw new IndigoError(
    'no Chrome or Chromium was found. Install one, or name one with the option --browser, such as --browser "/opt/chrome/chrome", or in the environment variable CHROME_PATH.',
  );
}

const isProgram = (file: string): boolean => existsSync(file) && statSync(file).isFile();

function inPath(
  programs: readonly string[],
  env: Environment,
  platform: NodeJS.Platform,
): string | undefined {
  const folders = (env.PATH ?? env.Path ?? "").split(path.delimiter).filter(Boolean);
  const extension = platform === "win32" ? ".exe" : "";
  return programs
    .flatMap((name) => folders.map((folder) => path.join(folder, name + extension)))
    .find(isProgram);
}

function installedPlaces(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === "darwin") return [...macApps, ...macApps.map((app) => path.join(env.HOME ?? "", app))];
  if (platform !== "win32") return [];
  const folders = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter(
    (each) => each !== undefined,
  );
  return folders.flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`));
}

/** What a browser prints. */
export interface PrintJob {
  browser: string;
  /** URL of the page, at this computer. */
  url: string;
  /** The PDF file. */
  file: string;
  /** A folder for its profile, which is deleted later. */
  profile: string;
}

/** Time in milliseconds after which a browser that does not end is stopped. */
const maxTime = 120_000;

/**
 * Returns the arguments with which a browser prints a page without a window, and without any other host: it resolves no name,
 * and uses no proxy that could.
 */
const argumentsOf = ({ url, file, profile }: PrintJob): string[] => [
  "--headless",
  "--disable-gpu",
  `--user-data-dir=${profile}`,
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-extensions",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-proxy-server",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  // Chrome refuses to run as root otherwise, as in containers. The page is the author's own.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  // The second is the name of the first before Chrome 112.
  "--no-pdf-header-footer",
  "--print-to-pdf-no-header",
  `--print-to-pdf=${file}`,
  url,
];

/** Prints a page to a PDF file. @throws IndigoError with the messages of the browser, if it can't be started or prints nothing. */
export async function printPage(job: PrintJob): Promise<void> {
  // In a group of its own, since the program may be a script that starts the browser.
  const isGroup = process.platform !== "win32";
  const child = spawn(job.browser, argumentsOf(job), {
    stdio: ["ignore", "pipe", "pipe"],
    detached: isGroup,
  });
  const stop = (): void => {
    try {
      if (isGroup && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      else child.kill("SIGKILL");
    } catch {
      // It has ended.
    }
  };
  let messages = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (messages += data));
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, maxTime);
  await withCleanup(
    () => {
      clearTimeout(timer);
      stop();
    },
    () =>
      new Promise<void>((resolve, reject) => {
        child.on("error", ({ message }) =>
          reject(new IndigoError(`the browser "${job.browser}" can't be started: ${message}.`)),
        );
        child.on("close", () => resolve());
      }),
  );
  if (isProgram(job.file) && statSync(job.file).size > 0) return;
  const reason = isLate ? `it did not end in ${maxTime / 1000} seconds` : "it wrote no file";
  throw new IndigoError(`the browser "${job.browser}" printed no PDF: ${reason}.`, ...lastLines(messages));
}

/** Returns the last messages of a browser, without those about services of a desktop that it does not need. */
const lastLines = (messages: string): string[] =>
  messages
    .split("\n")
    .filter((line) => line.trim() !== "" && !/dbus|vaapi|gcm|DEPRECATED/i.test(line))
    .slice(-5)
    .map((line) => `  ${line.trim()}`);
