import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { postData } from "../../plugin/content/post-schema.ts";
import { pageNavigation } from "../../plugin/options/navigation.ts";
import { type IndigoOptions, optionsSchema, parseOptions } from "../../plugin/options/options.ts";
import { readData } from "../../plugin/utils/data-file.ts";
import { validate } from "../../plugin/utils/validate.ts";
import { anyText, holds, resultOrIndigoError, textOf } from "../support/properties.ts";

const test = suite("whatever an author gives");

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
});

const circular = fc.constant(null).map(() => {
  const self: Record<string, unknown> = {};
  self.self = self;
  return self;
});

const names = Object.keys(optionsSchema.shape);
const value = fc.oneof(
  anything,
  anyText,
  circular,
  fc.array(anyText),
  fc.dictionary(anyText, fc.oneof(anything, anyText)),
  fc.constantFrom(...names, "https://example.org/", "a.jpg", true, Symbol("x"), () => 1),
);
const place = (): string => "eleventy.config.js";

test("an option is taken or refused in words", () => {
  holds(fc.dictionary(fc.oneof(fc.constantFrom(...names), anyText), value, { maxKeys: 6 }), (options) => {
    resultOrIndigoError(() => parseOptions(options, place));
  });
  holds(
    fc.tuple(fc.constantFrom(...names), value),
    ([name, each]) => {
      resultOrIndigoError(() => parseOptions({ [name]: each }, place));
    },
    2000,
  );
  holds(value, (options) => void resultOrIndigoError(() => parseOptions(options, place)));
});

test("options that were taken are taken again, and the same", () => {
  const options = fc.record(
    {
      title: anyText,
      bio: anyText,
      language: fc.constantFrom("en", "EN-us", "pt-br", "zh-Hant"),
      url: fc.webUrl(),
      picture: anyText,
      author: anyText,
      social: fc.dictionary(anyText, fc.record({ url: fc.webUrl() })),
      coauthors: fc.dictionary(anyText, fc.webUrl()),
    },
    { requiredKeys: [] },
  );
  holds(options, (given) => {
    const once = resultOrIndigoError(() => parseOptions(given, place));
    if (once instanceof Error) return;
    // As JSON, since a label may be `constructor`, by which uvu tells objects apart.
    const again = resultOrIndigoError(() =>
      parseOptions({ ...given, title: once.title } as IndigoOptions, place),
    );
    assert.is(JSON.stringify(again), JSON.stringify(once));
    assert.equal(Object.keys(once.social), Object.keys(given.social ?? {}));
  });
});

test("front matter is taken or refused in words", () => {
  const fields = fc.dictionary(fc.constantFrom(...Object.keys(postData.in.shape), "x"), value);
  holds(
    fields,
    (data) =>
      void resultOrIndigoError(() => validate(postData, data, { noun: "field", place: () => "a.md" })),
  );
  holds(
    value,
    (nav) =>
      void resultOrIndigoError(() =>
        validate(pageNavigation, { nav }, { noun: "field", place: () => "a.md" }),
      ),
  );
});

test("a file of data is read or refused in words", () => {
  const yaml = textOf(
    "- ",
    "a: ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    '"',
    "'",
    "|",
    ">",
    "#",
    "? ",
    "!!map ",
    "---\n",
    "%",
    "\t",
    "<<: ",
    "\r\n",
    "\uFEFF",
  );
  for (const source of [yaml, anyText, fc.json()]) {
    holds(source, (text) => {
      const once = resultOrIndigoError(() => readData(text, "a.yaml"));
      const again = resultOrIndigoError(() => readData(text, "a.yaml"));
      if (once instanceof Error || again instanceof Error) assert.is(String(once), String(again));
      else {
        assert.equal(once.value, again.value);
        assert.match(once.place(["a", 0, "b"]), /^a\.yaml(:\d+)?$/);
      }
    });
  }
  holds(
    fc.json(),
    (text) => {
      const read = resultOrIndigoError(() => readData(text, "a.json"));
      if (read instanceof Error) return;
      assert.is(
        JSON.stringify(read.value ?? null),
        JSON.stringify(JSON.parse(text) ?? null).replaceAll("-0", "-0"),
      );
    },
    100,
  );
});

test.run();
