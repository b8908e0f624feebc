/** What a release is made of. */
export interface Release {
  /** The tag of the commit, such as `v0.1.0`. */
  tag: string;
  /** The fields of `package.json` that are read. */
  manifest: { version: string; repository?: string | { url?: string } };
  /** The text of `CHANGELOG.md`. */
  changelog: string;
  /** The fields of `CITATION.cff` that are read. */
  citation: { version?: string; "date-released"?: string; "repository-code"?: string };
}

/** A version of the changelog. */
export interface Version {
  /** `Unreleased`, or a version such as `0.1.0`. */
  name: string;
  /** Such as `2026-11-27`; undefined for what is not released. */
  date: string | undefined;
  /** The text below the heading, without blank lines around it. */
  text: string;
}

/** Reads the versions of a changelog in the form of Keep a Changelog, newest first. @see https://keepachangelog.com/en/1.1.0/ */
export function versionsOf(changelog: string): Version[] {
  const [, ...parts] = changelog.split(/^## /m);
  return parts.map((part) => {
    const [heading = "", ...lines] = part.split("\n");
    const [, name = heading, date] = /^\[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$/.exec(heading) ?? [];
    return { name, date, text: lines.join("\n").trim() };
  });
}

/** Returns the URL of the repository in a `package.json`, as a browser opens it; undefined if it has none. */
export function repositoryUrl({ repository }: Release["manifest"]): string | undefined {
  const url = typeof repository === "string" ? repository : repository?.url;
  return url?.replace(/^git\+/, "").replace(/\.git$/, "");
}

/** Returns what is wrong in a release, each in one sentence with the file. */
export function problemsOf({ tag, manifest, changelog, citation }: Release): string[] {
  const { version } = manifest;
  const problems: string[] = [];
  if (tag !== `v${version}`)
    problems.push(`the tag is ${tag}, but package.json has the version ${version}: tag it v${version}.`);
  const repository = repositoryUrl(manifest);
  if (!repository?.startsWith("https://"))
    problems.push('package.json has no field "repository" with an https URL, which the provenance needs.');
  else if (citation["repository-code"] !== repository)
    problems.push(`CITATION.cff needs "repository-code: ${repository}", as package.json has it.`);

  const versions = versionsOf(changelog);
  const released = versions.find(({ name }) => name === version);
  if (!released?.date) problems.push(`CHANGELOG.md has no heading "## [${version}] - YYYY-MM-DD".`);
  else if (released.text === "") problems.push(`CHANGELOG.md says nothing about ${version}.`);
  if (versions.find(({ name }) => name === "Unreleased")?.text)
    problems.push(`CHANGELOG.md has entries under "Unreleased": move them to ${version}.`);

  if (citation.version !== version)
    problems.push(`CITATION.cff has the version ${citation.version}, package.json ${version}.`);
  if (released?.date && citation["date-released"] !== released.date)
    problems.push(`CITATION.cff needs "date-released: ${released.date}", as CHANGELOG.md has it.`);
  return problems;
}
