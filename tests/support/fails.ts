import * as assert from "uvu/assert";
import { config, page, Site } from "./site.ts";

let isCompared = false;

/** The lines of Eleventy's output without what depends on time. */
const lines = (output: string): string[] =>
  output
    .replaceAll(/ in [\d.]+ seconds.*/g, "")
    .split("\n")
    .filter((line) => !line.startsWith("Benchmark "))
    .sort();

/**
 * Builds a site in process that must fail: with these among its messages, no stack trace, and not a byte of the author's
 * changed. The first such site of a test file is built by Eleventy's command too, whose exit code and output must be the same.
 *
 * @param files - The site's; a home page and a config without a mistake are there unless they are among these.
 * @returns The pages that were written nevertheless.
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
      assert.is(site.source(file), content, `${file} stays as it is`);
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
