import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { type Warn, warnerOnce } from "../eleventy/warnings.js";
import { reasonOf } from "../utils/errors.js";
import { runGit, safeSettings } from "../utils/git.js";

/** Returns the date of the last commit of a template; undefined if git does not know it. */
export type GitDates = (inputPath: string) => Date | undefined;

/** Reads, with one call of git before each build, the date of the last commit of each file in the input folder. */
export function gitDates(eleventyConfig: EleventyConfig): GitDates {
  const warn = warnerOnce(eleventyConfig);
  let head: string | undefined;
  let dates: ReadonlyMap<string, Date> = new Map();
  onBuildStart(eleventyConfig, () => {
    const { input } = eleventyConfig.directories;
    try {
      const [folder = "", isShallow, commit] = git(
        input,
        "rev-parse",
        "--show-cdup",
        "--is-shallow-repository",
        "HEAD",
      ).split("\n");
      // While the site is served, only a new commit changes something.
      if (commit !== head) dates = isShallow === "true" ? shallow(warn) : lastCommits(input, folder);
      head = commit;
    } catch (error) {
      dates = new Map();
      warn(`the option "updated" is "git", but ${reason(error)}: pages have no date of their last change.`);
    }
  });
  return (inputPath) => dates.get(path.resolve(inputPath));
}

const git = (folder: string, ...args: string[]): string => runGit(folder, safeSettings, args);

function shallow(warn: Warn): ReadonlyMap<string, Date> {
  warn(
    'the option "updated" is "git", but the repository is a shallow clone, in which all files look as if they had changed in its first commit: pages have no date of their last change. Clone it with its history, as with "fetch-depth: 0" of actions/checkout.',
  );
  return new Map();
}

/** Returns the date of the newest commit of each file, by its full path. */
function lastCommits(input: string, top: string): ReadonlyMap<string, Date> {
  const log = git(input, "log", "-z", "--no-renames", "--name-only", "--format=%x01%ct", "--", ".");
  const dates = new Map<string, Date>();
  let date = new Date(0);
  for (const part of log.split("\0")) {
    const text = part.replace(/^\n/, "");
    if (text.startsWith("\u0001")) date = new Date(Number(text.slice(1)) * 1000);
    else if (text !== "") {
      const file = path.resolve(input, top, text);
      if (!dates.has(file)) dates.set(file, date);
    }
  }
  return dates;
}

/** Returns why git failed, to complete a sentence. */
function reason(error: unknown): string {
  const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
  if (code === "ENOENT") return "git is not installed";
  const [line = ""] = (stderr ?? "").trim().split("\n");
  if (/not a git repository/.test(line)) return "the site is not in a git repository";
  if (/ambiguous argument 'HEAD'|unknown revision/.test(line)) return "the repository has no commit";
  return `git failed (${line || reasonOf(error)})`;
}
