import { hostFiles } from "../hosts.js";
import { ignoredByGit, packageName, sitePackage } from "../site-package.js";
import type { Answers } from "./questions.js";

/**
 * Returns the files of a new site: path in the site to content.
 *
 * @param day - The date of the first post, such as `2026-03-05`.
 * @param plugin - The npm package spec of the plugin; by default its own version.
 */
export function siteFiles(
  folder: string,
  answers: Answers,
  day: string,
  plugin: string | undefined,
): Record<string, string> {
  return {
    "package.json": `${JSON.stringify(sitePackage(folder, plugin), null, 2)}\n`,
    "eleventy.config.js": configFile(answers),
    "about.md": aboutPage(answers),
    "posts/posts.json": '{ "layout": "post", "tags": "posts" }\n',
    "posts/a-first-post.md": firstPost(day),
    "publications.bib": publications,
    ".gitignore": `${ignoredByGit.join("\n")}\n`,
    ...hostFiles(answers.host, packageName(folder)),
  };
}

function configFile({ title, bio, url, language }: Answers): string {
  // Search engines show a description, which is the bio if there is one.
  const description = bio === undefined ? about(title) : undefined;
  const options = Object.entries({
    ...{ title, bio, description, url },
    language: language === "en" ? undefined : language,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `    ${name}: ${JSON.stringify(value)},\n`)
    .join("");
  return `import indigo from "eleventy-plugin-indigo";

export default function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy("assets");
  eleventyConfig.addPlugin(indigo, {
${options}  });
}
`;
}

const about = (title: string): string => `About ${title}`;

const aboutPage = ({ title }: Answers): string => `---
title: About
layout: page
description: ${JSON.stringify(about(title))}
---
Write about yourself here, in Markdown. Put images and other files into the folder \`assets\`.
`;

const firstPost = (day: string): string => `---
title: A first post
date: ${day}
description: The files of this site
tags: [notes]
---
This is \`posts/a-first-post.md\`. Every file in this folder is a post.

## Other files

- \`about.md\` is the page about you.
- \`publications.bib\` has your publications in BibTeX, as your reference manager exports them.
- \`eleventy.config.js\` has the options of the theme.
`;

const publications = `An example entry: replace it by your own.

@article{lovelace1843notes,
  title = {Notes by the Translator on: Sketch of the Analytical Engine Invented by Charles Babbage},
  author = {Lovelace, Ada},
  journal = {Taylor's Scientific Memoirs},
  volume = {3},
  pages = {666--731},
  year = {1843},
  url = {https://en.wikisource.org/wiki/Scientific_Memoirs/3/Sketch_of_the_Analytical_Engine_invented_by_Charles_Babbage,_Esq.}
}
`;
