/** What a line of a template or style sheet is for. */
export type Purpose =
  | "analytics"
  | "colors"
  | "comments"
  | "fonts"
  | "formulas"
  | "images"
  | "links"
  | "metadata"
  | "scripts"
  | "styles"
  | "words";

interface PurposeTest {
  purpose: Purpose;
  test: RegExp;
  /** Whether it is looked for in style sheets, in templates or in both. */
  where: "styles" | "templates" | "both";
}

const purposeTests: readonly PurposeTest[] = [
  { purpose: "formulas", test: /mathjax|katex|tex-mml|type="math\/tex/i, where: "templates" },
  {
    purpose: "analytics",
    test: /googletagmanager|google-analytics|gtag\(|\bga\(|\bUA-\d|\bG-[A-Z\d]{6,}|matomo|piwik|_paq|plausible|goatcounter|hotjar|clarity\.ms|umami|statcounter|usefathom|cloudflareinsights|hm\.baidu|busuanzi/i,
    where: "templates",
  },
  {
    purpose: "comments",
    test: /disqus|giscus|utteranc|gitalk|gitment|commento|hyvor|isso|staticman|livere|facebook.*comments/i,
    where: "templates",
  },
  {
    purpose: "fonts",
    test: /fonts\.g(oogleapis|static)|typekit|font-family|@font-face|font-?awesome|fa-kit|\$font|fonts?\.css|academicons/i,
    where: "both",
  },
  {
    purpose: "colors",
    test: /#[\da-f]{3,8}\b|\b(rgb|hsl)a?\(|\bcolor\b|background|\$(alpha|beta|gama|delta|epsilon|omega|zeta|kappa)\b/i,
    where: "styles",
  },
  { purpose: "links", test: /<a\b|\bhref\s*=(?![^>]*rel=)/i, where: "templates" },
  { purpose: "images", test: /<(img|svg|picture|video|iframe)\b/i, where: "templates" },
  { purpose: "metadata", test: /<(meta|link|title|base)\b/i, where: "templates" },
  { purpose: "scripts", test: /<script\b|\bfunction\s*\(|=>|\bvar \w/i, where: "templates" },
  { purpose: "styles", test: /<style\b|\bstyle\s*=/, where: "templates" },
  { purpose: "styles", test: /\S/, where: "styles" },
];

/** Returns what the added lines of a file are for, in the order of the first line for each. */
export function purposesOf(file: string, lines: readonly string[]): Purpose[] {
  const kind = /\.(s[ac]ss|css|styl)$/.test(file) ? "styles" : "templates";
  const found = new Set<Purpose>();
  for (const line of lines) {
    for (const { purpose, test, where } of purposeTests)
      if ((where === kind || where === "both") && test.test(line)) found.add(purpose);
    if (kind === "templates" && hasWords(line)) found.add("words");
  }
  return [...found];
}

/** Returns whether a line has words that readers see: at least two letters outside tags and Liquid. */
function hasWords(line: string): boolean {
  const text = line.replaceAll(/\{[{%][^}]*[%}]\}|<[^>]*>|&\w+;/g, " ");
  return /\p{L}{2}/u.test(text) && !/[{}();=]|^\s*[\w-]+\s*:|["'][\w-]*\s*\/?>?\s*$/.test(text);
}
