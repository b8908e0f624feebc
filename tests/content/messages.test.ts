import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, page } from "../support/site.ts";

const test = suite("messages on posts and pages");

const fails = (name: string, files: Record<string, string>, ...messages: string[]): void =>
  void test(name, async () => {
    assert.equal(await failsToBuild(files, messages), []);
  });

const post = (frontMatter: string): string => `---\nlayout: post\ntags: posts\n${frontMatter}\n---\nText.\n`;

fails(
  "a post whose date is none",
  { "a.md": post("title: A\ndate: next Tuesday") },
  'field "date" in a.md must be a date such as 2024-03-05 or 2024-03-05 12:00, but it is "next Tuesday".',
);
fails(
  "an author whom the settings lack, with the one that was meant",
  {
    "eleventy.config.js": config({ title: "Hu", authors: { edwardhu: { name: "Edward Hu" } } }),
    "a.md": post("title: A\nauthor: edwadhu"),
  },
  'field "author" in a.md is "edwadhu", which the option "authors" does not have. Did you mean "edwardhu"?',
);
fails(
  "front matter of a wrong type in a post",
  { "a.md": post("title: A\nstar: maybe\nexternalLink: javascript:alert(1)") },
  'field "star" in a.md must be true or false, but it is "maybe".',
);
fails(
  "two pages with one address",
  { "a.md": page("A"), "b.md": "---\npermalink: /a/\n---\n" },
  'a.md and b.md have the same URL /a/. Give one of them another "permalink".',
);

test.run();
