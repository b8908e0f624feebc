import { realpathSync } from "node:fs";
import path from "node:path";
import { describeKinds, type FileKind, isOfKind } from "../utils/file-kinds.js";
import { startOfFile } from "../utils/read-text.js";
import { realPathInside } from "../utils/real-path.js";
import { hasParentSegment } from "../utils/schema-values.js";
import type { EleventyConfig } from "./api.js";
import { copiedLaterFrom, isFile, publishedFrom, type SiteFile } from "./site-files.js";

/** A file that an option, a field of data or a text names, and where it may be. */
export interface FileRequest {
  /** Its path, not encoded. A slash at its start means the root of the site. */
  name: string;
  /** The kinds of files that the option or field is for. */
  kinds: readonly FileKind[];
  /** Folders of the site in which it is looked for. @default [""] */
  folders?: readonly string[];
  /**
   * The folder of the file that names it, and that folder's path in the output. It is looked in last. With `climbs`, the
   * path may lead up from there, as far as the input folder.
   */
  beside?: { folder: string; to: string; climbs?: boolean } | undefined;
  /** Whether the site's configuration names it. It may then be in the project folder too. @default false */
  isOption?: boolean;
}

/** The file that was found, or why it is not published. Neither if there is no such file. */
export interface FoundFile {
  file?: SiteFile;
  /** Completes "… names …" in a message, with a full stop. */
  refusal?: string;
}

/**
 * Finds a file that an option, data or a text names. Every file that the theme copies, resizes or inlines because somebody
 * named it comes through here, since a bibliography or a post may be somebody else's: the file must be
 * of a kind that the field is for, inside the input folder after links are resolved, neither hidden (`.env`) nor in a folder
 * that starts with `_`, and no private key. What the site copies itself may always be named.
 */
export function findNamedFile(eleventyConfig: EleventyConfig, request: FileRequest): FoundFile {
  const found = candidatesOf(eleventyConfig, request).find(({ from }) => isFile(from));
  const refusal = found && refusalOf(eleventyConfig, found, request);
  if (found && refusal === undefined) return { file: { from: found.from, to: found.to } };
  const published = publishedFile(eleventyConfig, request);
  if (published) return { file: published };
  return refusal === undefined ? {} : { refusal };
}

/** Returns the source path of such a file; `undefined` if there is none, or if it is not published. */
export const sourceOfFile = (eleventyConfig: EleventyConfig, request: FileRequest): string | undefined =>
  findNamedFile(eleventyConfig, request).file?.from;

/** Returns the source of an image of the site by its path, as an option gives it. */
export const sourceOfImage = (eleventyConfig: EleventyConfig, file: string): string | undefined =>
  sourceOfFile(eleventyConfig, { name: file, kinds: ["image"], isOption: true });

/** The folders in which the files of options are looked for. */
export const foldersOf = ({ directories }: EleventyConfig): string[] => [
  ...new Set([directories.input, "./"]),
];

interface Candidate extends SiteFile {
  /** The folder from which its path counts. */
  base: string;
}

/** Returns where a file may be, likely places first. */
function candidatesOf(
  eleventyConfig: EleventyConfig,
  { name, folders = [""], beside, isOption = false }: FileRequest,
): Candidate[] {
  const roots = isOption ? foldersOf(eleventyConfig) : [eleventyConfig.directories.input];
  const inOrder = folders.flatMap((folder) => roots.map((base) => ({ base, folder })));
  return spellings(name.replace(/^\//, "")).flatMap((spelling) => {
    const isUpwards = hasParentSegment(spelling);
    const candidate = (base: string, folder: string, to: string): Candidate => ({
      base,
      from: path.posix.join(folder, spelling),
      to: path.posix.join(to, spelling),
    });
    return [
      // It would be copied to outside the output folder.
      ...(isUpwards
        ? []
        : inOrder.map(({ base, folder }) => candidate(base, path.posix.join(base, folder), folder))),
      ...(beside && (!isUpwards || beside.climbs)
        ? [candidate(isUpwards ? eleventyConfig.directories.input : beside.folder, beside.folder, beside.to)]
        : []),
    ];
  });
}

/** Returns a name as it is written, and in both forms of Unicode: macOS has names in one, and editors write the other. */
const spellings = (name: string): string[] => [
  ...new Set([name, name.normalize("NFC"), name.normalize("NFD")]),
];

function publishedFile(
  eleventyConfig: EleventyConfig,
  { name, folders = [""] }: FileRequest,
): SiteFile | undefined {
  for (const spelling of spellings(name.replace(/^\//, ""))) {
    if (hasParentSegment(spelling)) continue;
    for (const folder of folders) {
      const to = path.posix.join(folder, spelling);
      const from = publishedFrom(eleventyConfig, to) ?? copiedLaterFrom(eleventyConfig, to);
      if (from !== undefined) return { from, to };
    }
  }
  return undefined;
}

/** Returns why a file is not published; `undefined` if it is. */
function refusalOf(
  eleventyConfig: EleventyConfig,
  { base, from }: Candidate,
  { name, kinds, beside, isOption = false }: FileRequest,
): string | undefined {
  const quoted = JSON.stringify(name);
  const refused = (reason: string): string =>
    `a file that is not published: ${quoted} ${reason}. If everybody may see it, add a passthrough copy of it.`;
  const { input } = eleventyConfig.directories;
  const real = realpathSync(from);
  const paths = [path.relative(base, from)];
  const roots = new Set([input, ...(beside ? [beside.folder] : []), ...(isOption ? ["./"] : [])]);
  const inside = [...roots].map((root) => realPathInside(root, from)).filter((each) => each !== undefined);
  if (inside.length === 0) {
    return `a file that is not published: ${quoted} leads out of the ${isOption ? "project" : "input"} folder.`;
  }
  // The folder of the file that names it may itself start with "_": `_people/ada.md` and its photo.
  paths.push(inside.find((each) => hiddenPart(each) === undefined) ?? inside[0] ?? "");
  const hidden = paths.map(hiddenPart).find((part) => part !== undefined);
  if (hidden !== undefined) return refused(`has the private part ${JSON.stringify(hidden)}`);
  if (!isOfKind(from, kinds) || !isOfKind(real, kinds)) return refused(`is not ${describeKinds(kinds)}`);
  const start = startOfFile(from, 64).toString("latin1");
  if (privateKey.test(start)) return refused("holds a private key");
  if (frontMatter.test(start))
    return `a template: ${quoted}. Name the URL of its page instead, such as "/about/".`;
  return undefined;
}

/** Returns the first part of a path that sites keep to themselves: `.env`, or a folder `_drafts` or `node_modules`. */
function hiddenPart(relative: string): string | undefined {
  const folders = relative.split(/[/\\]/);
  const name = folders.pop() ?? "";
  const folder = folders.find((part) => /^[._]/.test(part) || part.toLowerCase() === "node_modules");
  return folder ?? (name.startsWith(".") ? name : undefined);
}

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY|PuTTY-User-Key-File/;

/** What templates start with, which may be drafts. */
const frontMatter = /^(\u00EF\u00BB\u00BF)?---\s/;
