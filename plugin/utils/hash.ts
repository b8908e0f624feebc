import { createHash } from "node:crypto";

/** Returns ten hex digits that identify a content, for the names of files that may be cached forever. */
export const shortHash = (content: string | Uint8Array): string => hashOf([content]);

/** Returns the hash of several contents in order; see {@link shortHash}. */
export function hashOf(contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 10);
}
