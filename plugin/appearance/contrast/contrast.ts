import {
  type Color,
  clampChroma,
  clampRgb,
  converter,
  formatCss,
  formatHex,
  formatHex8,
  inGamut,
  parse,
  wcagContrast,
} from "culori";

/** The contrast that WCAG AA asks for between text and what is behind it. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const minimumContrast = 4.5;

const rgb = converter("rgb");
const oklch = converter("oklch");
const isInSrgb = inGamut("rgb");

/**
 * A color in a form of its own, so that nothing but a color gets into a style sheet.
 *
 * @param text - Any color of CSS that says which one it is, so no `currentColor`, `var()` or `color-mix()`.
 * @returns Hexadecimal where that is exact, else a function of CSS; nothing where the text is no color.
 */
export function normalizeColor(text: string): string | undefined {
  const parsed = parse(text.trim());
  if (!parsed) return undefined;
  if (!isInSrgb(parsed)) return formatCss(oklch(parsed));
  return short((parsed.alpha ?? 1) < 1 ? formatHex8(parsed) : formatHex(parsed));
}

/** `#0a5` for `#00aa55`. */
const short = (hex: string): string => hex.replace(/^#(.)\1(.)\2(.)\3(?:(.)\4)?$/, "#$1$2$3$4");

const parseColor = (text: string): Color => {
  const parsed = parse(text);
  if (!parsed) throw new Error(`"${text}" is no color`);
  return parsed;
};

/** What is seen of a color, which may let some of it through, on another. */
function layered(upper: string, lower: string): string {
  const [over, under] = [rgb(clampRgb(parseColor(upper))), rgb(clampRgb(parseColor(lower)))];
  const alpha = over.alpha ?? 1;
  const mix = (channel: "r" | "g" | "b"): number => over[channel] * alpha + under[channel] * (1 - alpha);
  return short(formatHex({ mode: "rgb", r: mix("r"), g: mix("g"), b: mix("b") }));
}

/** The contrast of text on a background, from 1 to 21. Of text that lets some of it through, as it is seen. */
export function contrast(text: string, background: string): number {
  return wcagContrast(layered(text, background), background);
}

/**
 * The color nearest to a given one that has enough contrast on a background: lighter or darker in OKLCH, of the same
 * hue, and as colorful as a screen can show it.
 *
 * @returns The color itself if it has enough.
 */
export function nearestReadable(text: string, background: string): string {
  if (contrast(text, background) >= minimumContrast) return text;
  const from = oklch(parseColor(layered(text, background)));
  for (let step = 0.001; step <= 1; step += 0.001) {
    for (const l of [from.l - step, from.l + step]) {
      if (l < 0 || l > 1) continue;
      const candidate = short(formatHex(clampChroma({ ...from, l }, "oklch")));
      if (contrast(candidate, background) >= minimumContrast) return candidate;
    }
  }
  return contrast("#000", background) >= minimumContrast ? "#000" : "#fff";
}

/** Text of one token, on what another one colors, which may itself let some of a third through. */
interface Pair {
  text: string;
  background: string;
  under?: string;
}

/** What the styles set text in. Tokens of code are added by their names. */
const pairs: readonly Pair[] = [
  ...["text", "heading", "strong", "muted", "accent"].map((text) => ({ text, background: "background" })),
  // Code within text.
  ...["text", "heading", "strong"].map((text) => ({ text, background: "code-background" })),
  // Tags; badges and the filters that are chosen.
  ...["text", "heading"].map((text) => ({ text, background: "line" })),
  // Words marked, and titles that a star marks.
  { text: "heading", background: "mark", under: "background" },
];

/** What stands on a color of its own in colored code. */
const codeBackgrounds: Record<string, string> = {
  "syntax-inserted": "syntax-inserted-background",
  "syntax-deleted": "syntax-deleted-background",
  "syntax-error": "syntax-deleted-background",
};

const pairsOf = (names: readonly string[]): Pair[] => [
  ...pairs,
  ...names
    .filter((name) => /^syntax-(?!.*-(background|dark)$)/.test(name))
    .map((text) => ({ text, background: codeBackgrounds[text] ?? "background" })),
];

/** A pair of tokens with too little contrast. */
export interface LowContrastPair {
  /** Names of tokens: `accent-dark`. */
  text: string;
  background: string;
  textColor: string;
  /** The background as it is seen. */
  backgroundColor: string;
  contrast: number;
  /** The color nearest to the text's that has enough. */
  nearest: string;
}

/**
 * Checks every pair of tokens that the theme sets text in.
 *
 * @param colors - All tokens that are colors, by name.
 * @param scheme - Which of the two sets.
 * @returns The pairs under 4.5 to 1.
 */
export function lowContrastPairs(
  colors: Readonly<Record<string, string>>,
  scheme: "light" | "dark",
): LowContrastPair[] {
  const nameOf = (name: string): string => (scheme === "dark" ? `${name}-dark` : name);
  const colorOf = (name: string): string => {
    const value = colors[nameOf(name)];
    if (value === undefined) throw new Error(`there is no token "${nameOf(name)}"`);
    return value;
  };
  return pairsOf(Object.keys(colors)).flatMap(({ text, background, under }) => {
    const textColor = colorOf(text);
    const page = under ? colorOf(under) : "#fff";
    const backgroundColor = layered(colorOf(background), page);
    const found = contrast(textColor, backgroundColor);
    if (found >= minimumContrast) return [];
    return [
      {
        text: nameOf(text),
        background: nameOf(background),
        textColor,
        backgroundColor,
        contrast: found,
        nearest: nearestReadable(textColor, backgroundColor),
      },
    ];
  });
}

/** A finding as a sentence to the author. */
export function contrastMessage({
  text,
  textColor,
  background,
  backgroundColor,
  ...found
}: LowContrastPair): string {
  const ratio = Math.floor(found.contrast * 100) / 100;
  return `the token "${text}" (${textColor}) on "${background}" (${backgroundColor}) has a contrast of ${ratio} to 1; WCAG AA asks for ${minimumContrast} to 1, and the nearest color that has it is ${found.nearest}.`;
}
