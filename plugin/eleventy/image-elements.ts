import type { EleventyConfig, HtmlNode, HtmlPage } from "./api.js";

/**
 * Lets a function change each `<img>` of a page's HTML, before the transform of `@11ty/eleventy-img` reads it.
 *
 * @param change - Takes the element and its page, one after the other.
 */
export function changeImages(
  eleventyConfig: EleventyConfig,
  change: (image: HtmlNode, page: HtmlPage) => Promise<void>,
): void {
  eleventyConfig.htmlTransformer.addPosthtmlPlugin(
    "html",
    ({ page }) =>
      async (tree) => {
        const found: HtmlNode[] = [];
        tree.match({ tag: "img" }, (node) => {
          found.push(node);
          return node;
        });
        for (const image of found) await change(image, page);
        return tree;
      },
    // The priority of that transform is -1.
    { priority: 0 },
  );
}
