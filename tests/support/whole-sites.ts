import { readFileSync } from "node:fs";
import path from "node:path";
import { sectionsSite } from "./sections-site.ts";
import { config, page, root, Site } from "./site.ts";

/** The site of a research group: in Arabic, right-to-left, under `/lab/`, with colors of its own and every section. */
export const researchGroup = (): Site => Site.copyOf("tests/fixtures/research-group");

const writing = `---
title: Everything that text can be
description: Formulas, callouts, footnotes, figures, code and tables
date: 2024-06-01
tags: [writing, engines]
author: ada
star: true
headerImage: true
image: /assets/curve.svg
comments: false
---

The energy of a state is $E = -\\sum_{i<j} J_{ij} s_i s_j$, and its weight follows[^1].

## Formulas

$$
Z = \\sum_{s} \\exp\\left(-\\beta E(s)\\right), \\qquad \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
$$

A long one scrolls rather than being wider than a telephone:

$$
a_0 + a_1 x + a_2 x^2 + a_3 x^3 + a_4 x^4 + a_5 x^5 + a_6 x^6 + a_7 x^7 + a_8 x^8 + a_9 x^9 + a_{10} x^{10} + a_{11} x^{11} + a_{12} x^{12}
$$

### Code

\`\`\`ts
export const mean = (all: number[]): number => all.reduce((a, b) => a + b, 0) / all.length; // of some numbers
\`\`\`

## Callouts

> [!NOTE]
> With \`code\` and a [link](https://example.org/).

> [!TIP]
> A tip.

> [!IMPORTANT]
> What matters.

> [!WARNING]
> Beware.

{% callout "caution", "A title of its own" %}
From a shortcode.
{% endcallout %}

## Figures and tables

![A curve that falls and then stays level](/assets/curve.svg "The longer the context, the fewer bits")

| left | centre | right |
| :--- | :---: | ---: |
| one | two | 3 |
| four | five | 66 |

| a | table | of | more | columns | than | a | telephone | has | room | for | at | once |
| - | - | - | - | - | - | - | - | - | - | - | - | - |
| 1000000 | 1000000 | 1000000 | 1000000 | 1000000 | 1000000 | 1000000 | 1000000 | 1000000 | 1000000 | 1000000 | 1000000 | 1 |

{% evidence %}These words are marked{% endevidence %}, {% spoiler %}these are covered{% endspoiler %}.

{% breaker %}

{% sideBySide %}
{% left %}
One column.
{% endleft %}
{% right %}
And the other.
{% endright %}
{% endsideBySide %}

[^1]: Boltzmann's, that is.
`;

const about = `![The lab](/assets/ada.svg)

We have a room full of gears.

## Selected publications

{% publications "selected" %}

{% publicationChart %}

## Latest

{% news 2 %}

## Students

{% people "PhD students" %}

{% cv "Education" %}

## Courses

{% teaching "Fall 2024" %}

{% talks "limit 1" %}

{% projects "limit 2" %}
`;

/** A site in English, left-to-right, in Indigo's colors, with every section and every page that the theme generates. */
export const everything = (): Site =>
  Site.copyOf("example-site").write({
    ...sectionsSite,
    "eleventy.config.js": config(
      {
        title: "Analytical Lab",
        bio: "A group that computes",
        description: "A group that studies engines of every kind.",
        url: "https://example.org",
        timeZone: "Europe/London",
        picture: "assets/ada.svg",
        author: { name: "Ada Lovelace", names: ["Edward Hu"], email: "ada@example.org" },
        themeSwitch: true,
        copyButtons: true,
        citePosts: true,
        pages: { llms: true },
        animation: true,
        resume: "assets/notes.pdf",
        sections: { news: true, talks: true, teaching: true, people: true, projects: true, cv: true },
        social: {
          email: "ada@example.org",
          github: "ada",
          mastodon: "@ada@mastodon.social",
          bluesky: "ada.bsky.social",
          googleScholar: "aBcDeFgAAAAJ",
          orcid: "0000-0002-1825-0097",
          arxiv: "lovelace_a_1",
          dblp: "65/9612-1",
          stackOverflow: "1234",
          rss: true,
        },
        postsPerPage: 3,
        authors: {
          ada: { name: "Ada Lovelace", bio: "Writes programs", picture: "assets/ada.svg" },
          edward: { name: "Edward Hu" },
          indigo: { name: "The Indigo maintainers", url: "https://github.com/sergiokopplin/indigo" },
        },
        share: ["x", "facebook", "linkedin", "bluesky", "mastodon", "email"],
        toc: true,
        search: true,
      },
      'eleventyConfig.addPassthroughCopy("assets");',
    ),
    "about.md": page("About", about),
    "cv.json": readFileSync(path.join(root, "tests/fixtures/resume/full.json"), "utf8"),
    "join.md": "---\ntitle: Join us\nlayout: page\nnav: true\n---\nWrite to us.\n",
    "posts/writing.md": writing,
  });

/** A site with no option but its title. */
export const bare = (): Site =>
  new Site({
    "eleventy.config.js": config({ title: "Ada Lovelace" }),
    "index.md": page("Home", "I write about *engines*.", "home"),
    "about.md": page("About", "A page with a [link](/) and $x^2$.\n\n| a | b |\n| :-: | --: |\n| 1 | 2 |"),
    "first.md":
      "---\ntitle: The first post\ndate: 2024-03-05\nlayout: post\ntags: [posts, engines]\nprojects: true\n---\nWords.\n",
    "second.md":
      "---\ntitle: The second post\ndate: 2024-04-05\nlayout: post\ntags: [posts, engines]\n---\nMore.\n",
    "publications.yaml": "- { id: notes, title: Notes, venue: Memoirs, year: 1843 }\n",
  });

/** Matches pages of which one is enough: publications, people, posts of example-site, lists in another language. */
const similarPages =
  /^(publications\/|blog\/|people\/|(?=[^/]+-)|en\/(?=(?:talks|teaching|projects|search|tags|blog)\/))[^/]/;

/** Returns the URL paths of a site's pages, but only the first of similar pages. */
export function sample(urls: readonly string[]): string[] {
  const shown = new Set<string>();
  return urls.filter((url) => {
    const [, folder] = similarPages.exec(url) ?? [];
    if (folder === undefined) return true;
    if (shown.has(folder)) return false;
    shown.add(folder);
    return true;
  });
}
