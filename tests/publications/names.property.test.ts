import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { displayName, nameFromText } from "../../plugin/publications/people/names.ts";
import { isSamePerson } from "../../plugin/publications/people/same-person.ts";
import { anyText, holds, textOf } from "../support/properties.ts";

const test = suite("names");

const word = fc.constantFrom(
  "Ada",
  "Jean-Luc",
  "O’Neil",
  "Łukasz",
  "José",
  "Müller",
  "李",
  "Nguyễn",
  "J.",
  "X",
);
const particle = fc.constantFrom("", "van", "van der", "de la", "von", "d’");
const suffix = fc.constantFrom(undefined, "Jr.", "III", "Sr.");
const parts = fc
  .record({ given: word, particle, family: word, suffix })
  .map(({ particle: small, suffix: end, ...name }) => ({
    ...name,
    ...(small && { particle: small }),
    ...(end && { suffix: end }),
  }));
const text = fc.oneof(
  anyText,
  textOf(", ", " ", "van ", "Ada", "Lovelace", "Jr.", "III", "’", "-", ".", "{", "}"),
);

test("any text is a name, and what is shown of it is read again as the same", () => {
  holds(
    text,
    (given) => {
      const shown = displayName(nameFromText(given));
      const again = displayName(nameFromText(shown));
      assert.is(displayName(nameFromText(again)), again, JSON.stringify(given));
      assert.is(
        nameFromText(given) && shown.trim() === "",
        given.replaceAll(/[\s,]/g, "") === "",
        JSON.stringify(given),
      );
    },
    1000,
  );
});

test("a name with its parts apart is the same after it is written family first", () => {
  holds(parts, (name) => {
    const {
      given,
      family,
      suffix: end,
      particle: small,
    } = { suffix: undefined, particle: undefined, ...name };
    // BibTeX's own form; a particle that ends in an apostrophe has no space behind it and is a part of the family name.
    if (small?.endsWith("’")) return;
    const written = [[small, family].filter(Boolean).join(" "), end, given].filter(Boolean).join(", ");
    assert.equal(nameFromText(written), name);
  });
});

test("a person is the same as themselves, however they are written and whoever is asked first", () => {
  holds(parts, (name) => {
    assert.ok(isSamePerson(name, name), JSON.stringify(name));
    assert.ok(isSamePerson(name, { ...name, given: name.given.slice(0, 1) }), JSON.stringify(name));
    assert.ok(isSamePerson(name, { ...name, given: name.given.toUpperCase() }), JSON.stringify(name));
  });
  holds(
    fc.tuple(text, text),
    ([one, other]) => {
      const [a, b] = [nameFromText(one), nameFromText(other)];
      assert.is(isSamePerson(a, b), isSamePerson(b, a), `${one} / ${other}`);
    },
    1000,
  );
  holds(fc.tuple(parts, parts), ([a, b]) => assert.is(isSamePerson(a, b), isSamePerson(b, a)));
});

test.run();
