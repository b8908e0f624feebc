import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { IndigoError } from "../../utils/errors.js";

/**
 * Merges the changes from an old text to a new one into a third text.
 *
 * @returns The merged text; undefined if the changes touch the same lines.
 */
export function merged(own: string, old: string, fresh: string): string | undefined {
  const { status, stdout } = gitOnTexts({ own, old, fresh }, [
    "merge-file",
    "-p",
    "-q",
    "own",
    "old",
    "fresh",
  ]);
  return status === 0 ? stdout : undefined;
}

/** Returns the lines of a unified diff between two texts, without its header. */
export function diffLines(old: string, fresh: string): string[] {
  const { stdout } = gitOnTexts({ old, fresh }, [
    "diff",
    "--no-index",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "old",
    "fresh",
  ]);
  const lines = stdout.trimEnd().split("\n");
  return lines.slice(lines.findIndex((line) => line.startsWith("@@")));
}

/** Runs git on texts in a temporary folder, so that no settings of a repository apply. */
function gitOnTexts(
  texts: Record<string, string>,
  args: readonly string[],
): { status: number | null; stdout: string } {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "indigo-merge-"));
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
    const { status, stdout, stderr, error } = spawnSync("git", [...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      env: {
        ...process.env,
        GIT_DIR: undefined,
        GIT_CEILING_DIRECTORIES: path.dirname(folder),
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: path.join(folder, "none"),
      },
    });
    if (error || status === null || status > 127)
      throw new IndigoError(`git failed: ${error?.message ?? stderr}`);
    return { status, stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
