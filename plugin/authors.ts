import type { EleventyConfig } from "./eleventy.js";
import { alternatives, IndigoError, suggestion } from "./errors.js";
import type { Post } from "./post.js";
import type { PostAuthor } from "./schemas/author.js";
import type { Site } from "./site.js";

/**
 * Finds who wrote a post: the one whom its `author` calls, else the site's author with the site's picture and bio.
 * A name that `authors` lacks fails the build, but for a site of Jekyll's, which built with it: there the author is told.
 */
export function authorFinder(eleventyConfig: EleventyConfig, site: Site): (post: Post) => PostAuthor {
  const owner: PostAuthor = {
    name: site.author.name,
    bio: site.bio,
    picture: site.picture,
    url: site.author.url,
    x: site.social.find(({ icon }) => icon === "x")?.account,
  };
  const known = Object.keys(site.authors);
  const told = new Set<string>();
  eleventyConfig.on("eleventy.before", () => told.clear());
  return ({ author: key, inputPath }) => {
    if (key === undefined) return owner;
    const found = site.authors[key];
    if (found) return found;
    // Without a list of authors, `author` is a name, as many themes have it.
    if (known.length === 0) return key === owner.name ? owner : { name: key };
    const place = inputPath.replace(/^\.\//, "");
    const hint = suggestion(key, known) || ` Known: ${alternatives(known)}.`;
    const problem = `field "author" in ${place} names "${key}", whom "authors" lacks.${hint}`;
    if (!site.jekyll) throw new IndigoError(problem);
    if (!told.has(inputPath)) eleventyConfig.logger.log(`indigo: ${problem}`);
    told.add(inputPath);
    return owner;
  };
}
