import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  authorsOf,
  citedIn,
  counts,
  groupSite,
  namedIn,
  peopleOfProject,
  personId,
  personName,
  postSlug,
  projectId,
  projectOfPost,
  projectOfWork,
  workId,
  workOfTalk,
  worksOfProject,
} from "../support/group-site.ts";
import { Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

// The site of a research group: each connection is there from both of its sides, whichever side declares it.

const test = suite("the site of a group");

let site: Site;
test.before(async () => {
  site = new Site(groupSite());
  await site.builtInProcess();
});
test.after(() => site.remove());

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** Whether a post is in German. */
const isGerman = (at: number): boolean => at % 5 === 4;
const postUrl = (at: number): string => `${isGerman(at) ? "/de" : ""}/posts/${postSlug(at)}/`;
const workUrl = (at: number): string => `/publications/${workId(at)}/`;
const personUrl = (at: number): string => `/people/${personId(at)}/`;
const projectUrl = (at: number): string => `/projects/${projectId(at)}/`;
const read = (url: string): string => site.read(`${url.slice(1)}index.html`);

/** Returns what is linked within the main part of a page. */
function linksOf(url: string): Set<string> {
  const [, main = ""] = read(url).split("<main");
  const [body = ""] = main.split("</main>");
  return new Set([...body.matchAll(/ href="([^"#]+)(?:#[^"]*)?"/g)].map(([, target = ""]) => target));
}

/** Asserts that each of two pages links the other. */
function assertBothWays(one: string, other: string): void {
  assert.ok(linksOf(one).has(other), `${one} links ${other}`);
  assert.ok(linksOf(other).has(one), `${other} links ${one}`);
}

test("works and their authors among the people", () => {
  for (const at of numbers(counts.works).filter((number) => number % 7 === 0))
    for (const person of authorsOf(at)) assertBothWays(workUrl(at), personUrl(person));
});

test("works and the projects that they name, or that name them", () => {
  for (const at of numbers(counts.works).filter((number) => number % 7 === 0)) {
    const project = projectOfWork(at);
    if (project !== undefined) assertBothWays(workUrl(at), projectUrl(project));
  }
  for (const at of numbers(counts.projects))
    for (const work of worksOfProject(at)) assertBothWays(projectUrl(at), workUrl(work));
});

test("projects and their people", () => {
  for (const at of numbers(counts.projects))
    for (const person of peopleOfProject(at)) assertBothWays(projectUrl(at), personUrl(person));
});

test("posts and the works that they cite or name", () => {
  for (const at of numbers(counts.posts))
    for (const work of [...citedIn(at), namedIn(at)]) assertBothWays(postUrl(at), workUrl(work));
});

test("posts and their projects", () => {
  for (const at of numbers(counts.posts)) assertBothWays(postUrl(at), projectUrl(projectOfPost(at)));
});

test("talks, their papers and speakers", () => {
  for (const at of numbers(counts.talks)) {
    assert.ok(linksOf("/talks/").has(workUrl(workOfTalk(at))), `/talks/ links the paper of talk ${at + 1}`);
    for (const url of [workUrl(workOfTalk(at)), personUrl(at % counts.people)])
      assert.match(read(url), `Talk ${at + 1} <`, url);
  }
});

test("JSON-LD has the same @id for the same thing", () => {
  const types = new Map<string, Set<string>>();
  const references = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    else if (typeof node === "object" && node !== null) {
      const { "@id": id, "@type": type, ...others } = node as Record<string, unknown>;
      if (typeof id === "string") {
        references.add(id);
        if (type !== undefined) types.set(id, new Set([...(types.get(id) ?? []), String(type)]));
      }
      visit(Object.values(others));
    }
  };
  const lists = ["/people/", "/projects/", "/talks/"];
  for (const url of [workUrl(0), workUrl(1), personUrl(0), projectUrl(0), postUrl(0), ...lists])
    for (const [, json = "null"] of read(url).matchAll(
      /<script type="application\/ld\+json">(.*?)<\/script>/gs,
    ))
      visit(JSON.parse(json));
  for (const [id, found] of types) assert.is(found.size, 1, `${id}: ${[...found].join(", ")}`);
  const all = [...references].join("\n");
  for (const at of numbers(counts.people)) assert.match(all, personId(at));
  for (const at of numbers(counts.projects)) assert.match(all, `/${projectId(at)}/`);
});

test("the name of a person is the title of their page, once", () => {
  for (const at of numbers(counts.people)) {
    const headings = [...read(personUrl(at)).matchAll(/<h1[^>]*>([^<]*)<\/h1>/g)].map(([, text]) => text);
    assert.equal(headings, [personName(at)]);
  }
});

test("each kind of page is valid HTML, in both languages", async () => {
  const pages = [
    "people/",
    "de/people/",
    "projects/",
    "talks/",
    personUrl(0).slice(1),
    projectUrl(0).slice(1),
    "publications/",
    "de/publications/",
    workUrl(0).slice(1),
    postUrl(0).slice(1),
    postUrl(4).slice(1),
  ];
  assert.equal(await invalidHtml(site, pages, { "valid-id": ["error", { relaxed: true }] }), []);
});

test.run();
