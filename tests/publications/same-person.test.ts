import { test } from "uvu";
import * as assert from "uvu/assert";
import { nameFromText } from "../../plugin/publications/people/names.ts";
import { isSamePerson } from "../../plugin/publications/people/same-person.ts";

const same = (one: string, other: string): boolean => isSamePerson(nameFromText(one), nameFromText(other));

test("initials, order and letter case do not matter", () => {
  for (const name of [
    "Edward J. Hu",
    "Hu, E. J.",
    "E. Hu",
    "E.J. Hu",
    "Hu, Edward",
    "EDWARD HU",
    "Hu, Edward James",
    "Hu, E",
  ]) {
    assert.ok(same("Edward J. Hu", name), name);
  }
});

test("another author of the same family name is another", () => {
  for (const name of ["Emily Hu", "J. Hu", "Hu, Edwin", "Edward K. Hu", "Edward Hung", "Hu"]) {
    assert.not.ok(same("Edward J. Hu", name), name);
  }
});

test("accents may be missing", () => {
  assert.ok(same("José Ángel Muñoz", "Munoz, J. A."));
  assert.ok(same("Søren Kierkegård", "S. Kierkegard"));
  assert.ok(same("Hans Weiß", "Weiss, Hans"));
});

test("a particle may be part of the family name or not", () => {
  const name = { family: "Berg", particle: "van der", given: "Anna" };
  assert.ok(isSamePerson(name, { family: "van der Berg", given: "A." }));
  assert.ok(isSamePerson(name, { family: "Berg", given: "Anna" }));
  assert.not.ok(isSamePerson(name, { family: "Berger", given: "Anna" }));
});

test("a suffix is no given name", () => {
  assert.equal(nameFromText("Martin Luther King, Jr."), {
    given: "Martin Luther",
    family: "King",
    suffix: "Jr.",
  });
  assert.equal(nameFromText("King, Jr., Martin Luther"), {
    given: "Martin Luther",
    family: "King",
    suffix: "Jr.",
  });
  assert.ok(same("Martin Luther King, Jr.", "M. L. King"));
});

test("names of one part, and of organisations, are the same as a whole", () => {
  assert.ok(same("Plato", "plato"));
  assert.ok(isSamePerson({ literal: "胡爱德华" }, { literal: "胡爱德华" }));
  assert.ok(isSamePerson({ literal: "Hu Edward" }, { given: "Edward", family: "Hu" }));
  assert.not.ok(isSamePerson({ literal: "OpenAI" }, { literal: "Mila" }));
});

test("double names are compared part by part", () => {
  assert.ok(same("Jean-Pierre Serre", "Serre, J.-P."));
  assert.not.ok(same("Jean-Pierre Serre", "Serre, J.-M."));
  assert.ok(same("Li, Xiao-Ming", "X. Li"));
});

test.run();
