import { test } from "uvu";
import * as assert from "uvu/assert";
import { readChoice, readNamedChoice } from "../../plugin/publications/list/choice.ts";

test("words go together in any order", () => {
  assert.equal(readChoice(""), { selected: false });
  assert.equal(readChoice("all"), { selected: false });
  assert.equal(readChoice("selected by year limit 5"), { selected: true, by: "year", limit: 5 });
  assert.equal(readChoice("limit 12  by  venue"), { selected: false, by: "venue", limit: 12 });
});

test("a word that is none is no choice", () => {
  for (const words of ["selcted", "by month", "limit", "limit 0", "limit five", "selected,", "by"]) {
    assert.is(readChoice(words), undefined, words);
  }
});

test("named arguments say the same", () => {
  assert.equal(readNamedChoice({ selected: true, by: "type", limit: 3 }), {
    selected: true,
    by: "type",
    limit: 3,
  });
  for (const named of [
    { by: "month" },
    { limit: 0 },
    { limit: "3" },
    { selected: "yes" },
    { sort: "year" },
  ]) {
    assert.is(readNamedChoice(named), undefined, JSON.stringify(named));
  }
});

test.run();
