import type { Warn } from "../eleventy/warnings.js";
import type { PostAuthor } from "../options/author.js";
import type { Site } from "../options/site.js";
import { alternatives, IndigoError, suggestion, templateName } from "../utils/errors.js";
import type { Post } from "./post.js";

/** Finds who wrote a post: the one whom its `author` calls, else the site's owner, with the site's picture and bio. */
export function authorFinder(site: Site): (post: Post) => PostAuthor {
  const owner: PostAuthor = {
    name: site.author.name,
    bio: site.bio,
    picture: site.picture,
    url: site.author.url,
    x: site.social.find(({ service }) => service === "x")?.account,
  };
  const hasAuthors = Object.keys(site.authors).length > 0;
  return ({ author: key }) => {
    if (key === undefined) return owner;
    const found = Object.hasOwn(site.authors, key) ? site.authors[key] : undefined;
    // Without a list of authors, `author` is a name, as many themes have it.
    return found ?? (hasAuthors || key === owner.name ? owner : { name: key });
  };
}

/**
 * Sees to it that the authors of posts are among the site's. A site of Jekyll's built without, so that there the author
 * is only told.
 *
 * @throws IndigoError that names every post whose author is not.
 */
export function validateAuthors(posts: readonly Post[], site: Site, warn: Warn): void {
  const known = Object.keys(site.authors);
  if (known.length === 0) return;
  const problems = posts.flatMap(({ author, inputPath }) => {
    if (author === undefined || Object.hasOwn(site.authors, author)) return [];
    const hint = suggestion(author, known) || ` Known: ${alternatives(known)}.`;
    const place = templateName(inputPath);
    return [`field "author" in ${place} names "${author}", whom "authors" lacks.${hint}`];
  });
  if (problems.length === 0) return;
  if (!site.jekyll) throw new IndigoError(...problems);
  for (const problem of problems) warn(problem);
}
