import type { Warn } from "../eleventy/warnings.js";
import type { PostAuthor } from "../options/author.js";
import type { Site } from "../options/site.js";
import { alternatives, IndigoError, suggestion, templateName } from "../utils/errors.js";
import { placeOfField } from "../utils/field-place.js";
import { withoutUndefined } from "../utils/records.js";
import type { Post } from "./post.js";
import type { WrittenAuthor } from "./written-authors.js";

/** An author of a post: what the options or the people of the site say of them, and what its front matter adds. */
export interface Author extends PostAuthor, Pick<WrittenAuthor, "parts" | "isEqual" | "isCorresponding"> {}

/** The people of the site, who may be authors of posts. */
export interface AuthorPeople {
  /** Returns one of them by id. */
  get(id: string): PostAuthor | undefined;
  readonly ids: readonly string[];
}

/** Returns a function that finds the author of a post as one: several have all names. */
export function authorFinder(authorsOf: (post: Post) => readonly Author[]): (post: Post) => Author {
  return (post) => {
    const [first, ...others] = authorsOf(post);
    if (first && others.length === 0) return first;
    return { name: [first, ...others].map((author) => author?.name).join(", ") };
  };
}

/**
 * Returns a function that finds the authors of a post: those that its front matter names, else the site's owner, with the site's
 * image and bio. They are at least one.
 */
export function authorsFinder(
  site: Site,
  people: AuthorPeople,
): (post: Pick<Post, "authors">) => readonly Author[] {
  const owner: Author = {
    name: site.author.name,
    bio: site.bio,
    picture: site.picture,
    url: site.author.url,
    x: site.social.find(({ service }) => service === "x")?.account,
  };
  const hasAuthors = Object.keys(site.authors).length > 0;
  const byName = new Map(Object.values(site.authors).map((author) => [author.name, author]));
  const known = (key: string): Author | undefined =>
    (Object.hasOwn(site.authors, key) ? site.authors[key] : undefined) ?? people.get(key) ?? byName.get(key);
  const find = ({ key = "", name, affiliations = [], ...more }: WrittenAuthor): Author => {
    const same = known(key);
    // Without the option `authors`, `author` is a name, as in many themes; with it, what has white space.
    const isOwner = key === owner.name || (hasAuthors && !hasSpace(key));
    const base = same ?? (name === undefined && isOwner ? owner : { name: key });
    const own = withoutUndefined({ name, ...more });
    if (Object.keys(own).length === 0 && affiliations.length === 0) return base;
    return { ...base, ...own, ...(affiliations.length > 0 && { affiliations: [...affiliations] }) };
  };
  return ({ authors }) => (authors.length > 0 ? [...new Set(authors.map(find))] : [owner]);
}

/** Returns whether a key may be a name. */
const hasSpace = (key: string): boolean => /\s/.test(key);

/**
 * Ensures that the authors whom posts name by a key are known: by the option `authors`, or among the people. Jekyll does not
 * require that, so a Jekyll site only gets a warning. Without the option, any name will do, and with it a name with white space,
 * of a guest; a key of a person that is misspelled is reported.
 *
 * @throws IndigoError that names every post with an unknown author.
 */
export function validateAuthors(posts: readonly Post[], site: Site, people: AuthorPeople, warn: Warn): void {
  const inOption = Object.keys(site.authors);
  const names = new Set(Object.values(site.authors).map(({ name }) => name));
  const ids = people.ids;
  const problems: string[] = [];
  for (const { authors, inputPath, data } of posts) {
    for (const { key, name } of authors) {
      if (key === undefined || Object.hasOwn(site.authors, key) || people.get(key) || names.has(key))
        continue;
      const near = suggestion(key, [...inOption, ...ids]);
      const field = data.author === undefined || data.author === null ? "authors" : "author";
      if (inOption.length > 0 && name === undefined && (near || !hasSpace(key))) {
        const where =
          ids.length > 0
            ? 'neither the option "authors" nor the people have'
            : 'the option "authors" does not have';
        problems.push(
          `field "${field}" in ${templateName(inputPath)} is "${key}", which ${where}.${near || ` Known: ${alternatives([...inOption, ...ids])}. Write a name as { name: ${JSON.stringify(key)} }.`}`,
        );
      } else if (near && name === undefined && !ids.includes(key) && /^\S+$/.test(key))
        warn(
          `field "${field}" in ${placeOfField(inputPath, field)} names "${key}", but no person has that id; it is shown as a name.${near}`,
        );
    }
  }
  if (problems.length === 0) return;
  if (!site.jekyll) throw new IndigoError(...problems);
  for (const problem of problems) warn(problem);
}
