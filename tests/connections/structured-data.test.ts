import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";
import { lab, labOptions, nodesOf } from "./lab.ts";

// Rules: https://schema.org/Person, https://schema.org/ProfilePage, https://schema.org/docs/datamodel.html#identifierBg; the
// example iD of ORCID, 0000-0002-1825-0097, and its check digit: https://support.orcid.org/hc/en-us/articles/360006897674

const test = suite<{ site: Site; output: string }>("structured data of connections");

const home = "https://lab.example.org/";

test.before(async (context) => {
  context.site = new Site({
    ...lab,
    "eleventy.config.js": config({
      ...labOptions,
      author: "Dora Fay",
      social: { orcid: "0000-0001-5109-3700" },
      coauthors: { "Eve, Carl": { orcid: "0000-0002-1825-0097" }, "Gil Hay": "https://gil.example.org" },
      bibliography: ["publications.bib", "works.json", "works.yaml"],
    }),
    "publications.bib": `${lab["publications.bib"]}
@article{wos, title={From Web of Science}, author={Ito, J. and Jay, Kim and Fay, Dora and Hay, Gil}, journal={J}, year=2020,
  orcid-numbers = {{Ito, Jun/0000-0002-9079-593X
   Jay, Kim/0000-0002-1825-0098
   Nobody, Else/0000-0003-1415-9269}}}
`,
    "works.json": JSON.stringify([
      {
        id: "csl",
        type: "article-journal",
        title: "From Crossref",
        issued: { "date-parts": [[2019]] },
        author: [
          { family: "Lux", given: "Mae", ORCID: "http://orcid.org/0000-0001-5000-0007" },
          // Another person of the name of one of the people, by the iD.
          { family: "Bell", given: "Ada", ORCID: "https://orcid.org/0000-0003-1415-9269" },
        ],
      },
    ]),
    "works.yaml": `- id: own
  title: In our own format
  venue: J
  year: 2018
  authors: [{ family: Nye, given: Ola, orcid: 0000-0002-1694-2338 }, { family: Other, given: A., orcid: 0000-0002-1694-233X }]
`,
    "blog/ada.md": "---\ntitle: By Ada\ndate: 2024-03-01\nauthor: Ada Bell\ntalks: on-roads\n---\nText.\n",
  });
  const { code, output } = await context.site.buildInProcess();
  assert.is(code, 0, output);
  context.output = output;
});
test.after(({ site }) => site.remove());

interface Author {
  name: string;
  "@id"?: string;
  identifier?: { value: string };
  sameAs?: string;
}
const authors = (site: Site, id: string): Author[] =>
  nodesOf(site.read(`publications/${id}/index.html`))[0]?.author as Author[];

const iDs = (site: Site, id: string): string[] =>
  authors(site, id).map(({ name, identifier, sameAs }) => {
    assert.is(sameAs, identifier && `https://orcid.org/${identifier.value}`);
    return `${name} ${identifier?.value ?? "-"}`;
  });

test("ORCID iDs of authors, from each source", ({ site }) => {
  assert.equal(iDs(site, "roads"), ["Carl Eve 0000-0002-1825-0097", "A. Bell 0000-0002-1694-233X"]);
  assert.equal(iDs(site, "wos"), [
    "J. Ito 0000-0002-9079-593X",
    "Kim Jay -",
    "Dora Fay 0000-0001-5109-3700",
    "Gil Hay -",
  ]);
  assert.equal(iDs(site, "csl"), ["Mae Lux 0000-0001-5000-0007", "Ada Bell 0000-0003-1415-9269"]);
  assert.equal(iDs(site, "own"), ["Ola Nye -", "A. Other 0000-0002-1694-233X"]);
});

test("an iD with a wrong check digit is left out, with a warning", ({ output }) => {
  assert.equal(
    output.split("\n").filter((line) => /ORCID/.test(line)),
    [
      'indigo: field "authors" of publication "wos" in publications.bib:5 has the ORCID iD "0000-0002-1825-0098", which must be an ORCID iD with the last character "7", the check digit of the others; it is left out.',
      'indigo: field "authors" of publication "own" in works.yaml:5 has the ORCID iD "0000-0002-1694-2338", which must be an ORCID iD with the last character "X", the check digit of the others; it is left out.',
    ],
  );
});

