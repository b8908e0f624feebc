import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { en as strings } from "../../plugin/i18n/strings/en.ts";
import { type CvEntry, resumeGroups } from "../../plugin/sections/cv/groups.ts";
import { resumeHeader } from "../../plugin/sections/cv/header.ts";
import { resumeLists } from "../../plugin/sections/cv/parts.ts";
import { readResume } from "../../plugin/sections/cv/read.ts";
import { type JsonSchema, type Resume, resumeStandard } from "../../plugin/sections/cv/schema.ts";
import { cvStructuredData } from "../../plugin/sections/cv/structured-data.ts";
import { IndigoError } from "../../plugin/utils/errors.ts";
import { root } from "../support/site.ts";

const test = suite("a JSON Resume");

const fullFile = path.join(root, "tests/fixtures/resume/full.json");
const full = readResume(fullFile);

const folder = mkdtempSync(path.join(tmpdir(), "indigo-resume-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a file of this text; messages have its name without the folder. */
function read(
  source: string,
  name = "resume.json",
): { resume?: Resume; problems: string[]; hints: string[] } {
  const file = path.join(folder, name);
  writeFileSync(file, source);
  const hints: string[] = [];
  const short = (text: string): string => text.replaceAll(`${folder}${path.sep}`, "");
  try {
    const resume = readResume(file, (hint) => hints.push(short(hint)));
    return { resume, problems: [], hints };
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    return { problems: error.problems.map(short), hints };
  }
}

const problems = (source: string, name?: string): string[] => read(source, name).problems;
const hints = (source: string, name?: string): string[] => read(source, name).hints;

const groups = (resume: Resume, language = "en") => resumeGroups(resume, { language, strings });

/** The first entry of the first group. */
function first(resume: Resume, language = "en"): CvEntry {
  const entry = groups(resume, language)[0]?.entries[0];
  assert.ok(entry);
  return entry as CvEntry;
}

/** The period of a job with these dates, in words. */
const period = (startDate?: string, endDate?: string, language = "en"): string =>
  first({ work: [{ name: "A", ...(startDate && { startDate }), ...(endDate && { endDate }) }] }, language)
    .period.map(({ text }) => text)
    .join(" – ");

const header = (basics: Resume["basics"], language = "en") =>
  resumeHeader(basics ? { basics } : {}, { language, name: "The author" });

const described = (resume: Resume, url?: string): Record<string, unknown> =>
  JSON.parse(cvStructuredData(resume, { url, language: "en", name: "The author", today: "2024-05-01" }));

/** Names of the fields of a schema, with their paths. */
function fields(schema: JsonSchema, at = ""): string[] {
  if (schema.items) return fields(schema.items, at);
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
    `${at}${key}`,
    ...fields(inner, `${at}${key}.`),
  ]);
}

// Reading

test("the fixture has every field of the standard, and the lists are the standard's", () => {
  const { json } = resumeStandard();
  const value = JSON.parse(readFileSync(fullFile, "utf8")) as Record<string, unknown>;
  const used = new Set<string>();
  const visit = (inner: unknown, at: string): void => {
    if (Array.isArray(inner)) for (const item of inner) visit(item, at);
    else if (typeof inner === "object" && inner !== null) {
      for (const [key, next] of Object.entries(inner)) {
        used.add(`${at}${key}`);
        visit(next, `${at}${key}.`);
      }
    }
  };
  visit(value, "");
  assert.equal(
    fields(json).filter((name) => !used.has(name)),
    [],
  );
  const lists = Object.entries(json.properties ?? {}).flatMap(([key, inner]) => (inner.items ? [key] : []));
  assert.equal([...resumeLists], lists);
});

test("YAML is read like JSON, and a year needs no quotes there", () => {
  const yaml = read(
    "basics:\n  name: Ines\nwork:\n  - name: A\n    startDate: 2014\n    endDate: 2014-06-29\n",
    "resume.yaml",
  );
  assert.equal(yaml.problems, []);
  assert.equal(yaml.resume?.work, [{ name: "A", startDate: "2014", endDate: "2014-06-29" }]);
});

test("JSON indented by tabs and with a mark of its encoding is read", () => {
  assert.equal(read('\uFEFF{\n\t"basics": {\n\t\t"name": "Ines"\n\t}\n}\n').resume, {
    basics: { name: "Ines" },
  });
});

