import { slug } from "../utils/slug.js";

/** The longest key that is made from a title, in characters. */
const maxLength = 60;

/** Makes a key for an entry without one from the words of its title: whole words, in lower case, with hyphens. */
export function keyFromText(title: string): string {
  const words = slug(title.slice(0, 500));
  return words.length > maxLength ? words.slice(0, maxLength).replace(/-[^-]*$/, "") : words;
}
