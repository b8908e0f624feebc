import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isPageField, pageFieldNames } from "../../plugin/content/page-fields.ts";
import { config, Site } from "../support/site.ts";

const test = suite("front matter of a section's pages");

/** A page of a person with each field that the theme or Eleventy reads on any page. */
const ada = `---
name: Ada Lovelace
role: Head
layout: page
title: Ada
description: The first programmer
image: assets/ada.svg
shareImage: false
pageClass: person
nav: { label: Ada, order: 2 }
showHeader: false
width: large
toc: true
footnotes: side
numberSections: true
numberEquations: false
shareTheoremNumbers: true
search: false
home: false
lang: fr
translationKey: ada
citationStyle: ieee
references: works.bib
people: []
projects: []
talks: []
publications: []
posts: []
sitemap: false
date: 2024-01-01
permalink: /ada/
tags: [people]
draft: false
updated: 2024-05-03
redirectFrom: /old/ada/
eleventyExcludeFromCollections: false
eleventyComputed: {}
star: true
categories: [lab]
series: People
author: ada
citation: true
---
Text.
`;

async function warningsOf(page: string): Promise<string[]> {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Lab",
      url: "https://lab.example.org",
      sections: { people: true },
    }),
    "people/ada.md": page,
    "people/works.bib": "@book{notes, title={Notes}, author={Lovelace, Ada}, year=1843}\n",
    "assets/ada.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    return output.split("\n").filter((line) => line.startsWith("indigo:"));
  } finally {
    site.remove();
  }
}

test("fields of any page give no hint, all in one page and each by itself", async () => {
  const fields = [...ada.matchAll(/^(\w+):/gm)].map(([, name = ""]) => name);
  for (const name of pageFieldNames.filter((each) => each !== "section"))
    assert.ok(fields.includes(name), name);
  assert.equal(await warningsOf(ada), []);
  assert.equal(await warningsOf("---\nname: Ada\nnav: true\ntoc: true\n---\n"), []);
});

test("a slip in a field still gives a hint with the name that was meant", async () => {
  const [warning, ...others] = await warningsOf("---\nname: Ada\nrol: Head\n---\n");
  assert.match(warning ?? "", 'field "rol" in people/ada.md:3');
  assert.match(warning ?? "", 'Did you mean "role"?');
  assert.equal(others, []);
  for (const name of ["nmae", "rol", "tilte", "pageclass"]) assert.not.ok(isPageField(name), name);
});

test.run();
