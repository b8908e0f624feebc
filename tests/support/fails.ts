import * as assert from "uvu/assert";
import { config, page, Site } from "./site.ts";

let isCompared = false;

/** Returns the sorted lines of Eleventy's output, without what depends on time: which of several pages comes first. */
const lines = (output: string): string[] =>
  output
    .replaceAll(/ in [\d.]+ seconds.*/g, "")
    .replaceAll(/(?<=Having trouble writing to )"[^"]*" from "[^"]*"/g, "a page")
    .split("\n")
    .filter((line) => !/^(Benchmark|Writing|Copied|Wrote) /.test(line))
    .sort();

/**
 * Asserts that the build of a site fails with these messages, without a stack trace, and without changing the site's files.
 * Builds in process. The first site of a test file is also built by Eleventy's command: exit code and output must be equal.
 *
 * @param files - The files of the site. A valid home page and config are added unless they are among these.
 * @returns The pages that were written despite the error.
 */
export async function failsToBuild(
  files: Record<string, string>,
  messages: readonly string[],
): Promise<string[]> {
  const all = { "index.md": page("Home"), "eleventy.config.js": config({ title: "A site" }), ...files };
  const site = new Site(all);
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 1, "the build must fail");
    for (const message of messages)
      assert.ok(output.includes(`indigo: ${message}\n`), `${message}\nnot in:\n${output}`);
    assert.not.match(output, /^\s+at .+:\d+/m, "no stack trace");
    for (const [file, content] of Object.entries(all)) {
      assert.is(site.source(file), content, `${file} must not change`);
    }
    if (!isCompared) {
      isCompared = true;
      const command = await site.build();
      assert.is(command.code, 1, "the command must exit with code 1");
      assert.equal(lines(command.output), lines(output));
    }
    return site.pages();
  } finally {
    site.remove();
  }
}
