import type { EleventyConfig, HtmlNode, HtmlPage } from "./api.js";

/**
 * Registers a function that may change each `<img>` of a page, before the transform of `@11ty/eleventy-img` reads it.
 *
 * @param change - Called for one element after the other.
 */
export function changeImages(
  eleventyConfig: EleventyConfig,
  change: (image: HtmlNode, page: HtmlPage) => Promise<void>,
): void {
  eleventyConfig.htmlTransformer.addPosthtmlPlugin(
    "html",
    ({ page }) =>
      async (tree) => {
        const images: HtmlNode[] = [];
        tree.match({ tag: "img" }, (node) => {
          images.push(node);
          return node;
        });
        for (const image of images) await change(image, page);
        return tree;
      },
    // The priority of that transform is -1.
    { priority: 0 },
  );
}
