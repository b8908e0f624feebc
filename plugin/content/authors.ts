import type { Warn } from "../eleventy/warnings.js";
import type { PostAuthor } from "../options/author.js";
import type { Site } from "../options/site.js";
import { alternatives, IndigoError, suggestion, templateName } from "../utils/errors.js";
import type { Post } from "./post.js";

/**
 * Returns a function that finds the author of a post: the one that its front matter `author` names, else the site's owner,
 * with the site's image and bio. Several are one with all names.
 */
export function authorFinder(site: Site): (post: Post) => PostAuthor {
  const find = authorsFinder(site);
  return (post) => {
    const [first, ...others] = find(post);
    if (first && others.length === 0) return first;
    return { name: [first, ...others].map((author) => author?.name).join(", ") };
  };
}

/** Returns a function that finds the authors of a post, each as {@link authorFinder} does: at least one. */
export function authorsFinder(site: Site): (post: Pick<Post, "authors">) => PostAuthor[] {
  const owner: PostAuthor = {
    name: site.author.name,
    bio: site.bio,
    picture: site.picture,
    url: site.author.url,
    x: site.social.find(({ service }) => service === "x")?.account,
  };
  const hasAuthors = Object.keys(site.authors).length > 0;
  const find = (key: string): PostAuthor => {
    const author = Object.hasOwn(site.authors, key) ? site.authors[key] : undefined;
    // Without the option `authors`, `author` is a name, as in many themes.
    return author ?? (hasAuthors || key === owner.name ? owner : { name: key });
  };
  return ({ authors }) => (authors.length > 0 ? [...new Set(authors.map(find))] : [owner]);
}

/**
 * Ensures that the option `authors` has the authors of all posts. Jekyll does not require that, so a Jekyll site only gets
 * a warning.
 *
 * @throws IndigoError that names every post with an unknown author.
 */
export function validateAuthors(posts: readonly Post[], site: Site, warn: Warn): void {
  const keys = Object.keys(site.authors);
  if (keys.length === 0) return;
  const problems = posts.flatMap(({ authors, inputPath }) =>
    authors
      .filter((author) => !Object.hasOwn(site.authors, author))
      .map((author) => {
        const hint = suggestion(author, keys) || ` Known: ${alternatives(keys)}.`;
        const place = templateName(inputPath);
        return `field "author" in ${place} is "${author}", which the option "authors" does not have.${hint}`;
      }),
  );
  if (problems.length === 0) return;
  if (!site.jekyll) throw new IndigoError(...problems);
  for (const problem of problems) warn(problem);
}
