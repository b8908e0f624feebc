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
  const taken = new Set<string>();
  return names.map((name) => {
    const base = slug(name) || "tag";
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
    taken.add(id);
    return id;
  });
}
