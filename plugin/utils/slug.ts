import { shortHash } from "./hash.js";

/**
 * Returns a text as a URL segment, like Jekyll's `slugify`: lower case, letters and digits of any script, hyphens for the
 * rest.
 *
 * @see https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter
 */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{M}\p{L}\p{Nd}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Returns the id of a name, which can also name a file: `c` for `C++`, `tag` for `++`. */
export const anchor = (name: string): string => fileName(slug(name) || "tag");

/** Returns a unique id for each name: `C`, `C++` and `++` become `c`, `c-2` and `tag`. See {@link anchor}. */
export function anchors(names: readonly string[]): string[] {
  const unique = uniqueIds();
  return names.map((name) => unique(anchor(name)));
}

/** Returns a function that makes ids different from each other: the second `c` becomes `c-2`. Its time is linear in their number. */
export function uniqueIds(): (id: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (base) => {
    let id = base;
    if (taken.has(id)) {
      let count = next.get(base) ?? 2;
      while (taken.has(`${base}-${count}`)) count += 1;
      next.set(base, count + 1);
      id = `${base}-${count}`;
    }
    taken.add(id);
    return id;
  };
}

/**
 * The longest name of a file or folder in bytes. File systems allow 255; the rest is for what other code adds, such as a number
 * or an extension.
 */
const maxNameBytes = 240;

const bytesOf = (text: string): number => Buffer.byteLength(text);

/**
 * Shortens a name from data that would be too long for a file: its start, and a hash of the whole name, so that different names
 * stay different. An extension stays. Other names do not change.
 *
 * @param name - One segment of a path, without slashes.
 */
export function fileName(name: string): string {
  if (bytesOf(name) <= maxNameBytes) return name;
  const extension = /\.\w{1,16}$/.exec(name)?.[0] ?? "";
  const end = `-${shortHash(name)}${extension}`;
  let bytes = bytesOf(end);
  let start = "";
  // Whole characters, percent-encoded ones too. No more than these can fit.
  const candidates = name.slice(0, Math.min(maxNameBytes, name.length - extension.length));
  for (const [character] of candidates.matchAll(
    /%[0-7][\da-f]|%[c-f][\da-f](?:%[89ab][\da-f])+|\P{M}\p{M}*|\p{M}+/giu,
  )) {
    bytes += bytesOf(character);
    if (bytes > maxNameBytes) break;
    start += character;
  }
  return `${start.replace(/[-.\s]+$/, "")}${end}`.replace(/^-/, "");
}
