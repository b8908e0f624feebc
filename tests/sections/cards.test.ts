import { suite } from "uvu";
import * as assert from "uvu/assert";
import { focus, focusClasses } from "../../plugin/sections/focus.ts";
import { initials } from "../../plugin/sections/initials.ts";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("cards of people and projects");

test("initials are those of the first and the last word of a name, without titles and what follows it", () => {
  for (const [name, expected] of [
    ["Ada Lovelace", "AL"],
    ["Hypatia", "H"],
    ["J. Edgar Doe", "JD"],
    ["Prof. Dr. Emmy Noether", "EN"],
    ["Ada Lovelace, PhD", "AL"],
    ["Grace Hopper (she/her)", "GH"],
    ["Ludwig van der Berg Jr.", "LB"],
    ["élise du châtelet", "ÉC"],
    ["e\u0301lise", "E\u0301"],
    ["王小明", "王"],
    ["“Ada” Lovelace", "AL"],
    ["👩‍🔬", "👩"],
    ["Dr.", "D"],
    ["(unknown)", "("],
  ] as const)
    assert.is(initials(name, "en"), expected, name);
  assert.is(initials("ilker ışık", "tr"), "İI");
  assert.is(initials("ilker işık", "en"), "II");
});

test("a focus is a point as CSS has it, in classes of steps of 5 percent", () => {
  for (const [value, expected] of [
    ["top", "focus-y-0"],
    ["bottom", "focus-y-100"],
    [" Left ", "focus-x-0"],
    ["center", ""],
    ["center center", ""],
    ["right top", "focus-x-100 focus-y-0"],
    ["top right", "focus-x-100 focus-y-0"],
    ["center top", "focus-y-0"],
    ["top center", "focus-y-0"],
    ["50% 20%", "focus-y-20"],
    ["33.3% 51%", "focus-x-35"],
    ["left 98%", "focus-x-0 focus-y-100"],
    ["0% 100%", "focus-x-0 focus-y-100"],
  ] as const)
    assert.is(focusClasses(focus.parse(value)), expected, value);
  for (const value of [
    "",
    "20%",
    "top top",
    "left right",
    "top 20%",
    "20% left",
    "101% 0%",
    "-5% 0%",
    "1px 2px",
    "top left 5%",
    "up",
  ])
    assert.not.ok(focus.safeParse(value).success, value);
});

test("an invalid focus fails the build with its place", async () => {
  await failsToBuild(
    {
      "eleventy.config.js": config({ sections: { people: true, projects: true } }),
      "people.yaml": "- name: Ada\n  focus: upp\n",
      "projects.yaml": "- title: Engine\n  focus: 5px\n",
    },
    [
      'field "focus" of person "Ada" in people.yaml:2 must be a point such as "top", "left top" or "50% 20%", but it is "upp".',
      'field "focus" of project "Engine" in projects.yaml:2 must be a point such as "top", "left top" or "50% 20%", but it is "5px".',
    ],
  );
});

test("headings are kept if the partial of a card is the site's own and has none", async () => {
  const site = new Site({
    "eleventy.config.js": config({ sections: { people: true } }),
    "people.yaml":
      "- { name: Ada, role: Head }\n- { name: Alan, role: Students <b> }\n- { name: Grace, role: Students <b> }\n",
    "_includes/indigo/sections/person-entry.njk": "<li>OWN {{ entry.name }}</li>",
    "a.md": page("A", '{% people "Head" %}'),
  });
  try {
    await site.builtInProcess();
    const html = site.read("people/index.html").replaceAll(/\s*\n\s*/g, "");
    assert.match(html, '<h3 class="section-group">Head</h3></li><li>OWN Ada</li>');
    assert.match(
      html,
      '<h3 class="section-group">Students &lt;b&gt;</h3></li><li>OWN Alan</li><li>OWN Grace</li>',
    );
    assert.not.match(site.read("a/index.html"), "section-group");
  } finally {
    site.remove();
  }
});

test("initials replace a missing photo only where others have one", async () => {
  const site = new Site({
    "eleventy.config.js": config({ sections: { people: true } }),
    "people.yaml":
      "- { name: Ada Lovelace, role: Head, photo: ada.svg }\n- { name: Alan Turing, role: Student }\n- { name: Grace Hopper, role: Student }\n",
    "ada.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    "a.md": page("A", '{% people "Student" %}'),
  });
  try {
    await site.builtInProcess();
    const people = site.read("people/index.html");
    assert.equal(people.match(/<span class="selfie initials" aria-hidden="true">\w+<\/span>/g), [
      '<span class="selfie initials" aria-hidden="true">AT</span>',
      '<span class="selfie initials" aria-hidden="true">GH</span>',
    ]);
    assert.not.match(site.read("a/index.html"), "initials");
  } finally {
    site.remove();
  }
});

test.run();