test("what breaks the schema is told with line, field and what was expected, all at once", () => {
  assert.equal(
    problems(`{
  "basics": {
    "name": 5,
    "email": "ines(at)example.org",
    "url": "example.org",
    "profiles": "none"
  },
  "work": [
    { "name": "A", "startDate": "June 2014" },
    { "name": "B", "endDate": null,
      "highlights": ["x", 3],
      "url": "javascript:alert(1)" }
  ],
  "awards": { "title": "Best paper" },
  "education": [
    { "startDate": "2014-13", "endDate": "2015-02-30" }
  ]
}`).sort(),
    [
      'field "awards" in resume.json:14 must be a list, but it is {"title":"Best paper"}.',
      'field "basics.email" in resume.json:4 must be an e-mail address such as "me@example.org", but it is "ines(at)example.org".',
      'field "basics.name" in resume.json:3 must be text, but it is 5.',
      'field "basics.profiles" in resume.json:6 must be a list, but it is "none".',
      'field "basics.url" in resume.json:5 must be a full URL such as "https://example.org/", but it is "example.org".',
      'field "education[0].endDate" in resume.json:16 must be a date such as "2014", "2014-06" or "2014-06-29", but it is "2015-02-30".',
      'field "education[0].startDate" in resume.json:16 must be a date such as "2014", "2014-06" or "2014-06-29", but it is "2014-13".',
      'field "work[0].startDate" in resume.json:9 must be a date such as "2014", "2014-06" or "2014-06-29", but it is "June 2014".',
      'field "work[1].endDate" in resume.json:10 must be a date such as "2014", "2014-06" or "2014-06-29", but it is null.',
      'field "work[1].highlights[1]" in resume.json:11 must be text, but it is 3.',
      'field "work[1].url" in resume.json:12 must be a full URL such as "https://example.org/", but it is "javascript:alert(1)".',
    ],
  );
});

test("a year without quotes is an error in JSON, as the standard has it", () => {
  assert.equal(problems('{ "work": [{ "startDate": 2014 }] }'), [
    'field "work[0].startDate" in resume.json:1 must be a date such as "2014", "2014-06" or "2014-06-29", but it is 2014.',
  ]);
});

for (const [name, source] of [
  ["an empty file", ""],
  ["a file of blanks", " \n\n"],
  ["an empty object", "{}"],
] as const) {
  test(`${name} is told`, () => {
    assert.equal(problems(source), [
      'resume.json is empty; a JSON Resume starts like { "basics": { "name": "Ada Lovelace" } }.',
    ]);
  });
}

test("what is no résumé at all is told", () => {
  assert.equal(problems('["Ines"]'), [
    'fields in resume.json must be a group of named values, but it is ["Ines"].',
  ]);
  assert.equal(problems("just text", "resume.yaml"), [
    'fields in resume.yaml must be a group of named values, but it is "just text".',
  ]);
  assert.match(problems('{ "basics": { "name": "Ines" ')[0] ?? "", /^resume\.json:1 is not valid JSON: /);
});

test("a file that is not there is told", () => {
  assert.throws(
    () => readResume("none/resume.json"),
    (error: Error) =>
      error instanceof IndigoError &&
      error.problems.join() === 'the JSON Resume "none/resume.json" does not exist.',
  );
});

test("slips are hints, since the standard allows further names; the standard's former names too", () => {
  const source = `{
  "basics": { "name": "Ines", "lable": "Researcher", "pronouns": "she" },
  "work": [{ "company": "A", "positon": "Researcher", "website": "https://a.example.org" }],
  "educaton": [],
  "talks": [{ "date": "2014-19" }],
  "x-tool": 1
}`;
  assert.equal(problems(source), []);
  assert.equal(hints(source), [
    'unknown field "basics.lable" in resume.json:2. Did you mean "label"?',
    'unknown field "work[0].company" in resume.json:3. The standard calls it "name".',
    'unknown field "work[0].positon" in resume.json:3. Did you mean "position"?',
    'unknown field "work[0].website" in resume.json:3. The standard calls it "url".',
    'unknown field "educaton" in resume.json:4. Did you mean "education"?',
    '"talks" in resume.json:5 is not part of the JSON Resume standard and is not shown.',
  ]);
});

test("a time that ends before it starts is a hint", () => {
  const source = `{ "work": [
  { "startDate": "2014-06", "endDate": "2013" },
  { "startDate": "2014-06", "endDate": "2014" },
  { "startDate": "2014-06-02", "endDate": "2014-06-01" }
] }`;
  assert.equal(hints(source), [
    'field "work[0].endDate" in resume.json:2 is before the start date, 2014-06.',
    'field "work[2].endDate" in resume.json:4 is before the start date, 2014-06-02.',
  ]);
});

test("a whole résumé has no hints", () => {
  assert.equal(hints(readFileSync(fullFile, "utf8")), []);
});

// Groups

