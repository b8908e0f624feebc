import { IndigoError } from "../../utils/errors.js";
import { runGit, safeSettings } from "../../utils/git.js";

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
 * Returns the `.git` folder of a site that is completely committed.
 *
 * @param shown - The site's folder in messages.
 * @throws IndigoError if git is not installed, or the site is not in a git work tree or has uncommitted changes.
 */
export function cleanGitFolder(folder: string, shown: string): string {
  const alternative = 'or write the new site to another folder with "--out FOLDER"';
  let gitFolder: string;
  try {
    gitFolder = git(folder, "rev-parse", "--absolute-git-dir").trim();
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === "ENOENT") throw new IndigoError(`git is not installed: install it, ${alternative}.`);
    const reason = (stderr ?? "")
      .trim()
      .split("\n")[0]
      ?.replace(/^fatal: /, "");
    throw new IndigoError(
      `"${shown}" is not in a git work tree${reason && !reason.startsWith("not a git") ? ` (${reason})` : ""}: commit the site to git first, ${alternative}.`,
    );
  }
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
  if (changes.length === 0 && isCommitted(folder)) return gitFolder;
  const more = changes.length > maxShownChanges ? [`  and ${changes.length - maxShownChanges} more`] : [];
  throw new IndigoError(
    `"${shown}" has uncommitted changes: commit them, so that git can restore the old site, ${alternative}.`,
    ...changes.slice(0, maxShownChanges).map((change) => `  ${change}`),
    ...more,
  );
}

/** Returns whether git tracks files of the site: an ignored folder has no changes either. */
function isCommitted(folder: string): boolean {
  return git(folder, "ls-files", "--", ".").trim() !== "";
}
