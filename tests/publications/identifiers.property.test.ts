import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { publicationDate } from "../../plugin/publications/csl/dates.ts";
import {
  type ArchiveName,
  archives,
  doisIn,
  type IdentifierReading,
  readIdentifiers,
  readUrls,
} from "../../plugin/publications/identifiers/index.ts";
import { processorTime } from "../support/processor-time.ts";
import { anyText, holds, textOf } from "../support/properties.ts";

const test = suite("any value of a field for identifiers or links");

/** Milliseconds for 20,000 characters on a slow machine, many times what they take. */
const patience = 5_000;

const values = fc.oneof(
  anyText,
  textOf(
    ...[
      "http://",
      "https://",
      "htpp:/",
      "www.",
      "example.org",
      "/",
      "\\",
      "\\url{",
      "\\href{",
      "}",
      "{",
      "<a href=",
      ">",
    ],
    ...[
      "[",
      "](",
      ")",
      "<",
      " ",
      "\n",
      ",",
      ";",
      "%",
      "%2F",
      "%25",
      "&amp;",
      "&#38;",
      "amp;",
      "\\_",
      "$\\sim$",
      "@",
      ":",
    ],
    ...[
      "javascript:",
      "data:",
      "ftp://",
      "doi:",
      "10.1000/",
      "10.1000/a",
      "10.5281/zenodo.1",
      "arXiv:",
      "2001.01234",
    ],
    ...[
      "v2",
      "abs/",
      "hal-01234567",
      "swh:1:rev:",
      "urn:nbn:",
      "2027/1",
      ".pdf",
      "x",
      "?",
      "#",
      "\u200b",
      "\u202e",
      "\ud800",
    ],
  ),
);

const names = [
  ..."doi url ee eprint eprinttype archiveprefix arxiv journal volume number note howpublished annote hal pmid".split(
    " ",
  ),
  ..."pmcid adsurl bibcode mrnumber zblnumber jstor ssrn hdl urn swhid openreview inspirehep_id slaccitation".split(
    " ",
  ),
];

const fields = fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 6 });

/** Returns whether a URL is a page or file of the site. */
const isLocal = (url: string): boolean => /^\/[^/\\]|^[^:\\]*$/.test(url);

/** Returns the URLs that a reading leads to. */
const urlsOf = ({ ids, links }: IdentifierReading): string[] => [
  ...links.map(({ url }) => url),
  ...(ids.url !== undefined && !isLocal(ids.url) ? [ids.url] : []),
  ...(Object.keys(archives) as ArchiveName[]).flatMap((name) =>
    ids[name] === undefined ? [] : [archives[name].url(ids[name])],
  ),
];

test("no URL has a space, a control character or a scheme that runs code", () => {
  holds(
    fields,
    (record) => {
      const reading = readIdentifiers(record);
      for (const url of urlsOf(reading)) {
        assert.match(url, /^(?:https?:\/\/[^/\s]|mailto:|tel:)/i);
        assert.not.match(url, /[\s\p{Cc}\p{Cs}\u202e"<>\\]/u);
        assert.not.match(url, /^https?:\/\/[^/?#]*@/i);
        new URL(url);
      }
      for (const [name, id] of Object.entries(reading.ids))
        if (name !== "url") assert.not.match(id, /[\s\p{Cc}\p{Cs}]/u);
      for (const { field, message } of [...reading.problems, ...reading.hints]) {
        assert.ok(names.includes(field));
        assert.match(message, /^(must be|is|names|has) /);
        assert.not.match(message, /[\n\r]/);
      }
    },
    2_000,
  );
});

test("a result is its own result", () => {
  holds(
    values,
    (value) => {
      for (const { url } of readUrls(value).urls) assert.equal(readUrls(url).urls, [{ url }], value);
      for (const doi of doisIn(value, { isField: true })) {
        assert.equal(doisIn(doi, { isField: true }), [doi], value);
      }
    },
    3_000,
  );
});

test("long values take no longer than their length requires", () => {
  const parts = [
    ...[
      "\\url{",
      "\\href{",
      "\\href{a}",
      "{",
      "[",
      "[a](",
      "<a ",
      "<a href=",
      "href=",
      "\\",
      "$",
      "&",
      "&amp;",
      "%",
      "10.",
    ],
    ...[
      "10.1000/",
      "10.1000/a,",
      "https://",
      "http:/",
      "www.",
      "a.",
      "a-",
      "@",
      "a:b@",
      "//",
      " ",
      "\n",
      " , ",
      "a ",
      "a.pdf ",
    ],
    ...[
      "/pdf",
      "v1",
      ".full",
      "arXiv:",
      "arxiv ",
      "preprint ",
      "abs/",
      "2001.01234",
      "(",
      ")",
      "<",
      ">",
      "swh:",
      "id=",
      "&a",
      "May ",
    ],
  ];
  for (const part of parts) {
    for (const text of [
      part,
      `https://example.org/${part}`,
      `10.1000/${part}`,
      `arXiv:${part}`,
      `[${part}`,
    ]) {
      const long = text + part.repeat(Math.ceil(20_000 / part.length));
      const start = processorTime();
      readIdentifiers(Object.fromEntries(names.map((name) => [name, long])));
      publicationDate({ issued: { raw: long } });
      const time = processorTime() - start;
      assert.ok(time < patience, `${Math.round(time)} ms for ${JSON.stringify(text)}…`);
    }
  }
});

test.run();
