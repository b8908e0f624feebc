import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import { templateName } from "../utils/errors.js";
import { readText, whyUnreadable } from "../utils/read-text.js";

/**
 * Gives each text an environment of its own for footnotes, abbreviations and link references. Eleventy passes the page's
 * data as markdown-it's environment: an author's own field `footnotes` or `references` would be read as such, and those
 * of an earlier text would be rendered again.
 */
export function ownEnvironment(state: StateCore): void {
  const own = { footnotes: undefined, abbreviations: undefined, references: undefined };
  state.env = Object.assign(Object.create(state.env ?? null), own);
}

/** The markdown-it environment of a page: its data. */
export interface PageEnvironment {
  page?: { inputPath?: string; url?: string | false };
}

/** Returns a name of the page that a text is part of: its URL, as a template may make many pages. */
export const pageOf = (env: PageEnvironment | undefined): string =>
  String(env?.page?.url || env?.page?.inputPath || "");

/** Returns the file of a text, for messages. */
export const sourceOfPage = (env: PageEnvironment | undefined): string =>
  env?.page?.inputPath ? templateName(env.page.inputPath) : "a template";

/**
 * Returns the file and line of a text for messages, such as `posts/a.md:12`: of the first lines of the file that contain
 * those of the text, or else its first line. Without a line, if no line does, as for a text that a shortcode writes.
 *
 * @param source - Markdown as it is in the file.
 */
export function placeIn(env: PageEnvironment | undefined, source: string): string {
  const file = env?.page?.inputPath;
  const place = sourceOfPage(env);
  const wanted = source
    .trim()
    .split("\n")
    .map((line) => line.trim());
  const [first] = wanted;
  if (!file || !first || whyUnreadable(file)) return place;
  const lines = readText(file).split("\n");
  const starts = lines.flatMap((line, index) => (line.includes(first) ? [index] : []));
  const line = starts.find((start) => wanted.every((text, index) => lines[start + index]?.includes(text)));
  const found = line ?? starts[0];
  return found === undefined ? place : `${place}:${found + 1}`;
}
