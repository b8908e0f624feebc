import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite("problems, printed once");

/** A site whose data has three problems, each in a sentence of its own. */
const site = (options: object, files: Record<string, string>): Site =>
  new Site({ "eleventy.config.js": config({ title: "Ada", ...options }), ...files });

const publications = {
  "publications.yaml": `- { id: a, title: A, venue: V }
- { id: b, title: B, venue: V, year: soon }
- { id: c, tilte: C, venue: V, year: 2020 }
`,
};

/** How often Eleventy's command prints each sentence of the plugin. */
async function printed(
  made: Site,
  ...args: string[]
): Promise<{ code: number | null; counts: number[]; output: string }> {
  const { code, output } = await made.build(...args);
  made.remove();
  const lines = output.split("\n").filter((line) => /indigo: .* (in|of) /.test(line));
  const counts = [...new Set(lines)].map((line) => lines.filter((other) => other === line).length);
  return { code, counts, output };
}

for (const args of [[], ["--quiet"]]) {
  test(`a bibliography that stops the build ${args.join()}`, async () => {
    const { code, counts, output } = await printed(
      site({ bibliographyErrors: "fail" }, publications),
      ...args,
    );
    assert.is(code, 1);
    assert.ok(counts.length >= 3, output);
    assert.ok(
      counts.every((count) => count === 1),
      output,
    );
    assert.match(output, `${counts.length} problems stop the build; see above.`);
  });
}

test("a bibliography whose problems are warnings", async () => {
  const { code, counts, output } = await printed(site({}, publications));
  assert.is(code, 0, output);
  assert.ok(counts.length >= 3, output);
  assert.ok(
    counts.every((count) => count === 1),
    output,
  );
});

test("the data of a section", async () => {
  const { code, counts, output } = await printed(
    site({ sections: { talks: true } }, { "talks.yaml": "- { title: A }\n- { tilte: B, year: 2020 }\n" }),
  );
  assert.is(code, 1);
  assert.ok(counts.length >= 2, output);
  assert.ok(
    counts.every((count) => count === 1),
    output,
  );
});

test("a program that builds the site gets the whole message", async () => {
  const { IndigoError } = await import("../../plugin/utils/errors.ts");
  const source = process.env.ELEVENTY_SOURCE;
  const error = new IndigoError("one", "two");
  Object.defineProperty(error, "__errorAlreadyLogged", { value: true });
  try {
    process.env.ELEVENTY_SOURCE = "script";
    assert.is(error.message, "indigo: one\nindigo: two");
    process.env.ELEVENTY_SOURCE = "cli";
    assert.is(error.message, "2 problems stop the build; see above.");
  } finally {
    if (source === undefined) delete process.env.ELEVENTY_SOURCE;
    else process.env.ELEVENTY_SOURCE = source;
  }
});

test.run();
