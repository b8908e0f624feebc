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

/** Returns a unique id for each name: `C`, `C++` and `++` become `c`, `c-2` and `tag`. */
export function anchors(names: readonly string[]): string[] {
  const unique = uniqueIds();
  return names.map((name) => unique(slug(name) || "tag"));
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
