import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import type { EleventyConfig } from "../../eleventy/api.js";
import { warnerOnce } from "../../eleventy/warnings.js";
import type { Site } from "../../options/site.js";
import { plainBraces } from "../attributes.js";
import { anyOpen } from "../braces.js";
import { type PageEnvironment, placeIn } from "../environment.js";
import { inlineWithoutHtml } from "../figures.js";
import { takeComments, takeSigns } from "./comments.js";
import { type FenceReader, isLanguage } from "./highlight.js";
import { type CodeInfo, readInfo } from "./info.js";
import type { CodeLook } from "./lines.js";
import { marksOf } from "./ranges.js";

/** The `meta` of a fence whose info string says more than its language. Rules for listings read and change it. */
export interface FenceMeta {
  /** What the info string says. */
  code?: CodeInfo;
  /** The first line of the fence as written, for messages. */
  source?: string;
  /** The caption, from the rule `indigo_fence_caption` on; later rules may number it. */
  caption?: Token[];
}

/**
 * Returns a reader of the info strings of fences in Eleventy's Markdown: of titles, line numbers, marks and so on. See
 * {@link readInfo}. It warns of what is wrong in them.
 */
export function fenceReader(eleventyConfig: EleventyConfig, { writing }: Pick<Site, "writing">): FenceReader {
  const warn = warnerOnce(eleventyConfig);
  const { lineNumbers } = writing.code;
  return {
    use: useFenceInfo,
    read(token, env, renderInline) {
      if (token.type !== "fence") {
        const look = { firstNumber: lineNumbers ? 1 : undefined };
        return { code: token.content, look, attributes: token.attrs ?? [] };
      }
      const { code: info, caption, source = token.markup + token.info } = (token.meta ?? {}) as FenceMeta;
      const report = (problem: string): void => {
        const place = placeIn(env as PageEnvironment, `${source}\n${token.content}`);
        warn(`a block of code in ${place} ${problem}`);
      };
      const captionHtml = caption && renderInline(caption);
      const { code, look } = shown(token.content, info, lineNumbers, report);
      const attributes = ownAttributes(token.attrs ?? [], info?.taken);
      return { code, language: info?.language, look: { ...look, captionHtml }, attributes };
    },
  };
}

/** Returns the attributes of an element without those that are settings of its code. */
function ownAttributes(
  attributes: readonly [string, string][],
  taken: ReadonlySet<string> = new Set(),
): [string, string][] {
  return attributes
    .filter(([name]) => !taken.has(name))
    .map(([name, value]) => {
      const names = name === "class" ? value.split(/\s+/).filter((word) => !taken.has(`.${word}`)) : [value];
      return [name, names.join(" ")];
    });
}

/** An info string that says more than a language. */
const saysMore = new RegExp(String.raw`[\s${anyOpen}:/[=]|^diff-`);

/**
 * Reads the info strings of fences that say more than a language, before the rule for attributes takes the braces from them.
 * A second rule adds the attributes that that rule misses, such as those before `{2,4}`.
 */
function useFenceInfo(md: MarkdownIt): void {
  const { ruler } = md.core;
  ruler.after("block", "indigo_fence_info", ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== "fence" || !saysMore.test(token.info.trim())) continue;
      const info = plainBraces(token.info);
      const code = readInfo(md.utils.unescapeAll(info), isLanguage);
      token.meta = { ...token.meta, code, source: token.markup + info } satisfies FenceMeta;
    }
  });
  ruler.after("inline", "indigo_fence_caption", (state) => {
    for (const token of state.tokens) {
      const meta = token.type === "fence" ? (token.meta as FenceMeta | null) : null;
      if (meta?.code?.caption) meta.caption = inlineWithoutHtml(state, meta.code.caption);
    }
  });
  ruler.after("linkify", "indigo_fence_attributes", ({ tokens }) => {
    for (const token of tokens) {
      const { code } = (token.type === "fence" ? (token.meta ?? {}) : {}) as FenceMeta;
      for (const [name, value] of code?.attributes ?? []) {
        const has = (token.attrGet(name) ?? "").split(/\s+/);
        if (name === "class" ? !has.includes(value) : token.attrGet(name) === null)
          token.attrJoin(name, value);
      }
    }
  });
}

/** Returns the code of a fence as it is shown. */
function shown(
  content: string,
  info: CodeInfo | undefined,
  lineNumbers: boolean,
  report: (problem: string) => void,
): { code: string; look: CodeLook } {
  for (const problem of info?.problems ?? []) report(problem);
  const diff = info?.isDiff ? takeSigns(content) : { code: content, ranges: [] };
  const { code, ranges } = takeComments(diff.code);
  const count = code === "" ? 0 : code.replace(/\n$/, "").split("\n").length;
  const hasNumbers = info?.numbers ?? lineNumbers;
  const look: CodeLook = {
    title: info?.title,
    firstNumber: hasNumbers ? (info?.start ?? 1) : undefined,
    marks: marksOf([...(info?.ranges ?? []), ...diff.ranges, ...ranges], count, report),
    wrap: info?.wrap,
  };
  return { code, look };
}
