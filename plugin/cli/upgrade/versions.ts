const pattern = /^(\d+)\.(\d+)\.(\d+)(?:-([\w.-]+))?(?:\+[\w.-]+)?$/;

/** Returns whether a text is a version, such as `0.2.0` or `1.0.0-rc.1`. */
export const isVersion = (text: string): boolean => pattern.test(text);

/**
 * Compares two versions: negative if the first is older, positive if it is newer. A prerelease is older than its release.
 *
 * @see https://semver.org/#spec-item-11
 */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  for (const [index, number] of first.numbers.entries()) {
    const difference = number - (second.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrereleases(first.prerelease, second.prerelease);
}

function partsOf(version: string): { numbers: number[]; prerelease: string[] } {
  const [, major, minor, patch, prerelease] = pattern.exec(version) ?? [];
  return {
    numbers: [major, minor, patch].map((part) => Number(part ?? 0)),
    prerelease: prerelease === undefined ? [] : prerelease.split("."),
  };
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [isNumber, isOtherNumber] = [/^\d+$/.test(part), /^\d+$/.test(other)];
    if (isNumber && isOtherNumber) return Number(part) - Number(other);
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    return part < other ? -1 : 1;
  }
  return a.length - b.length;
}

/**
 * Returns the range of a new version in the style of the old one: exact if it was exact, `~` if it had that, else `^`.
 *
 * @param declared - The range in the site's package.json.
 */
export function rangeLike(declared: string, version: string): string {
  if (isVersion(declared)) return version;
  return `${declared.startsWith("~") ? "~" : "^"}${version}`;
}
