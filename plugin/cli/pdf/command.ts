import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { appendFile, open, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyAtomically } from "../../utils/atomic-write.js";
import { IndigoError, suggestion } from "../../utils/errors.js";
import { normalizePrefix } from "../../utils/urls.js";
import { type BuiltSite, eleventyFolder, withBuiltSite } from "../build/build-site.js";
import { withCleanup } from "../interruption.js";
import type { Terminal } from "../terminal.js";
import { findBrowser, printPage } from "./browser.js";
import { withServer } from "./local-server.js";

/** The options of `pdf`. */
export interface PdfOptions {
  /** The folder of the site. */
  folder: string;
  /** The file, if there is one page. Default: a file in the folder of the site, named after the page. */
  out?: string | undefined;
  /** The browser: a path, or the name of a program. */
  browser?: string | undefined;
  /** Whether files are overwritten that the command did not write. */
  force?: boolean | undefined;
}

/** A file that was written. */
interface PrintedFile {
  /** URL of the page, from the site's root. */
  page: string;
  file: string;
  bytes: number;
}

/**
 * Runs `pdf`: builds a site into a temporary folder and prints pages of it with an installed browser, at this computer alone.
 *
 * @param names - Pages by their URLs, such as `/cv/` or `cv`.
 * @returns The exit code.
 * @throws IndigoError if the folder has no site, no page or file of that name may be used, or no browser is found or prints.
 */
export async function pdf(
  names: readonly string[],
  options: PdfOptions,
  terminal: Terminal,
): Promise<number> {
  const folder = eleventyFolder(options.folder);
  const browser = findBrowser(options.browser);
  const targets = new Map(
    names.map((name) => [name, options.out ?? path.join(options.folder, fileOf(name))]),
  );
  for (const file of targets.values()) await refuseForeign(file, options.force === true);
  const files = await terminal.during("Building and printing the site", () =>
    withBuiltSite(folder, (site) => print(site, targets, browser)),
  );
  terminal.json({ files });
  for (const { page, file, bytes } of files) {
    terminal.print(`Printed ${page} to ${file} (${Math.max(1, Math.round(bytes / 1024))} kB).`);
  }
  return 0;
}

async function print(
  site: BuiltSite,
  targets: ReadonlyMap<string, string>,
  browser: string,
): Promise<PrintedFile[]> {
  const pages = [...targets].map(([name, file]) => ({ page: pageOf(name, site), file }));
  const prefix = normalizePrefix(site.pathPrefix);
  const temporary = mkdtempSync(path.join(realpathSync(tmpdir()), "indigo-pdf-"));
  return withCleanup(
    () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }),
    () =>
      withServer(site.output, prefix, async (origin) => {
        const written: PrintedFile[] = [];
        for (const { page, file } of pages) {
          const printed = path.join(temporary, "page.pdf");
          rmSync(printed, { force: true });
          const url = `${origin}${prefix}${encodeURI(page.slice(1))}`;
          await printPage({ browser, url, file: printed, profile: path.join(temporary, "profile") });
          await appendFile(printed, mark);
          await copyAtomically(printed, file);
          written.push({ page, file, bytes: (await stat(file)).size });
        }
        return written;
      }),
  );
}

/** Returns the URL of a page by its name. @throws IndigoError if the site has no such page. */
function pageOf(name: string, { pages }: BuiltSite): string {
  const urls = pages.flatMap(({ url, outputPath }) =>
    typeof url === "string" && String(outputPath).endsWith(".html") ? [url] : [],
  );
  const bare = bareName(name);
  const found = urls.find((url) => bareName(url) === bare);
  if (found !== undefined) return found;
  const near =
    bare === "cv"
      ? ' The option "sections: { cv: true }" creates it.'
      : suggestion(bare, urls.map(bareName)).replace(/"(.*)"/, '"/$1/"');
  throw new IndigoError(`the site has no page "/${bare}/".${near}`);
}

/** Returns a page without what may be left out of its URL: `cv` for `/cv/`, `cv` and `/cv/index.html`. */
const bareName = (name: string): string =>
  name
    .replace(/[?#].*$/, "")
    .replace(/(^|\/)index\.html$/, "$1")
    .replace(/^\/+|\/+$|\.html$/g, "");

/** Returns the name of the file of a page: `cv.pdf`, `de-cv.pdf` for `/de/cv/`. */
const fileOf = (name: string): string => `${bareName(name).replaceAll("/", "-") || "index"}.pdf`;

/** A comment at the end of a file, by which the command recognizes what it wrote. */
const mark = "\n% Printed by eleventy-plugin-indigo\n";

/** @throws IndigoError if a file exists that the command did not write. */
async function refuseForeign(file: string, isForced: boolean): Promise<void> {
  if (!existsSync(file)) return;
  if ((await stat(file)).isDirectory())
    throw new IndigoError(`"${file}" is a folder. Name a file with --out.`);
  if (isForced || (await endsWithMark(file))) return;
  throw new IndigoError(
    `"${file}" exists and was not printed by this command. Name another file with --out, or overwrite it with --force.`,
  );
}

async function endsWithMark(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(mark.length);
    await handle.read(buffer, 0, mark.length, Math.max(0, size - mark.length));
    return buffer.toString("latin1") === mark;
  } finally {
    await handle.close();
  }
}
