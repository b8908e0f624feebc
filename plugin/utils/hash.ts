import { createHash } from "node:crypto";

/** Returns ten hex digits by which contents are told apart, as in the names of files that may be cached for ever. */
export const shortHash = (content: string | Uint8Array): string => hashOf([content]);

/** Returns the same of several contents in a row. */
export function hashOf(contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 10);
}