test("groups in the order of the standard, whatever the order of the file", () => {
  const ids = ["basics", ...resumeLists];
  assert.equal(
    groups(full).map(({ id }) => id),
    ids,
  );
  const reversed = Object.fromEntries(Object.entries(full).reverse()) as Resume;
  assert.equal(
    groups(reversed).map(({ id }) => id),
    ids,
  );
});

test("what is missing or has nothing to show is absent", () => {
  assert.equal(groups({}), []);
  assert.equal(groups({ basics: { name: "Ines", summary: " \n " }, work: [], skills: [{}] }), []);
  assert.equal(groups({ work: [{ startDate: "2014" }], interests: [{ name: "", keywords: [" "] }] }), []);
});

test("an entry of a job, a study, an award and a project", () => {
  const [, work, , education, awards] = groups(full);
  assert.equal(work?.entries[0], {
    title: { text: "Research scientist", url: undefined },
    subtitle: { text: "Institute for Learning Systems", url: "https://institute.example.org/" },
    place: "Grenoble, France",
    period: [
      { text: "Sep 2021", iso: "2021-09-01" },
      { text: "present", iso: undefined },
    ],
    level: undefined,
    details: ["Public research institute"],
    summary: ["I lead a group of four on scaling and transfer."],
    quote: [],
    highlights: ["Raised a grant of 1.4 M€", "Supervised three doctoral students"],
    keywords: [],
    keywordsLabel: undefined,
  });
  assert.is(education?.entries[0]?.title?.text, "PhD, Computer science");
  assert.equal(education?.entries[0]?.details, ["Grade: no corrections"]);
  assert.equal(education?.entries[0]?.keywords, ["Information theory", "Random matrices"]);
  assert.is(education?.entries[0]?.keywordsLabel, "Courses:");
  assert.equal(awards?.entries[0]?.period, [{ text: "Jul 2023", iso: "2023-07-25" }]);
  const project = groups(full).at(-1)?.entries[0];
  assert.equal(project?.title, { text: "widthkit", url: "https://widthkit.example.org/" });
  assert.equal(project?.details, ["Author, Maintainer", "software"]);
});

test("what has no title is called by where it was, or by its address", () => {
  assert.equal(first({ work: [{ name: "A", url: "https://a.example.org/" }] }).title, {
    text: "A",
    url: "https://a.example.org/",
  });
  assert.equal(first({ projects: [{ url: "https://www.a.example.org/b/" }] }).title, {
    text: "a.example.org/b",
    url: "https://www.a.example.org/b/",
  });
});

test("no text has a line break, and blank lines divide paragraphs", () => {
  const entry = first({
    work: [{ name: "A\n\nB", summary: "One\ntwo.\n \n\nThree.", highlights: ["x\n\ny"] }],
  });
  assert.is(entry.title?.text, "A B");
  assert.equal(entry.summary, ["One two.", "Three."]);
  assert.equal(entry.highlights, ["x y"]);
});

// Periods

test("periods to the year or month, as the file has them", () => {
  assert.is(period("2014", "2018"), "2014 – 2018");
  assert.is(period("2014-06", "2018"), "Jun 2014 – 2018");
  assert.is(period("2014-06-29", "2018-01-01"), "Jun 2014 – Jan 2018");
  assert.is(period("2014-06-01", "2014-06-29"), "Jun 2014");
  assert.is(period("2014", "2014"), "2014");
  assert.is(period("2014"), "2014 – present");
  assert.is(period(undefined, "2018-12-31"), "Dec 2018");
  assert.is(period(), "");
});

test("periods in the site's language, of the calendar that the file has", () => {
  assert.is(period("2014-03", "2018", "fr"), "mars 2014 – 2018");
  assert.is(period("2014", "2018", "ja"), "2014年 – 2018年");
  assert.is(period("2014", "2018", "th").includes("2014"), true);
});

// Head

test("name, label, contact and profiles", () => {
  assert.equal(resumeHeader(full, { language: "fr", name: "The author" }), {
    name: "Ines Okafor",
    label: "Researcher in machine learning",
    contact: [
      {
        kind: "place",
        text: "12 rue des Essais, Bâtiment C, 38000 Grenoble, Isère, France",
        url: undefined,
      },
      { kind: "email", text: "ines@okafor.example.org", url: "mailto:ines@okafor.example.org" },
      { kind: "phone", text: "+33\u00a01\u00a099\u00a000\u00a012\u00a034", url: "tel:+33199001234" },
      { kind: "url", text: "okafor.example.org", url: "https://okafor.example.org/" },
    ],
    profiles: [
      { text: "iokafor", url: "https://github.com/iokafor", network: "GitHub", icon: "github" },
      {
        text: "ines-okafor",
        url: "https://www.linkedin.com/in/ines-okafor",
        network: "LinkedIn",
        icon: "linkedin",
      },
      {
        text: "0000-0002-1825-0097",
        url: "https://orcid.org/0000-0002-1825-0097",
        network: "ORCID",
        icon: "orcid",
      },
    ],
  });
});

