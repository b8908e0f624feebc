import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  contrast,
  contrastMessage,
  lowContrastPairs,
  nearestReadable,
  normalizeColor,
} from "../../plugin/appearance/contrast/contrast.ts";
import { defaultTokens } from "../../plugin/appearance/theme-styles.ts";

const near = (got: number, wanted: number): void =>
  assert.ok(Math.abs(got - wanted) < 0.01, `${got}, not ${wanted}`);

test("contrast is WCAG's", () => {
  near(contrast("#000", "#fff"), 21);
  near(contrast("#fff", "#000"), 21);
  near(contrast("#767676", "#fff"), 4.54);
  near(contrast("#777", "#fff"), 4.48);
  near(contrast("red", "white"), 4);
  near(contrast("#9300ff", "#000"), 3.69);
  near(contrast("#abc", "#abc"), 1);
});

test("text that lets some of its background through counts as it is seen", () => {
  near(contrast("#00000080", "#fff"), contrast("#7f7f7f", "#fff"));
  near(contrast("#0000", "#fff"), 1);
});

test("the nearest colour is one that has enough, and the colour itself where it has", () => {
  assert.is(nearestReadable("#4b0082", "#fff"), "#4b0082");
  assert.is(nearestReadable("#999999", "#ffffff"), "#767676");
  assert.is(nearestReadable("#000", "#000"), "#757575");
  const channel = fc.integer({ min: 0, max: 255 });
  const anyColour = fc
    .tuple(channel, channel, channel)
    .map((rgb) => `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`);
  fc.assert(
    fc.property(anyColour, anyColour, (text, background) => {
      const found = nearestReadable(text, background);
      assert.ok(contrast(found, background) >= 4.5, `${found} for ${text} on ${background}`);
    }),
    { numRuns: 60 },
  );
});

test("Indigo's own purple in dark leads to the theme's", () => {
  near(contrast(nearestReadable("#9300ff", "#000"), "#000"), 4.5);
});

test("colours of CSS are understood, and nothing else", () => {
  const colours = {
    "#00aa55": "#0a5",
    " RebeccaPurple ": "#639",
    "rgb(0 170 85 / 50%)": "#00aa5580",
    "hsl(150, 100%, 33.3%)": "#0a5",
    "oklch(60% 0.1 180)": "#239382",
  };
  for (const [text, wanted] of Object.entries(colours)) assert.is(normalizeColor(text), wanted, text);
  assert.match(normalizeColor("color(display-p3 0 1 0)") ?? "", /^oklch\([\d. ]+\)$/);
  for (const text of [
    "",
    "gren",
    "#12",
    "currentColor",
    "var(--x)",
    "color-mix(in srgb, red, blue)",
    "red; } body { display: none",
    "red !important",
    "#0a5)//",
    "url(https://example.org)",
  ]) {
    assert.is(normalizeColor(text), undefined, text);
  }
});

/** The theme's own colours by name, with some changed. */
async function colours(changed: Record<string, string> = {}): Promise<Record<string, string>> {
  const own = Object.entries(await defaultTokens()).filter(([, { kind }]) => kind === "color");
  return { ...Object.fromEntries(own.map(([name, { value }]) => [name, value])), ...changed };
}

test("the theme's own colours have enough contrast in both sets", async () => {
  assert.equal(lowContrastPairs(await colours(), "light"), []);
  assert.equal(lowContrastPairs(await colours(), "dark"), []);
});

test("every pair that text is set in is checked, each in its own set", async () => {
  const found = async (changed: Record<string, string>, scheme: "light" | "dark" = "light") =>
    lowContrastPairs(await colours(changed), scheme).map(
      ({ text, background }) => `${text} on ${background}`,
    );
  assert.equal(await found({ muted: "#aaa" }), ["muted on background"]);
  assert.equal(await found({ "muted-dark": "#555" }), []);
  assert.equal(await found({ "muted-dark": "#555" }, "dark"), ["muted-dark on background-dark"]);
  assert.equal(await found({ "code-background": "#777" }), [
    "text on code-background",
    "heading on code-background",
  ]);
  assert.equal(await found({ line: "#aaa" }), ["text on line"]);
  assert.equal(await found({ mark: "#0000ffaa" }), ["heading on mark"]);
  assert.equal(await found({ "syntax-string": "#faa", "syntax-inserted": "#efe" }), [
    "syntax-string on background",
    "syntax-inserted on syntax-inserted-background",
  ]);
});

test("a finding is a sentence that names the pair, the ratio and what would do", async () => {
  const [finding] = lowContrastPairs(await colours({ accent: "#999" }), "light");
  assert.ok(finding);
  assert.is(
    contrastMessage(finding),
    'the token "accent" (#999) on "background" (#fff) has a contrast of 2.84 to 1; WCAG AA requires 4.5 to 1. The nearest color that has it is #767676.',
  );
});

test.run();
