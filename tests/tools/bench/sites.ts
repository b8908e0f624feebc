import { config, Site } from "../../support/site.ts";
import { hugoTheme, jekyllTheme } from "./other-themes.ts";

/**
 * A kind of site: Eleventy alone, with the plugin, and with the plugin on a Jekyll site; Jekyll and Hugo themselves, each with
 * a small theme of the same pages.
 */
export type Kind = "bare" | "plugin" | "from jekyll" | "Jekyll" | "Hugo";

/** Returns whether a kind has the file structure of Jekyll. */
const hasJekyllFiles = (kind: Kind): boolean => kind === "from jekyll" || kind === "Jekyll";

/** Creates a site with so many posts, the same ones for every kind and in every run. */
export function makeSite(kind: Kind, posts: number): Site {
  const site = new Site(settings[kind]());
  const random = generator(posts);
  for (let at = 0; at < posts; at += 1) site.write(postFile(kind, at, random));
  site.link();
  return site;
}

const author = { name: "Edward Hu", bio: "A researcher who likes noodles" };
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>';

/** The files of each kind of site, without posts. As many features as possible are on. */
const settings: Record<Kind, () => Record<string, string>> = {
  bare: () => ({
    "eleventy.config.js": "export default function () {}\n",
    "_includes/post.liquid": "<title>{{ title }}</title>{{ content }}\n",
    "posts/posts.json": JSON.stringify({ layout: "post.liquid", tags: "posts" }),
  }),
  plugin: () => ({
    "eleventy.config.js": config({
      title: "Edward Hu",
      bio: "A research scientist",
      description: "Research on language models",
      url: "https://example.org",
      timeZone: "America/Montreal",
      picture: "assets/me.svg",
      authors: { edwardhu: { ...author, picture: "assets/me.svg", x: "edwardhu" } },
      social: { github: "edwardjhu", email: "edward@example.org", x: "edwardhu" },
    }),
    "assets/me.svg": picture,
    "posts/posts.json": JSON.stringify({ layout: "post", tags: "posts" }),
  }),
  "from jekyll": () => ({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "assets/me.svg": picture,
    "_config.yml": indigoConfig,
  }),
  Jekyll: () => ({ ...jekyllTheme, "assets/me.svg": picture }),
  Hugo: () => ({ ...hugoTheme, "static/assets/me.svg": picture }),
};

const indigoConfig = `title: Edward Hu
bio: A research scientist
description: Research on language models
external-image: false
picture: assets/me.svg
picture_hd: assets/me.svg
dark-theme: auto
resume: true
resume-external: true
resume-url: https://example.org/resume.pdf
url: https://example.org
permalink: /:title/
timezone: America/Montreal
lang: en
facebook: edwardhu
twitter: edwardhu
instagram: edwardhu
linkedin: edwardhu
github: edwardjhu
email: edward@example.org
analytics-google: G-ABCDEF1234
disqus: { shortname: edwardhu, categories: [blog] }
authors:
  edwardhu: { name: ${author.name}, bio: ${author.bio}, picture: assets/me.svg, twitter: edwardhu }
width: normal
projects: true
about: true
blog: true
read-time: true
show-tags: true
related: true
post-advance-links: [blog, project]
show-author: true
animation: true
defaults:
  - scope: { path: "" }
    values: { hidden: false }
`;

type Random = () => number;

/** Creates a random generator for numbers from 0 to 1 with a constant seed (mulberry32). */
function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const numbers = (length: number): number[] => Array.from({ length }, (_, at) => at);
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

const syllables = "ba de ki lo mu na per ri sta ten vo wi".split(" ");
const lexicon = syllables.flatMap((first) => syllables.map((second) => `${first}${second}`));
const tags = numbers(60).map((at) => `topic ${lexicon[at]}`);

const words = (random: Random, count: number): string =>
  numbers(count)
    .map(() => pick(random, lexicon))
    .join(" ");

function sentence(random: Random, count: number): string {
  const text = words(random, count);
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

/** Returns about a hundred words with emphasis and a link. */
const paragraph = (random: Random): string =>
  `${sentence(random, 16)} ${sentence(random, 12)} *${words(random, 2)}* and **${words(random, 2)}**, ` +
  `[${words(random, 2)}](https://example.org/${words(random, 1)}). ${sentence(random, 18)}`;

const code = (at: number): string => `\`\`\`js
// Post ${at}
export function area(width, height = ${at}) {
  const text = "square";
  return { text, value: width * height };
}
\`\`\``;

/** Returns a post of about 300 words with three tags, three headings and a list; every tenth has a code block. */
function postFile(kind: Kind, at: number, random: Random): Record<string, string> {
  const day = new Date(Date.UTC(2000, 0, 1) + (at % 9000) * 86_400_000).toISOString().slice(0, 10);
  const slug = `post-${at}`;
  const first = Math.floor(random() * tags.length);
  const data = {
    title: sentence(random, 5).slice(0, -1),
    date: day,
    description: sentence(random, 10),
    tags: [0, 7, 19].map((step) => tags[(first + step) % tags.length]),
    category: at % 20 === 0 ? "project" : "blog",
    projects: at % 20 === 0,
    author: "edwardhu",
    ...(hasJekyllFiles(kind) && { layout: "post" }),
    ...(kind === "Hugo" && { url: `/${slug}/` }),
  };
  const frontMatter = Object.entries(data).map(([key, value]) =>
    key === "date" ? `date: ${day}` : `${key}: ${JSON.stringify(value)}`,
  );
  const sections = numbers(3).map(
    () => `## ${sentence(random, 4).slice(0, -1)}\n\n${paragraph(random)}\n\n${sentence(random, 20)}`,
  );
  const list = numbers(5)
    .map(() => `- ${words(random, 6)}`)
    .join("\n");
  const body = [...sections, list, ...(at % 10 === 0 ? [code(at)] : [])].join("\n\n");
  const name = hasJekyllFiles(kind) ? `_posts/${day}-${slug}.md` : `posts/${slug}.md`;
  const file = kind === "Hugo" ? `content/${name}` : name;
  return { [file]: `---\n${frontMatter.join("\n")}\n---\n\n${body}\n` };
}
