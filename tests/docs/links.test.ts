import { existsSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { doc, docs, projectFiles, withoutFences } from "../support/docs.ts";
import { root } from "../support/site.ts";

const test = suite("links of the documentation");

/** A text without fences and inline code, in which nothing is a link. */
const prose = (text: string): string =>
  withoutFences(text).replaceAll(/(`+).+?\1/g, (code) => " ".repeat(code.length));

/** The ids that GitHub gives headings. @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links */
const anchorsOf = (text: string): string[] =>
  [...withoutFences(text).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

const linksOf = (text: string): string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

test("each relative link leads to a file, and each anchor to a heading", () => {
  const broken: string[] = [];
  let count = 0;
  for (const [name, text] of Object.entries({ ...docs, ...projectFiles })) {
    for (const target of linksOf(text)) {
      if (/^[a-z]+:/.test(target)) continue;
      count += 1;
      const [file = "", anchor] = target.split("#");
      const to = file === "" ? name : path.posix.join(path.posix.dirname(name), file);
      if (path.posix.isAbsolute(file) || !existsSync(path.join(root, to))) broken.push(`${name}: ${target}`);
      else if (anchor !== undefined && !anchorsOf(doc(to)).includes(anchor))
        broken.push(`${name}: ${target}`);
    }
  }
  assert.equal(broken, []);
  assert.ok(count > 60, "the links are found");
});

test("headings of a document have ids of their own", () => {
  for (const [name, text] of Object.entries(docs)) {
    const ids = anchorsOf(text);
    assert.is(new Set(ids).size, ids.length, name);
  }
});

test("the README links each document, and each document is of one topic", () => {
  const links = linksOf(doc("README.md"));
  for (const [name, text] of Object.entries(docs)) {
    if (name !== "README.md") assert.ok(links.includes(name), `the README does not link ${name}`);
    assert.is(prose(text).match(/^# .+$/gm)?.length, 1, name);
  }
});

test("a document that lists its parts lists all of them, in order", () => {
  for (const [name, text] of Object.entries({ ...docs, ...projectFiles })) {
    const list = [...text.matchAll(/^- \[(.+)\]\((#.+)\)$/gm)].map(([, title]) => title);
    if (list.length === 0) continue;
    const titles = [...withoutFences(text).matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    assert.equal(list, titles, name);
  }
});

test("the README has at most 220 lines", () => {
  assert.ok(doc("README.md").trimEnd().split("\n").length <= 220);
});

test.run();
