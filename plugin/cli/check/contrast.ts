import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Color, parse, wcagContrast } from "culori";
import type { Fault } from "./fault.js";

/** Text of the theme and what it stands on, as the names of its custom properties. */
const pairs: readonly (readonly [text: string, background: string])[] = [
  ...["text", "heading", "strong", "muted", "accent"].map((name) => [name, "background"] as const),
  ["text", "code-background"],
];

/** What WCAG 2.2 asks for text of usual size. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
const least = 4.5;

/** The theme's custom properties as a style sheet sets them, each with the line in which it does. */
interface Tokens {
  light: Map<string, { value: string; file: string; line: number }>;
  dark: Map<string, { value: string; file: string; line: number }>;
}

/**
 * Looks at the colours that the site's own style sheets give the theme. What the theme comes with has enough contrast, so
 * that only a site which changes some pays for it.
 *
 * @param output - The folder of the result.
 */
export function checkContrast(output: string): Fault[] {
  const tokens: Tokens = { light: new Map(), dark: new Map() };
  // The theme's own first: what comes after it has the last word, as on a page.
  const sheets = readdirSync(output, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".css"))
    .sort((a, b) => Number(isThemes(b)) - Number(isThemes(a)) || (a < b ? -1 : 1));
  const changed = sheets.some((name) => !isThemes(name) && readSheet(output, name).includes("--indigo-"));
  if (!changed) return [];
  for (const name of sheets) readTokens(readSheet(output, name), name, tokens);
  const dark = new Map([...tokens.light, ...tokens.dark]);
  return [...compare(tokens.light, ""), ...(tokens.dark.size > 0 ? compare(dark, " in dark") : [])];
}

const isThemes = (name: string): boolean => /^assets[\\/]indigo(-\w+)?-[\da-f]{10}\.css$/.test(name);

const readSheet = (output: string, name: string): string => {
  const file = path.join(output, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

/** Goes through the blocks of a sheet: declarations of the root count, and whether they stand in a query for dark. */
function readTokens(css: string, file: string, tokens: Tokens): void {
  const text = css.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "));
  const open: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/[{};]/g)) {
    const piece = text.slice(start, match.index).trim();
    if (match[0] === "{") open.push(piece);
    else {
      const [, name, value] = /^--indigo-([\w-]+)\s*:\s*(.+)$/s.exec(piece) ?? [];
      if (name && value && /^(:root|html)\b/.test(open.at(-1) ?? "")) {
        const isDark = open.some((block) => /prefers-color-scheme:\s*dark|data-theme=.?dark/.test(block));
        const line = text.slice(0, match.index).split("\n").length;
        (isDark ? tokens.dark : tokens.light).set(name, { value: value.trim(), file, line });
      }
      if (match[0] === "}") open.pop();
    }
    start = match.index + 1;
  }
}

function compare(tokens: Tokens["light"], scheme: string): Fault[] {
  return pairs.flatMap(([text, background]): Fault[] => {
    const [front, back] = [tokens.get(text), tokens.get(background)];
    const [color, ground] = [colorOf(front?.value), colorOf(back?.value)];
    if (!front || !back || !color || !ground) return [];
    const contrast = wcagContrast(color, ground);
    if (contrast >= least) return [];
    const own = isThemes(front.file) ? back : front;
    if (isThemes(own.file)) return [];
    return [
      {
        rule: "contrast",
        message: `--indigo-${text} (${front.value}) on --indigo-${background} (${back.value})${scheme} has a contrast of ${contrast.toFixed(2)} to 1, which should be ${least} or more`,
        page: "/",
        pages: 1,
        file: own.file.split(path.sep).join("/"),
        line: own.line,
      },
    ];
  });
}

/** A colour that lets nothing shine through. */
function colorOf(value: string | undefined): Color | undefined {
  const color = value === undefined ? undefined : parse(value);
  return color && (color.alpha ?? 1) === 1 ? color : undefined;
}
