/** A Sass variable of Indigo, with the token that it has become. */
interface ThemeVariable {
  name: string;
  token: string;
  /** The values that it has had in Indigo, light and dark, as Sass writes them. */
  defaults: readonly string[];
}

const sans = [
  '"Helvetica Neue", Helvetica, Arial, sans-serif',
  '"Helvetica Neue, Helvetica, Arial, sans-serif"',
];
const mono = [
  '"Consolas", Liberation Mono, Menlo, Courier, monospace',
  '"Consolas, Liberation Mono, Menlo, Courier, monospace"',
];

/** The variables in `_sass/base/variables.sass` of Indigo that name a color or a font. */
export const themeVariables: readonly ThemeVariable[] = [
  { name: "fontSans", token: "font-sans", defaults: sans },
  { name: "fontMonospace", token: "font-mono", defaults: mono },
  { name: "alpha", token: "text", defaults: ["#666", "#aaa"] },
  { name: "beta", token: "heading", defaults: ["#222", "#ededed"] },
  { name: "gama", token: "muted", defaults: ["#aaa", "#575757", "#999", "#666"] },
  { name: "delta", token: "accent", defaults: ["#4b0082", "#9300ff"] },
  { name: "epsilon", token: "line", defaults: ["#ededed", "#222"] },
  { name: "omega", token: "background", defaults: ["#fff", "#000"] },
  { name: "zeta", token: "strong", defaults: ["#000", "#fff"] },
  {
    name: "kappa",
    token: "mark",
    defaults: ["#27f36a26", "rgba(39, 243, 106, 0.14901960784313725)", "#1e2d24"],
  },
  { name: "thin-font", token: "thin", defaults: ["300", "400"] },
];

/** Matches an assignment of one of these variables in Sass, with its name. */
const assignment = new RegExp(
  `^([ \\t]*\\$(${themeVariables.map(({ name }) => name).join("|")})[ \\t]*:)[^\\n;]*`,
  "gm",
);

/** Returns Sass in which these variables are the theme's tokens, so that its output does not depend on their values. */
export const withTokens = (sass: string): string =>
  sass.replaceAll(assignment, (_, start: string, name: string) => {
    const token = themeVariables.find((variable) => variable.name === name)?.token ?? "";
    return `${start} var(--indigo-${token})`;
  });

/** The selector of the rule in which {@link valueRule} writes the values. */
export const valueSelector = "indigo-values";

/** Returns a rule in SCSS whose compiled declarations are the values of the variables. */
export const valueRule = (): string =>
  `\n${valueSelector} {${themeVariables
    .map(({ name }) => `@if global-variable-exists("${name}") { ${name}: inspect($${name}); }`)
    .join(" ")}}\n`;
