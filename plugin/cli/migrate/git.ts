import { execFileSync } from "node:child_process";
import { IndigoError } from "../../utils/errors.js";

const shownAtMost = 10;

function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-C", folder, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
}

/**
 * The git folder of a site, in whose history everything of the site is.
 *
 * @param shown - What messages call the site's folder.
 * @throws IndigoError where the site is in no git work tree, or has changes that are not committed.
 */
export function cleanGitFolder(folder: string, shown: string): string {
  const instead = 'or write the new site elsewhere with "--out FOLDER"';
  let gitFolder: string;
  try {
    gitFolder = git(folder, "rev-parse", "--absolute-git-dir").trim();
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === "ENOENT") throw new IndigoError(`git is not installed: install it, ${instead}.`);
    const said = (stderr ?? "")
      .trim()
      .split("\n")[0]
      ?.replace(/^fatal: /, "");
    throw new IndigoError(
      `"${shown}" is in no git work tree${said && !said.startsWith("not a git") ? ` (${said})` : ""}: commit the site to git first, ${instead}.`,
    );
  }
  const changes = git(folder, "status", "--porcelain", "-z", "--untracked-files=all", "--", ".")
    .split("\0")
    .filter((entry) => /^.. /.test(entry));
  if (changes.length === 0 && isCommitted(folder)) return gitFolder;
  const more = changes.length > shownAtMost ? [`  and ${changes.length - shownAtMost} more`] : [];
  throw new IndigoError(
    `"${shown}" has changes that are not committed: commit them, so that git can bring back what is there now, ${instead}.`,
    ...changes.slice(0, shownAtMost).map((change) => `  ${change}`),
    ...more,
  );
}

/** Whether the site is in git's history, and not among what git ignores. */
function isCommitted(folder: string): boolean {
  return git(folder, "ls-files", "--", ".").trim() !== "";
}
