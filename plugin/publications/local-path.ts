/**
 * Returns whether a value names a file of somebody's computer, which tells its user's name and leads nowhere on the web:
 * `file:///…`, `C:\\…`, `\\\\server\\…`, `~/…`, `/home/ada/…`, `/Users/ada/…`. In BibTeX of reference managers, backslashes and
 * colons are escaped.
 */
export const isLocalPath = (value: string): boolean =>
  /^\s*(?::?[a-z](?:\\)?:(?:\\|\/(?!\/))|\\\\|file:|~\/|\/(?:home|users|volumes|media|mnt)\/[^/]+\/.)/i.test(
    value,
  );
