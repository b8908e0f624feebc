import path from "node:path";
import { fileURLToPath } from "node:url";
import indigo from "eleventy-plugin-indigo";
import { pictures } from "./site/gallery.js";
import { documentMarkdown } from "./site/markdown.js";
import { navigation } from "./site/pages.js";

// The documentation as a site: `npm run docs`. The pages are the Markdown files of this folder, which a repository host shows as
// well; so they have no front matter and no shortcodes.

/** The folder of the project, from that of this site. */
const project = path.relative(
  ".",
  path.dirname(fileURLToPath(import.meta.resolve("eleventy-plugin-indigo/package.json"))),
);

/** The URL of the published site; without it there are no canonical links and no sitemap. */
const url = process.env.DOCS_URL;

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, {
    title: "Indigo for Eleventy",
    bio: "A complete academic site from one plugin",
    description: "The Indigo theme for Eleventy: a complete academic site from one plugin.",
    ...(url && { url }),
    icon: "site/icon.svg",
    picture: "site/icon.svg",
    widths: { home: "large", page: "large", search: "large" },
    toc: "side",
    listHeader: "small",
    navigationStyle: "column",
    navigationCurrent: true,
    navigation,
    copyButtons: true,
    search: true,
  });
  eleventyConfig.setDataFileBaseName("docs");
  // Eleventy runs plugins in order, after the rest of the config: the rules of this one come first.
  eleventyConfig.addPlugin((config) => config.amendLibrary("md", documentMarkdown));
  if (pictures.length > 0) eleventyConfig.addPassthroughCopy("gallery");
  for (const file of [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "plugin/i18n/strings/en.ts",
    "styles/_tokens.scss",
  ])
    eleventyConfig.addPassthroughCopy({ [path.join(project, file)]: `source/${file}.txt` });
  return { markdownTemplateEngine: false };
}
