import * as assert from "uvu/assert";
import { config, page, Site } from "./site.ts";

/**
 * Builds a site that must fail: with these among its messages, no stack trace, and not a byte of the author's changed.
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
    return site.pages();
  } finally {
    site.remove();
  }
}
