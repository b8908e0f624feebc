const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/gm;

/**
 * Replaces the markers of a merge conflict by blanks, so that the entries of both versions are read and positions stay.
 *
 * @returns The text, and the position of the first marker; negative if there is none.
 * @see https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
 */
export function withoutConflicts(source: string): { source: string; conflict: number } {
  const conflict = source.startsWith("<<<<<<<") ? 0 : source.indexOf("\n<<<<<<<") + 1 || -1;
  if (conflict < 0) return { source, conflict };
  return { source: source.replace(marker, (line) => " ".repeat(line.length)), conflict };
}
