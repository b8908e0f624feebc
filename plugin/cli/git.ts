import { IndigoError } from "../utils/errors.js";
import { runGit, safeSettings } from "../utils/git.js";

const maxShownChanges = 10;

function git(folder: string, ...args: string[]): string {
  return runGit(folder, [...safeSettings, ...filterSettings(folder)], args);
}

/** Turns off the filters that the repository's config names, which git runs to compare files. */
function filterSettings(folder: string): string[] {
  let names: string[] = [];
  try {
    names = runGit(folder, safeSettings, ["config", "--list", "--name-only", "-z"]).split("\0");
  } catch {
    // Not a repository, which the next command says.
  }
  return names
    .filter((name) => /^filter\..*\.(clean|smudge|process|required)$/s.test(name))
    .map((name) => (name.endsWith(".required") ? `${name}=false` : `${name}=`));
}

/**
 * Returns the `.git` folder of a site.
 *
 * @param shown - The site's folder in messages.
 * @param advice - What to do if it has none, for messages.
 * @throws IndigoError if git is not installed, or the site is not in a git work tree.
 */
export function gitFolderOf(folder: string, shown: string, advice: string): string {
  try {
    return git(folder, "rev-parse", "--absolute-git-dir").trim();
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === "ENOENT") throw new IndigoError(`git is not installed: install it${advice}.`);
    const reason = (stderr ?? "")
      .trim()
      .split("\n")[0]
      ?.replace(/^fatal: /, "");
    throw new IndigoError(
      `"${shown}" is not in a git work tree${reason && !reason.startsWith("not a git") ? ` (${reason})` : ""}: commit the site to git first${advice}.`,
    );
  }
}

/**
 * Ensures that a site is completely committed.
 *
 * @param shown - The site's folder in messages.
 * @param advice - What else to do, for messages.
 * @throws IndigoError that names the uncommitted changes.
 */
export function assertCommitted(folder: string, shown: string, advice: string): void {
  const changes = git(
    folder,
    "status",
    "--porcelain",
    "-z",
    "--untracked-files=all",
    "--ignore-submodules=all",
    "--",
    ".",
  )
    .split("\0")
    .filter((entry) => /^.. /.test(entry));
  if (changes.length === 0 && trackedFiles(folder).length > 0) return;
  const more = changes.length > maxShownChanges ? [`  and ${changes.length - maxShownChanges} more`] : [];
  throw new IndigoError(
    `"${shown}" has uncommitted changes: commit them, so that git can restore the old site${advice}.`,
    ...changes.slice(0, maxShownChanges).map((change) => `  ${change}`),
    ...more,
  );
}

/** Returns the top folder of the work tree of a site. */
export const topFolder = (folder: string): string => git(folder, "rev-parse", "--show-toplevel").trim();

/** Returns the files of a folder that git tracks, relative to it. An ignored folder has none, and no changes either. */
export const trackedFiles = (folder: string): string[] =>
  git(folder, "ls-files", "-z", "--", ".").split("\0").filter(Boolean);
