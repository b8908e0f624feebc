import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cli } from "../support/cli.ts";
import { config, page, Site } from "../support/site.ts";
import { groupsOf } from "./lab.ts";

const test = suite("warnings about connections");

const options = { title: "Lab", sections: { people: true, projects: { pages: true }, talks: true } };

const files: Record<string, string> = {
  "eleventy.config.js": config(options),
  "index.md": page("Home", "", "home"),
  "people/ada.md": "---\nname: Ada Bell\n---\n",
  "projects.yaml": "- { title: Rome }\n",
  "talks.yaml": "- { title: On roads, year: 2020 }\n",
  "publications.bib": "@article{roads, title={Roads}, author={Eve, Carl}, journal={J}, year=2022}\n",
  "posts/first.md": "---\ntitle: First\nlayout: post\ntags: posts\ndate: 2024-01-01\n---\n",
};

async function warningsOf(changed: Record<string, string>, use?: (site: Site) => void): Promise<string[]> {
  const site = new Site({ ...files, ...changed });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    use?.(site);
    return output
      .split("\n")
      .filter((line) => line.startsWith("indigo:"))
      .map((line) => line.replace("indigo: ", ""));
  } finally {
    site.remove();
  }
}

const cases: Record<string, { files: Record<string, string>; warnings: string[] }> = {
  "an id that no project has, on a page": {
    files: { "people/ada.md": "---\nname: Ada Bell\nprojects: [rme, rome]\n---\n" },
    warnings: [
      'field "projects" in people/ada.md:3 names "rme", but no project has that id. Did you mean "rome"?',
    ],
  },
  "a person that is nobody, by a name": {
    files: { "projects.yaml": "- title: Rome\n  people:\n    - Ada Bell\n    - Zoe\n" },
    warnings: [
      'field "people" of project "Rome" in projects.yaml:3 names "Ada Bell", but no person has that id. Did you mean "ada"?',
      'field "people" of project "Rome" in projects.yaml:3 names "Zoe", but no person has that id.',
    ],
  },
  "a publication and a post that are not there": {
    files: { "talks.yaml": "- title: On roads\n  year: 2020\n  publication: raods\n  posts: frist\n" },
    warnings: [
      'field "posts" of talk "On roads" in talks.yaml:4 names "frist", but no post has that id. Did you mean "first"?',
      'field "publication" of talk "On roads" in talks.yaml:3 names "raods", but no publication has that id. Did you mean "roads"?',
    ],
  },
  "a field of a .bib file": {
    files: {
      "publications.bib":
        "@article{roads, title={Roads}, author={Eve, Carl}, journal={J}, year=2022,\n  projects = {rom, rome},\n}\n",
    },
    warnings: [
      'field "projects" of publication "roads" in publications.bib:2 names "rom", but no project has that id. Did you mean "rome"?',
    ],
  },
  "wrong types; the ids among them count": {
    files: {
      "people/ada.md":
        "---\nname: Ada Bell\nprojects: [{ id: rome }, rome]\ntalks: { a: 1 }\nid: [ada]\n---\n",
    },
    warnings: [
      'field "id" in people/ada.md:5 must be a text without a comma, but it is ["ada"]; it has no effect.',
      'field "projects" in people/ada.md:3 must be an id, a list of ids, or ids separated by commas, such as "rome, seeds", but it is [{"id":"rome"},"rome"]; what is no id is left out.',
      'field "talks" in people/ada.md:4 must be an id, a list of ids, or ids separated by commas, such as "rome, seeds", but it is {"a":1}; what is no id is left out.',
    ],
  },
  "two entries with one id": {
    files: { "projects.yaml": "- { title: Rome, id: r }\n- { title: Rome again, id: r, people: ada }\n" },
    warnings: [
      'field "id" of project "Rome again" in projects.yaml:2 is "r", as field "id" of project "Rome" in projects.yaml:1; the first counts.',
    ],
  },
  "two entries with one name are no mistake": {
    files: { "talks.yaml": "- { title: On roads, year: 2020 }\n- { title: On roads, year: 2021 }\n" },
    warnings: [],
  },
  "a name that several posts have": {
    files: {
      "old/first.md": "---\ntitle: Old\nlayout: post\ntags: posts\ndate: 2020-01-01\n---\n",
      "people/ada.md": "---\nname: Ada Bell\nposts: first\n---\n",
    },
    warnings: [
      'field "posts" in people/ada.md:3 names "first", which several posts are called; the first counts. Name one by its URL: /posts/first/ and /old/first/.',
    ],
  },
  "an unknown id in a post": {
    files: {
      "posts/first.md":
        "---\ntitle: First\nlayout: post\ntags: posts\ndate: 2024-01-01\nprojects: [rme]\n---\n",
    },
    warnings: [
      'field "projects" in posts/first.md:6 names "rme", but no project has that id. Did you mean "rome"?',
    ],
  },
  "other things under these names in posts, as in Indigo and other themes": {
    files: {
      "posts/first.md":
        "---\ntitle: First\nlayout: post\ntags: posts\ndate: 2024-01-01\nprojects: true\npeople: { name: Zoe }\ntalks: [{ title: A }]\n---\n",
    },
    warnings: [],
  },
  "a section that is off, in an entry": {
    files: {
      "eleventy.config.js": config({ title: "Lab", sections: { people: true } }),
      "people/ada.md": "---\nname: Ada Bell\nprojects: rome\n---\n",
    },
    warnings: [
      'field "projects" in people/ada.md:3 names "rome", but no project has that id. The option "sections.projects" in eleventy.config.js is off.',
    ],
  },
  "a section that is off, in a post": {
    files: {
      "eleventy.config.js": config({ title: "Lab" }),
      "posts/first.md":
        "---\ntitle: First\nlayout: post\ntags: posts\ndate: 2024-01-01\nprojects: [rome]\npeople: Zoe\n---\n",
    },
    warnings: [],
  },
  "things that name each other, and themselves": {
    files: {
      "people/ada.md": "---\nname: Ada Bell\nprojects: rome\npeople: ada\n---\n",
      "projects.yaml": "- { title: Rome, people: [ada, ada], projects: rome }\n",
    },
    warnings: [],
  },
};

for (const [name, { files: changed, warnings }] of Object.entries(cases))
  test(name, async () => {
    assert.equal((await warningsOf(changed)).toSorted(), warnings.toSorted());
  });

test("what a warning is about is all that is lost", async () => {
  const { files: changed = {} } = cases["wrong types; the ids among them count"] ?? {};
  await warningsOf(changed, (site) => {
    assert.equal(groupsOf(site.read("people/ada/index.html")), { Projects: ["Rome"] });
    assert.equal(groupsOf(site.read("projects/rome/index.html")), { People: ["Ada Bell"] });
  });
});

test("a post of another theme does not flood the log", async () => {
  const words = Array.from({ length: 50 }, (_, at) => `word${at}`).join(", ");
  const post = `---\ntitle: First\nlayout: post\ntags: posts\ndate: 2024-01-01\npeople: ${words}\n---\n`;
  assert.is((await warningsOf({ "posts/first.md": post })).length, 20);
});

test("`check` lists what is unknown", async () => {
  const site = new Site({ ...files, "people/ada.md": "---\nname: Ada Bell\nprojects: [rme]\n---\n" });
  site.link();
  try {
    const { code, output } = await cli(site.folder, ["check"]);
    assert.is(code, 1, output);
    assert.match(output, 'field "projects" in people/ada.md:3 names "rme", but no project has that id.');
  } finally {
    site.remove();
  }
});

test.run();
