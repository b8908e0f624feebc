import { type ConfigData, HtmlValidate } from "html-validate";
import type { Site } from "./site.ts";

/**
 * Validates pages of a built site by html-validate's recommended rules. Returns the errors.
 *
 * @param pages - URL paths, as `Site.pages` returns them.
 * @param rules - Rules that override the recommended ones.
 */
export async function invalidHtml(
  site: Site,
  pages: readonly string[],
  rules: ConfigData["rules"] = {},
): Promise<string[]> {
  const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules });
  const errors: string[] = [];
  for (const url of pages) {
    const html = site.read(url.endsWith("html") ? url : `${url}index.html`);
    const { results } = await validator.validateString(html);
    for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages)) {
      errors.push(`/${url} ${ruleId}: ${message} (line ${line})`);
    }
  }
  return errors;
}
