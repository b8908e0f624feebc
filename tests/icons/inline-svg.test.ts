import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { orcidCheckDigit, orcidIn, orcidProblem } from "../../plugin/accounts/orcid.ts";
import { inlineSvg } from "../../plugin/icons/inline-svg.ts";

const test = suite("drawings and ORCID iDs");

const start = '<svg class="icon" viewBox="0 0 9 9" aria-hidden="true"';
const svg = (inner: string, rest = 'viewBox="0 0 9 9"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${rest}>${inner}</svg>`;

test("a drawing of one colour takes that of the text, whatever its editor adds", () => {
  const source = `\uFEFF<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b"><!-- by hand -->
${svg('<title>A <b>lab</b></title><defs id="d"/><g id="a" inkscape:label="x" style="fill:#00f;font-size:1px;-inkscape-x:1"><path d="M0 0h9"/></g>', 'width="9px" height="9" version="1.1"')}`;
  assert.is(
    inlineSvg(source).markup,
    `${start} fill="currentColor"><defs/><g fill="currentColor"><path d="M0 0h9"/></g></svg>`,
  );
});

test("one without a colour takes that of the text; a line stays a line", () => {
  assert.is(
    inlineSvg(svg('<path fill="none" stroke="#000" d="M0 0"/>')).markup,
    `${start} fill="currentColor"><path fill="none" stroke="currentColor" d="M0 0"/></svg>`,
  );
});

test("one in several colours keeps them; what says none is black", () => {
  for (const inner of [
    '<path fill="red" d="M0"/><path fill="#fff" d="M1"/>',
    '<path fill="red" d="M0"/><path d="M1"/>',
  ])
    assert.is(inlineSvg(svg(inner)).markup, `${start}>${inner}</svg>`);
});

for (const [name, source, reason] of [
  ["script", svg("<script>alert(1)</script>"), "it has <script>"],
  ["a handler", svg('<path d="M0" onclick="alert(1)"/>'), "it has the attribute onclick"],
  ["a handler of the whole", svg("", 'viewBox="0 0 9 9" onload="alert(1)"'), "it has the attribute onload"],
  ["HTML", svg("<foreignObject><iframe/></foreignObject>"), "it has <foreignObject>"],
  ["a style sheet", svg("<style>@import 'x'</style>"), "it has <style>"],
  ["an address", svg('<image href="https://example.org/a.png"/>'), "it has <image>"],
  ["another file", svg('<use xlink:href="a.svg#b"/>'), "it has <use>"],
  ["a link", svg('<a href="/"><path d="M0"/></a>'), "it has <a>"],
  ["a colour from elsewhere", svg('<path fill="url(https://a/b)"/>'), 'its fill is "url(https://a/b)"'],
  ["a style from elsewhere", svg('<path style="fill:url(#a)"/>'), 'its fill is "url(#a)"'],
  ["an unknown style", svg('<path style="behavior:x"/>'), "it has the attribute behavior"],
  ["an animation", svg('<path d="M0"><animate attributeName="d"/></path>'), "it has <animate>"],
  ["text", svg("Lab"), "it holds what is no plain SVG"],
  ["character data", svg("<![CDATA[<script>]]>"), "it holds what is no plain SVG"],
  ["an unclosed attribute", svg('<path d="M0/>'), "it holds what is no plain SVG"],
  ["no size", svg("", ""), "it says no size"],
  ["a wrong size", svg("", 'viewBox="0 0 9"'), "it says no size"],
  ["another element", "<div><script>alert(1)</script></div>", "it has <div>"],
  ["nothing", "", "it is not well-formed"],
  ["an end too few", '<svg viewBox="0 0 9 9"><g>', "it is not well-formed"],
  ["an end too many", `${svg("</g>")}`, "it is not well-formed"],
  ["something behind it", `${svg("")}<path d="M0"/>`, "it is not well-formed"],
] as const) {
  test(`not in a page: ${name}`, () => assert.equal(inlineSvg(source), { reason }));
}

test("whatever stands in a file, nothing of it but shapes gets into a page", () => {
  const part = fc.constantFrom(
    ...[
      "<svg ",
      'viewBox="0 0 9 9"',
      ">",
      "/>",
      "<path ",
      'd="M0"',
      "</svg>",
      "<script>",
      "alert(1)",
      "</script>",
    ],
    ...[
      "<!--",
      "-->",
      "<title>",
      "</title>",
      "'",
      '"',
      'onload="x"',
      "<style",
      "<g>",
      "</g>",
      "<?",
      "?>",
      " ",
      "&#60;",
    ],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const { markup } = inlineSvg(parts.join(""));
      return (
        markup === undefined ||
        /^(<svg class="icon" viewBox="[\d ]+"|<\/?(path|g|svg)|[\s/]*>| [\w-]+="[\w ]*"|\/)*$/.test(markup)
      );
    }),
    { numRuns: 2000 },
  );
});

test("the check digit of an ORCID iD is that of ISO 7064 MOD 11-2", () => {
  for (const orcid of [
    "0000-0002-1825-0097",
    "0000-0001-5109-3700",
    "0000-0002-1694-233X",
    "0009-0001-2345-6789",
  ]) {
    const expected = orcidCheckDigit(orcid);
    const right = orcid.slice(0, -1) + expected;
    assert.is(orcidProblem(right), undefined);
    assert.is(orcidIn(`https://orcid.org/${right.toLowerCase()}?lang=en`), right);
  }
  assert.is(orcidCheckDigit("0000-0002-1694-233"), "X");
  assert.is(orcidCheckDigit("0000-0002-1825-009"), "7");
  assert.is(orcidIn("0000-0002-1825-00971"), undefined);
});

test.run();
