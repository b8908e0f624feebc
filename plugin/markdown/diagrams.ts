import { readFileSync } from "node:fs";
import path from "node:path";
import type MarkdownIt from "markdown-it";
import type { EleventyConfig } from "../eleventy/api.js";
import { addScript } from "../eleventy/hashed-file.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";
import { resolvePeer } from "../utils/peer-package.js";

const start = `<pre class="${classes.mermaid}"`;

/**
 * Renders code blocks of the language `mermaid` as diagrams: as their source, which mermaid replaces if scripts run. They
 * are in the tab order, so that a source that is too wide can be scrolled by keyboard.
 */
export function useDiagrams(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const { fence } = rules;
  if (!fence) return;
  rules.fence = (tokens, index, options, env, renderer) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    return /^mermaid\b/.test(info.trim())
      ? `${start} tabindex="0">${escapeHtml(content)}</pre>\n`
      : fence(tokens, index, options, env, renderer);
  };
}

/**
 * Adds the site's installed mermaid and the script that starts it to the output.
 *
 * @returns Their URLs from the site's root, in the order in which a page loads them.
 * @throws IndigoError if the package is not installed.
 */
export function addDiagramScripts(eleventyConfig: EleventyConfig): string[] {
  const script = resolvePeer("mermaid", "mermaid/dist/mermaid.min.js");
  const { version } = JSON.parse(readFileSync(path.join(script, "../../package.json"), "utf8")) as {
    version: string;
  };
  const file = `assets/mermaid-${version}.min.js`;
  eleventyConfig.addPassthroughCopy({ [path.relative("", script)]: file });
  return [`/${file}`, addScript(eleventyConfig, "diagrams")];
}

/** Returns whether rendered content has a diagram. */
export const hasDiagram = (content: unknown): boolean => String(content ?? "").includes(start);
