/** What the codes of system errors mean to the user. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "you have no permission",
  EBUSY: "another program uses it",
  EDQUOT: "your disk quota is used up",
  EEXIST: "another program has created it meanwhile",
  EFBIG: "it is larger than a file may be",
  EIO: "the disk reports an error",
  ELOOP: "its symbolic links form a loop",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ENFILE: "too many files are open",
  ENOENT: "it does not exist",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is not a folder",
  ENOTEMPTY: "its folder is not empty",
  EPERM: "the system does not permit it",
  EROFS: "the disk is read-only",
};

/**
 * Returns the reason of a system error with its code, such as `the disk is full (ENOSPC)`; undefined for any other error.
 *
 * @see https://nodejs.org/api/errors.html#common-system-errors
 */
export function systemReason(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (!code || !syscall) return undefined;
  return reasons[code] ? `${reasons[code]} (${code})` : code;
}
