import { templateName } from "./errors.js";
import { readFrontMatter } from "./front-matter.js";

/**
 * Returns the file and the line of a field, or of a value within it, in the front matter of a template, for messages: `posts/a.md:3`. Only the file, if
 * the field comes from elsewhere, such as a directory data file, or the template has no front matter in YAML or JSON.
 */
export function placeOfField(
  inputPath: string,
  ...path: [field: string, ...rest: (string | number)[]]
): string {
  try {
    return templateName(readFrontMatter(inputPath).place(path));
  } catch {
    return templateName(inputPath);
  }
}
