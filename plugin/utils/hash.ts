import { createHash } from "node:crypto";

/** Ten digits by which one content is told from another, as in the names of files that may be cached for ever. */
export const shortHash = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 10);
