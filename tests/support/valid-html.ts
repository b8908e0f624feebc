import { type ConfigData, HtmlValidate } from "html-validate";
import type { Site } from "./site.ts";

/**
 * What html-validate's recommended rules find in pages of a built site.
 *
 * @param pages - Their addresses from the site's root, as `Site.pages` gives them.
 * @param rules - Rules that are other than recommended.
 */
export async function invalidHtml(
  site: Site,
  pages: readonly string[],
  rules: ConfigData["rules"] = {},
): Promise<string[]> {
  const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules });
  const found: string[] = [];
  for (const address of pages) {
    const html = site.read(address.endsWith("html") ? address : `${address}index.html`);
    const { results } = await validator.validateString(html);
    for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages)) {
      found.push(`/${address} ${ruleId}: ${message} (line ${line})`);
    }
  }
  return found;
}
