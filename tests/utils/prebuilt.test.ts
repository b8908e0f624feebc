import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { iconSources } from "../../plugin/accounts/icon.ts";
import { plainSettings, readTokens, stylesKey } from "../../plugin/appearance/theme-styles.ts";
import { iconKey, readFromSet } from "../../plugin/icons/icon-sets.ts";
import { prebuiltFolder } from "../../plugin/paths.ts";
import { cslKey, cslParts, extractCsl } from "../../plugin/publications/cite/csl-styles.ts";
import { readResumeSchema, resumeSchemaKey } from "../../plugin/sections/cv/schema.ts";
import { prebuilt } from "../../plugin/utils/prebuilt.ts";

const test = suite("what is made ahead");

const fail = (): never => {
  throw new Error("it is made again");
};

test("is used as long as the key is the same, and made otherwise", () => {
  const source = ["fa6-solid", "link"] as const;
  assert.equal(prebuilt("icons/fa6-solid/link", iconKey(source), fail), readFromSet(source));
  assert.is(
    prebuilt("icons/fa6-solid/link", "^0.0.1", () => "made"),
    "made",
  );
  assert.is(
    prebuilt("icons/fa6-solid/no-such-icon", iconKey(source), () => "made"),
    "made",
  );
  assert.is(
    prebuilt("no-such-collection/link", "", () => "made"),
    "made",
  );
});

test("is what would be made now", async () => {
  for (const source of iconSources.filter(([set]) => set !== "drawn"))
    assert.equal(prebuilt(`icons/${source.join("/")}`, iconKey(source), fail), readFromSet(source));
  for (const part of cslParts) assert.equal(prebuilt(`csl/${part}`, cslKey(), fail), extractCsl(part));
  assert.equal(prebuilt("resume/schema", resumeSchemaKey(), fail), readResumeSchema());
  assert.equal(prebuilt("styles/tokens", stylesKey(), fail), await readTokens(plainSettings("auto")));
});

test("has a key for every entry", () => {
  for (const name of readdirSync(prebuiltFolder).filter((file) => file.endsWith(".cjs"))) {
    const keys = [
      ...readFileSync(path.join(prebuiltFolder, name), "utf8").matchAll(/^".+": \{ key: "(.*?)",/gm),
    ];
    assert.ok(keys.length > 0, name);
    for (const [entry, key] of keys) assert.ok((key ?? "").length >= 5, entry);
  }
});

test.run();
