import { execFileSync } from "node:child_process";

/**
 * Settings that keep git from running programs that a repository's own config names: a repository is data. They reach
 * submodules as well.
 *
 * @see https://git-scm.com/docs/git-config
 */
export const safeSettings = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "log.showSignature=false",
  "safe.bareRepository=explicit",
];

/**
 * Runs git in a folder and returns its output.
 *
 * @throws Error with `stderr`, or with the code `ENOENT` if git is not installed.
 */
export function runGit(folder: string, settings: readonly string[], args: readonly string[]): string {
  return execFileSync(
    "git",
    ["--no-optional-locks", ...settings.flatMap((setting) => ["-c", setting]), "-C", folder, ...args],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 1 << 28,
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: "1", GIT_PAGER: "cat" },
    },
  );
}
