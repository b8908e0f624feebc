import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("headings of groups in a text");

const lists = '{% publications "by year" %}\n\n{% publications "by year full" %}\n\n{% people %}';

test("no level is skipped, whatever stands before a list", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Lab", sections: { people: true } }),
    "publications.bib": "@article{a, title={A}, author={X, Y}, journal={J}, year=2020}\n",
    "people.yaml": "- name: Ada\n  group: Staff\n",
    "alone.md": page("Alone", lists),
    "below.md": page("Below", `## Works\n\n${lists}`),
    "between.md": page("Between", `${lists}\n\n## Works\n\n${lists}`),
  });
  const { code, output } = await site.buildInProcess();
  const levels = (name: string): string =>
    [...site.read(`${name}/index.html`).matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => level).join("");
  const all = ["alone", "below", "between"].map(levels);
  const closed = site.read("alone/index.html").match(/<h(\d)[\s>].*<\/h\1>/g);
  site.remove();
  assert.is(code, 0, output);
  assert.equal(all, ["1222", "12333", "12222333"]);
  assert.is(closed?.length, 4);
});

test.run();