test("a person has one @id: as author, as member, on their page, in the list, as speaker, as author of a post", ({
  site,
}) => {
  const ada = `${home}people/ada/#person`;
  assert.is(authors(site, "roads")[1]?.["@id"], ada);
  assert.is(authors(site, "csl")[1]?.["@id"], undefined, "another person of that name");
  const [, group] = nodesOf(site.read("people/index.html")) as { "@graph": { member: Author[] }[] }[];
  const members = group?.["@graph"][0]?.member ?? [];
  assert.is(members.find(({ name }) => name === "Ada Bell")?.["@id"], ada);
  const [page] = nodesOf(site.read("people/ada/index.html")) as Record<string, never>[];
  assert.is(page?.["@type"], "ProfilePage");
  const person = page?.mainEntity as unknown as Record<string, unknown>;
  assert.is(person["@id"], ada);
  assert.equal(person.memberOf, [
    { "@type": "ResearchProject", "@id": `${home}projects/rome/#project`, name: "Roads to Rome" },
  ]);
  assert.equal(person.performerIn, [{ "@type": "Event", "@id": `${home}talks/#on-roads`, name: "On roads" }]);
  assert.equal(Object.keys(person["@reverse"] as object), ["author"]);
  const [post] = nodesOf(site.read("blog/ada/index.html"));
  assert.equal(post?.author, { "@type": "Person", "@id": ada, name: "Ada Bell", url: `${home}people/ada/` });
  assert.equal(post?.mentions, [{ "@type": "Event", "@id": `${home}talks/#on-roads`, name: "On roads" }]);
});

test("a talk in the list names speakers, paper and their @ids, in each language the same", ({ site }) => {
  for (const url of ["talks", "fr/talks"]) {
    const [, list] = nodesOf(site.read(`${url}/index.html`)) as { "@graph": Record<string, unknown>[] }[];
    const [talk] = list?.["@graph"] ?? [];
    assert.is(talk?.["@id"], `${home}talks/#on-roads`);
    assert.equal(talk?.performer, [
      { "@type": "Person", "@id": `${home}people/ada/#person`, name: "Ada Bell" },
      { "@type": "Person", name: "Carl Eve" },
    ]);
    assert.equal(talk?.workFeatured, [
      { "@type": "ScholarlyArticle", "@id": `${home}publications/roads/`, name: "Roads" },
    ]);
  }
});

test("a work has its project, talks and posts; a post what it cites and is about", ({ site }) => {
  const rome = { "@type": "ResearchProject", "@id": `${home}projects/rome/#project`, name: "Roads to Rome" };
  const roads = { "@type": "ScholarlyArticle", "@id": `${home}publications/roads/`, name: "Roads" };
  const [work] = nodesOf(site.read("publications/roads/index.html"));
  assert.equal(work?.sourceOrganization, rome);
  assert.equal(
    ((work?.subjectOf ?? []) as Author[]).map((node) => node["@id"]),
    [`${home}talks/#on-roads`, `${home}blog/first/#post`],
  );
  const [post] = nodesOf(site.read("blog/first/index.html"));
  assert.is(post?.["@id"], `${home}blog/first/#post`);
  assert.equal(post?.citation, [roads]);
  assert.equal(((post?.about ?? []) as object[]).at(-1), rome);
  const [loom] = nodesOf(site.read("blog/loom/index.html"));
  assert.equal(loom?.citation, [roads], "also in Nunjucks");
});

test("the owner is the same person on the home page and as an author", ({ site }) => {
  const [website] = nodesOf(site.read("index.html")) as { "@id": string; author: Author }[];
  assert.is(website?.["@id"], `${home}#website`);
  assert.is(website?.author["@id"], `${home}#person`);
  assert.is(website?.author.identifier?.value, "0000-0001-5109-3700");
  assert.is(authors(site, "wos")[2]?.["@id"], `${home}#person`);
});

test.run();
