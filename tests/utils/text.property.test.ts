import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { parseFragment } from "parse5";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { rootUrl } from "../../plugin/eleventy/site-files.ts";
import { en } from "../../plugin/i18n/strings/en.ts";
import { inlineSvg } from "../../plugin/icons/inline-svg.ts";
import { useHeadingIds } from "../../plugin/markdown/headings.ts";
import { htmlText, plainText } from "../../plugin/publications/csl/rich-text.ts";
import { resumeGroups } from "../../plugin/sections/cv/groups.ts";
import { resumeHeader } from "../../plugin/sections/cv/header.ts";
import type { Resume } from "../../plugin/sections/cv/schema.ts";
import { cvStructuredData } from "../../plugin/sections/cv/structured-data.ts";
import { escapeHtml } from "../../plugin/utils/html.ts";
import { mathml } from "../../plugin/utils/mathml.ts";
import { file, link, siteUrl, text } from "../../plugin/utils/schema-values.ts";
import { anchors, slug } from "../../plugin/utils/slug.ts";
import { absoluteUrl, addPrefix, normalizePrefix } from "../../plugin/utils/urls.ts";
import { elementsOf } from "../support/elements.ts";
import { anyText, holds, textOf } from "../support/properties.ts";

const test = suite("text");

test("a slug is that of itself, and holds nothing that an address or an id may not", () => {
  holds(
    anyText,
    (given) => {
      const once = slug(given);
      assert.is(slug(once), once, JSON.stringify(given));
      assert.not.match(once, /[\s"'<>&#?/\\]/);
    },
    1000,
  );
});

test("anchors are there, all different, and the same each time", () => {
  const names = fc.array(fc.oneof(anyText, fc.constantFrom("C", "C++", "c", "c-2", "tag", "tag 2", "")), {
    maxLength: 30,
  });
  holds(names, (given) => {
    const ids = anchors(given);
    assert.is(new Set(ids).size, given.length);
    assert.ok(ids.every((id) => id !== ""));
    assert.equal(anchors(given), ids);
  });
});

test("headings have ids that are there and different", () => {
  const md = new MarkdownIt();
  useHeadingIds(md);
  holds(
    fc.array(
      anyText.map((each) => each.replaceAll(/[\r\n]/g, " ")),
      { maxLength: 10 },
    ),
    (headings) => {
      const html = md.render(headings.map((heading) => `## ${heading}\n\n`).join(""));
      const ids = elementsOf(html)
        .filter(({ name }) => name === "h2")
        .map(({ attributes }) => attributes.id);
      assert.is(new Set(ids).size, ids.length, html);
      assert.ok(ids.every(Boolean), html);
    },
  );
});

test("text that is escaped is that text again", () => {
  holds(
    anyText,
    (given) => {
      const clean = text.safeParse(given);
      if (!clean.success) return;
      const [node, ...others] = parseFragment(
        `<p title="${escapeHtml(clean.data)}">${escapeHtml(clean.data)}</p>`,
      ).childNodes;
      assert.is(others.length, 0);
      assert.ok(node && "attrs" in node);
      assert.is(node.attrs[0]?.value, clean.data);
      assert.equal(
        node.childNodes.map((child) => ("value" in child ? child.value : child)),
        [clean.data],
      );
    },
    1000,
  );
});

const marked = textOf(
  "<i>",
  "</i>",
  "<b>",
  "</b>",
  "<sup>",
  "</sup>",
  "<sub>",
  '<span class="nocase">',
  "</span>",
  '<span style="font-variant: small-caps;">',
  "<script>",
  "<i ",
  ">",
  "<",
  "&lt;",
  "\uE001",
  "\uE002",
  "\uE100",
  "\uE101",
  "\uF8FF",
  " ",
);

test("marked text has no element but those of its marks, all closed", () => {
  holds(
    fc.tuple(fc.oneof(marked, anyText), fc.array(anyText, { maxLength: 2 })),
    ([given, formulas]) => {
      const html = htmlText(given, formulas);
      for (const { name, attributes, isMath } of elementsOf(html)) {
        if (isMath)
          assert.not.ok(
            Object.keys(attributes).some((each) => /^(on|href|src|style|xlink)/.test(each)),
            html,
          );
        else {
          assert.match(name, /^(i|b|sup|sub|span)$/, html);
          assert.equal(attributes, attributes.class ? { class: "small-caps" } : {}, html);
        }
      }
      assert.type(plainText(given, formulas), "string");
      assert.is(htmlText(given, formulas), html);
    },
    500,
  );
});

test("a formula is MathML without links and styles, or none", () => {
  const tex = textOf(
    "\\frac",
    "{",
    "}",
    "^",
    "_",
    "x",
    "\\text",
    '"',
    "<",
    ">",
    "&",
    "\\color",
    "red",
    "\\href",
    "\\def\\a",
    "\\a",
    "#1",
    "\\left(",
    "\\right)",
    "\\begin{array}{c}",
    "\\end{array}",
    "\\\\",
    "\\class",
    "\\label",
    "\\tag",
    "\\rule",
    "1em",
    "'",
    "²",
    "\\mathrm",
    "\\boxed",
    "\\ce",
  );
  holds(
    fc.tuple(fc.oneof(tex, anyText), fc.boolean()),
    ([given, display]) => {
      let html = "";
      try {
        html = mathml(given, { display });
      } catch {
        return;
      }
      for (const { name, attributes, isMath } of elementsOf(html)) {
        assert.ok(isMath || name === "math", `${name} in ${html}`);
        for (const attribute of Object.keys(attributes))
          assert.not.match(attribute, /^(on|src|style|data-)/i, html);
        assert.match(attributes.href ?? "#", /^#/, html);
      }
      assert.is(mathml(given, { display }), html);
    },
    1000,
  );
});

test("a drawing is written anew or refused", () => {
  const source = textOf(
    "<svg ",
    'viewBox="0 0 4 4"',
    ">",
    "</svg>",
    "<path ",
    'd="M0 0"',
    "/>",
    "<g>",
    "</g>",
    ' fill="red"',
    "<!--",
    "-->",
    "<?",
    "?>",
    "<!DOCTYPE ",
    "[",
    "]",
    ' style="',
    '"',
    "'",
    " onload=",
    "&x;",
    "<title>",
    "</title>",
    "<script>",
  );
  const whole = source.map((inner) => `<svg viewBox="0 0 4 4">${inner}</svg>`);
  holds(
    fc.oneof(source, whole, anyText),
    (given) => {
      const { markup, reason } = inlineSvg(given);
      assert.ok((markup === undefined) !== (reason === undefined));
      for (const { name } of elementsOf(markup ?? ""))
        assert.match(name, /^(svg|g|defs|path|circle|rect|ellipse|line|polyline|polygon)$/);
    },
    1000,
  );
});

test("an address has its prefix once, and a full one is an address", () => {
  const path = fc.oneof(anyText, textOf("/", "a", "..", "?", "#", "%", "sub", "//", "\\", " "));
  holds(fc.tuple(path, fc.constantFrom("", "/", "sub", "/sub/", "/a/b/")), ([url, given]) => {
    const prefix = normalizePrefix(given);
    assert.is(normalizePrefix(prefix), prefix);
    const once = addPrefix(url, prefix);
    assert.is(addPrefix(once, prefix), once);
  });
  holds(
    fc.tuple(path, fc.oneof(fc.webUrl(), anyText), fc.constantFrom("/", "/sub/")),
    ([url, site, prefix]) => {
      const [checked, base] = [link.safeParse(url), siteUrl.safeParse(site)];
      if (!checked.success || !base.success) return;
      assert.ok(URL.canParse(absoluteUrl(checked.data, base.data, prefix)), url);
    },
    500,
  );
  holds(
    path,
    (name) => {
      const checked = file.safeParse(name);
      if (checked.success) assert.type(rootUrl(checked.data), "string");
    },
    500,
  );
});

const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const texts = fc.array(anyText, { maxLength: 3 });
const date = fc.constantFrom("2014", "2014-06", "2014-06-29", "1000", "2999-12-31");
const entry = fc.record(
  {
    ...Object.fromEntries(
      "name position institution organization title awarder issuer publisher language fluency reference level location description summary area studyType score entity type"
        .split(" ")
        .map((name) => [name, anyText]),
    ),
    ...Object.fromEntries("highlights courses keywords roles".split(" ").map((name) => [name, texts])),
    ...Object.fromEntries("startDate endDate date releaseDate".split(" ").map((name) => [name, date])),
    url: fc.webUrl(),
  },
  { requiredKeys: [] },
);
const lists =
  "work volunteer education awards certificates publications skills languages interests references projects".split(
    " ",
  );
const resume = fc.record(
  {
    ...Object.fromEntries(lists.map((name) => [name, fc.array(entry, { maxLength: 2 })])),
    basics: fc.record(
      {
        ...Object.fromEntries(
          "name label image email phone summary".split(" ").map((name) => [name, anyText]),
        ),
        url: fc.webUrl(),
        location: fc.dictionary(
          fc.constantFrom("address", "city", "postalCode", "region", "countryCode"),
          anyText,
        ),
        profiles: fc.array(
          fc.record({ network: some(anyText), username: some(anyText), url: some(fc.webUrl()) }),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Resume>;

test("a CV has groups with something in them, no line breaks, and the same each time", () => {
  holds(
    resume,
    (given) => {
      const language = { language: "en", strings: en };
      const groups = resumeGroups(given, language);
      for (const { entries, label } of groups) {
        assert.ok(entries.length > 0 && label);
        JSON.stringify(entries, (_key, each) => {
          if (typeof each === "string") assert.not.match(each, /[\n\r]/);
          return each;
        });
      }
      assert.equal(resumeGroups(given, language), groups);
      const header = resumeHeader(given, { language: "en", name: "Ada" });
      assert.ok(header.name.trim());
      const data = cvStructuredData(given, { language: "en", name: "Ada", today: "2024-01-01" });
      assert.not.match(data, "<");
      assert.is(JSON.parse(data)["@type"], "Person");
    },
    150,
  );
});

test.run();
