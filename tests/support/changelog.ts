import type { Change } from "../../plugin/cli/upgrade/changes.ts";

/** An entry of a changelog that breaks sites. */
interface Breaking {
  /** The version of its heading, or `Unreleased`. */
  version: string;
  text: string;
}

/** Returns the entries that begin with `**BREAKING:**`, from a text in the form of https://keepachangelog.com. */
function breakingEntries(changelog: string): Breaking[] {
  return changelog.split(/^## /m).flatMap((part) => {
    const [, version = ""] = /^\[?([\w.+-]+)\]?/.exec(part) ?? [];
    return [...part.matchAll(/^[-*] \**BREAKING\b:?\**:?\s*(.*(?:\n {2,}.*)*)/gim)].map(([, text = ""]) => ({
      version,
      text: text.replaceAll(/\s+/g, " ").trim(),
    }));
  });
}

/**
 * Returns what either the changelog or the list of changes lacks. An entry of the list is in the changelog if an entry that
 * breaks sites, of the same version, has its old name in code. Until the first release there is no version to upgrade from, so
 * that the list has none of the entries.
 */
export function changelogProblems(
  changelog: string,
  changes: readonly Pick<Change, "version" | "from">[],
): string[] {
  const released = new Set([...changelog.matchAll(/^## \[?([\w.+-]+)/gm)].map(([, version]) => version));
  const headingOf = ({ version }: Pick<Change, "version">): string =>
    released.has(version) ? version : "Unreleased";
  const isFirst = ![...released].some((version) => version !== "Unreleased");
  const entries = isFirst ? [] : breakingEntries(changelog);
  const isOf = (change: Pick<Change, "version" | "from">, { version, text }: Breaking): boolean =>
    headingOf(change) === version && text.includes(`\`${change.from}\``);
  return [
    ...entries
      .filter((entry) => !changes.some((change) => isOf(change, entry)))
      .map(({ version, text }) => `changes.json lacks: [${version}] ${text}`),
    ...changes
      .filter((change) => !entries.some((entry) => isOf(change, entry)))
      .map(
        (change) => `CHANGELOG.md lacks a BREAKING entry with \`${change.from}\` in [${headingOf(change)}]`,
      ),
  ];
}
