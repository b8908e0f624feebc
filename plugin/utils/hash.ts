import { createHash } from "node:crypto";

/** Returns ten hex digits that identify a content, for the names of files that may be cached forever. */
export const shortHash = (content: string | Uint8Array): string => hashOf([content]);

/** Returns the hash of several contents in order; see {@link shortHash}. */
export const hashOf = (contents: readonly (string | Uint8Array)[]): string => sha256(contents).slice(0, 10);

/** Returns 32 hex digits that identify several contents in order, for what is looked up by nothing but its hash. */
export const longHash = (...contents: readonly (string | Uint8Array)[]): string =>
  sha256(contents).slice(0, 32);

function sha256(contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex");
}
