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

/** The contrast between text and background that WCAG AA requires. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const minimumContrast = 4.5;

const rgb = converter("rgb");
const oklch = converter("oklch");
const isInSrgb = inGamut("rgb");

/**
 * Parses a CSS color and formats it again, so that nothing but a color gets into a stylesheet.
 *
 * @param text - A CSS color with a fixed value: no `currentColor`, `var()` or `color-mix()`.
 * @returns Hexadecimal if that is exact, else `oklch()`; `undefined` if the text is not a color.
 */
export function normalizeColor(text: string): string | undefined {
  const parsed = parse(text.trim());
  if (!parsed) return undefined;
  if (!isInSrgb(parsed)) return formatCss(oklch(parsed));
  return short((parsed.alpha ?? 1) < 1 ? formatHex8(parsed) : formatHex(parsed));
}

/** Returns a valid CSS color as the nearest in sRGB: `#0a5`. */
export const hexColor = (text: string): string => short(formatHex(clampChroma(parseColor(text), "oklch")));

/** Shortens a hexadecimal color: `#0a5` for `#00aa55`. */
const short = (hex: string): string => hex.replace(/^#(.)\1(.)\2(.)\3(?:(.)\4)?$/, "#$1$2$3$4");

const parseColor = (text: string): Color => {
  const parsed = parse(text);
  if (!parsed) throw new Error(`"${text}" is not a color`);
  return parsed;
};

/** Returns the visible color of a translucent color on another one. */
function layered(upper: string, lower: string): string {
  const [over, under] = [rgb(clampRgb(parseColor(upper))), rgb(clampRgb(parseColor(lower)))];
  const alpha = over.alpha ?? 1;
  const mix = (channel: "r" | "g" | "b"): number => over[channel] * alpha + under[channel] * (1 - alpha);
  return short(formatHex({ mode: "rgb", r: mix("r"), g: mix("g"), b: mix("b") }));
}

/** Returns the contrast of text on a background, from 1 to 21. Text may be translucent. */
export function contrast(text: string, background: string): number {
  return wcagContrast(layered(text, background), background);
}

/**
 * Finds the color nearest to that of a text which has enough contrast on a background: lighter or darker in OKLCH, with the
 * same hue, and the highest chroma that sRGB has.
 *
 * @returns The color itself if it has enough contrast.
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

/** Tokens of a text and its background. A translucent background is on a third token. */
interface Pair {
  text: string;
  background: string;
  under?: string;
}

/** The pairs that the styles use for text. Tokens of highlighted code are added by name. */
const pairs: readonly Pair[] = [
  ...["text", "heading", "strong", "muted", "accent"].map((text) => ({ text, background: "background" })),
  // Code within text.
  ...["text", "heading", "strong"].map((text) => ({ text, background: "code-background" })),
  // Tags, badges and selected filters.
  ...["text", "heading"].map((text) => ({ text, background: "line" })),
  // Marked text, and titles with a star.
  { text: "heading", background: "mark", under: "background" },
];

/** The tokens of highlighted code that have a background of their own. */
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
  /** The visible color of the background. */
  backgroundColor: string;
  contrast: number;
  /** The color nearest to the text's that has enough. */
  nearest: string;
}

/**
 * Returns the pairs of tokens with a contrast under 4.5 to 1, of those that the theme uses for text.
 *
 * @param colors - All tokens that are colors, by name.
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
    const ratio = contrast(textColor, backgroundColor);
    if (ratio >= minimumContrast) return [];
    return [
      {
        text: nameOf(text),
        background: nameOf(background),
        textColor,
        backgroundColor,
        contrast: ratio,
        nearest: nearestReadable(textColor, backgroundColor),
      },
    ];
  });
}

/** Returns a message about a pair with too little contrast. */
export function contrastMessage({
  text,
  textColor,
  background,
  backgroundColor,
  ...pair
}: LowContrastPair): string {
  const ratio = Math.floor(pair.contrast * 100) / 100;
  return `the token "${text}" (${textColor}) on "${background}" (${backgroundColor}) has a contrast of ${ratio} to 1; WCAG AA requires ${minimumContrast} to 1. The nearest color that has it is ${pair.nearest}.`;
}