test("a head of nothing has the site's author alone", () => {
  assert.equal(header(undefined), { name: "The author", label: undefined, contact: [], profiles: [] });
  assert.equal(header({ name: " ", location: {}, profiles: [{}] }).contact, []);
});

test("a telephone with an extension is no link, and one with (0) leaves that out", () => {
  assert.is(header({ phone: "514 555 0100 ext. 5" }).contact[0]?.url, undefined);
  assert.is(header({ phone: "+44 (0)20 7946-0000" }).contact[0]?.url, "tel:+442079460000");
});

test("a country that is no code stays as it is", () => {
  assert.is(header({ location: { countryCode: "Scotland" } }).contact[0]?.text, "Scotland");
  assert.is(header({ location: { countryCode: "no" } }, "nb").contact[0]?.text, "Norge");
});

test("a profile by its old name, with what is no account, or with an address alone", () => {
  const profiles = header({
    profiles: [
      { network: "Twitter", username: "@ines" },
      { network: "GitHub", username: 'ines"/x y' },
      { network: "Zenodo", url: "https://zenodo.example.org/u/1" },
      { url: "https://www.example.org/ines/" },
    ],
  }).profiles;
  assert.equal(profiles, [
    { text: "@ines", url: "https://x.com/ines", network: "Twitter", icon: "x" },
    { text: 'ines"/x y', url: undefined, network: "GitHub", icon: "github" },
    { text: "Zenodo", url: "https://zenodo.example.org/u/1", network: undefined, icon: undefined },
    { text: "example.org/ines", url: "https://www.example.org/ines/", network: undefined, icon: undefined },
  ]);
});

// Structured data

test("the page of a CV is a ProfilePage about a Person", () => {
  const page = described(full, "https://okafor.example.org/cv/");
  assert.is(page["@type"], "ProfilePage");
  assert.is(page.url, "https://okafor.example.org/cv/");
  const person = page.mainEntity as Record<string, unknown>;
  assert.is(person["@type"], "Person");
  assert.is(person.name, "Ines Okafor");
  assert.is(person.jobTitle, "Researcher in machine learning");
  assert.equal(person.worksFor, [
    {
      "@type": "Organization",
      name: "Institute for Learning Systems",
      url: "https://institute.example.org/",
    },
  ]);
  assert.equal(person.alumniOf, [
    {
      "@type": "EducationalOrganization",
      name: "University of Edinburgh",
      url: "https://www.ed.example.org/",
    },
    { "@type": "EducationalOrganization", name: "University of Oslo" },
  ]);
  assert.equal(person.award, ["Best paper, Conference on Learning at Scale"]);
  assert.equal(person.knowsAbout, [
    "Numerical software",
    "JAX",
    "PyTorch",
    "Fortran",
    "Statistics",
    "Extreme values",
    "Mountains",
    "Ski touring",
    "Maps",
  ]);
  assert.equal(person.knowsLanguage, [
    { "@type": "Language", name: "English" },
    { "@type": "Language", name: "Français" },
  ]);
  const credentials = person.hasCredential as Record<string, unknown>[];
  assert.equal(
    credentials.map(({ name }) => name),
    ["PhD, Computer science", "MSc, Geophysics", "Glacier rescue"],
  );
  assert.equal(credentials[2]?.recognizedBy, { "@type": "Organization", name: "Alpine Club" });
  assert.equal(person.sameAs, [
    "https://github.com/iokafor",
    "https://www.linkedin.com/in/ines-okafor",
    "https://orcid.org/0000-0002-1825-0097",
  ]);
});

test("without an address it is a Person, and without facts only a name", () => {
  assert.equal(described({}), { "@context": "https://schema.org", "@type": "Person", name: "The author" });
});

test("a student is at a school, and a former job is nobody's employer", () => {
  const person = described({
    work: [{ name: "A", position: "Analyst", startDate: "2020", endDate: "2024-04" }],
    education: [{ institution: "B", studyType: "PhD", startDate: "2023", endDate: "2027" }],
  });
  assert.is(person.worksFor, undefined);
  assert.is(person.jobTitle, undefined);
  assert.is(person.alumniOf, undefined);
  assert.is(person.hasCredential, undefined);
  assert.equal(person.affiliation, [{ "@type": "EducationalOrganization", name: "B" }]);
});

test("structured data cannot end its script element", () => {
  const data = cvStructuredData(
    { basics: { name: "</script><script>alert(1)</script>" } },
    { language: "en", name: "" },
  );
  assert.not.ok(data.includes("<"));
});

test.run();
