import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  contrastMessage,
  defaultTokens,
  lowContrastPairs,
  normalizeColor,
} from "../../appearance/contrast/index.js";
import { isThemeStylesheet } from "../../appearance/index.js";
import { lineCounter } from "../../utils/lines.js";
import { replaceUpTo } from "../../utils/search.js";
import type { Fault } from "./fault.js";

/** The theme's custom properties that style sheets set: name to value, file and line. */
interface Tokens {
  light: Map<string, { value: string; file: string; line: number }>;
  dark: Map<string, { value: string; file: string; line: number }>;
}

/**
 * Validates the contrast of the theme's colors as the site changes them, in options or in style sheets of its own.
 *
 * @param output - The output folder.
 */
export async function checkContrast(output: string): Promise<Fault[]> {
  const tokens: Tokens = { light: new Map(), dark: new Map() };
  // The theme's style sheets first, since later declarations override them, as on a page.
  const sheets = readdirSync(output, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".css"))
    .sort((a, b) => Number(isThemeStylesheet(b)) - Number(isThemeStylesheet(a)) || (a < b ? -1 : 1));
  for (const name of sheets) readTokens(readSheet(output, name), name, tokens);
  const colors: Record<string, string> = {};
  for (const [name, { kind, value }] of Object.entries(await defaultTokens())) {
    if (kind !== "color") continue;
    const [base, scheme] = name.endsWith("-dark")
      ? ([name.slice(0, -"-dark".length), "dark"] as const)
      : ([name, "light"] as const);
    const set = tokens[scheme].get(base);
    colors[name] = (set && normalizeColor(set.value)) ?? value;
  }
  return (["light", "dark"] as const).flatMap((scheme) =>
    tokens[scheme].size === 0 ? [] : compare(colors, scheme, tokens),
  );
}

const readSheet = (output: string, name: string): string => {
  const file = path.join(output, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

/** Reads the declarations of the root element from a style sheet, those for the dark scheme separately. */
function readTokens(css: string, file: string, tokens: Tokens): void {
  const text = replaceUpTo("*/", css, /\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "));
  const lineAt = lineCounter(css);
  const open: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/[{};]/g)) {
    const piece = text.slice(start, match.index).trim();
    if (match[0] === "{") open.push(piece);
    else {
      const [, name, value] = /^--indigo-([\w-]+)\s*:\s*(.+)$/s.exec(piece) ?? [];
      if (name && value && /^(:root|html)\b/.test(open.at(-1) ?? "")) {
        const isDark = open.some((block) => /prefers-color-scheme:\s*dark|data-theme=.?dark/.test(block));
        const line = lineAt(match.index);
        (isDark ? tokens.dark : tokens.light).set(name, { value: value.trim(), file, line });
      }
      if (match[0] === "}") open.pop();
    }
    start = match.index + 1;
  }
}

function compare(colors: Record<string, string>, scheme: "light" | "dark", tokens: Tokens): Fault[] {
  return lowContrastPairs(colors, scheme).map((finding): Fault => {
    const places = [finding.text, finding.background].map((name) =>
      tokens[scheme].get(scheme === "dark" ? name.slice(0, -"-dark".length) : name),
    );
    // A color in the theme's own style sheet comes from the site's options, which have no line here.
    const ownPlace = places.find((place) => place && !isThemeStylesheet(place.file));
    return {
      rule: "contrast",
      message: contrastMessage(finding).replace(/\.$/, ""),
      page: "/",
      pages: 1,
      file: ownPlace?.file.split(path.sep).join("/"),
      line: ownPlace?.line,
    };
  });
}
