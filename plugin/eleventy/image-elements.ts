import type { EleventyConfig, HtmlNode, HtmlPage } from "./api.js";

type Visit = (image: HtmlNode, page: HtmlPage) => Promise<void>;

/** The priority of the transform of `@11ty/eleventy-img`; what has a higher one runs before it. */
const transformPriority = -1;

/** Registers a function that may change each `<img>` of a page, before the transform of `@11ty/eleventy-img` reads it. */
export const changeImages = (eleventyConfig: EleventyConfig, change: Visit): void =>
  visitImages(eleventyConfig, change, transformPriority + 1);

/** Registers a function for each element that was an `<img>` and still is one after that transform. */
export const checkImages = (eleventyConfig: EleventyConfig, check: Visit): void =>
  visitImages(eleventyConfig, check, transformPriority - 1);

/** Calls a function for one image after the other. */
function visitImages(eleventyConfig: EleventyConfig, visit: Visit, priority: number): void {
  eleventyConfig.htmlTransformer.addPosthtmlPlugin(
    "html",
    ({ page }) =>
      async (tree) => {
        const images: HtmlNode[] = [];
        tree.match({ tag: "img" }, (node) => {
          images.push(node);
          return node;
        });
        for (const image of images) await visit(image, page);
        return tree;
      },
    { priority },
  );
}
