import type { NavigationItem } from "../../options/navigation.js";

/** The facts of a site that its `eleventy.config.js` depends on. */
export interface ConfigParts {
  /** Whether the site has layouts of its own. */
  hasLayouts: boolean;
  navigation: NavigationItem[] | undefined;
  /** The option `tokens`. */
  tokens: Readonly<Record<string, string | number>>;
  /** Whether the site has the projects page although `_config.yml` does not turn it on. */
  addsProjects: boolean;
  /** The tags of Jekyll plugins, which do not run in Eleventy. */
  tags: { name: string; isBlock: boolean }[];
  /** The option `math`; undefined for its default. */
  math: object | undefined;
  /** The id of Google Analytics, if `_config.yml` has none. */
  analytics: string | undefined;
  /** Whether the site has a data file `publications` of its own. */
  hasPublicationsData: boolean;
}

/** Returns the `eleventy.config.js` of a site that keeps its `_config.yml`. */
export function configFile({
  hasLayouts,
  navigation,
  tokens,
  addsProjects,
  tags,
  math,
  analytics,
  hasPublicationsData,
}: ConfigParts): string {
  const links = (navigation ?? [])
    .map(({ label, url }) => `      { label: ${JSON.stringify(label)}, url: ${JSON.stringify(url)} },\n`)
    .join("");
  const values = Object.entries(tokens)
    .map(([name, value]) => `      ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
    .join("");
  const options = [
    ...(values === "" ? [] : [`tokens: {\n${values}    },`]),
    ...(links === "" ? [] : [`navigation: [\n${links}    ],`]),
    ...(math ? [`math: ${JSON.stringify(math)},`] : []),
    ...(analytics ? [`analytics: { google: ${JSON.stringify(analytics)} },`] : []),
    ...(addsProjects ? ["projects: true,"] : []),
    ...(hasPublicationsData
      ? [
          "// The file publications is the site's own data. To add publication pages, set a bibliography here.\n    bibliography: [],",
        ]
      : []),
  ];
  const settings =
    options.length === 0
      ? '{ config: "_config.yml" }'
      : `{\n    config: "_config.yml",\n${options.map((option) => `    ${option}\n`).join("")}  }`;
  const lines = tags.map(({ name, isBlock }) => `  ${isBlock ? blockTag(name) : tag(name)}\n`);
  const unknownTags =
    lines.length === 0
      ? ""
      : `  // Tags of Jekyll plugins, which do not run in Eleventy: write what they should render.\n${lines.join("")}`;
  return `import indigo from "eleventy-plugin-indigo";
${tags.some(({ isBlock }) => isBlock) ? blockFunction : ""}
export default function (eleventyConfig) {
${unknownTags}  eleventyConfig.addPlugin(indigo, ${settings});
}
${hasLayouts ? '\nexport const config = { dir: { layouts: "_layouts" } };\n' : ""}`;
}

/** Returns code for a tag that renders nothing. It does not parse the arguments, whose syntax is unknown. */
const tag = (name: string): string =>
  `eleventyConfig.addLiquidTag(${JSON.stringify(name)}, () => ({ parse() {}, render: () => "" }));`;

/** Returns code for a block tag that renders its content. */
const blockTag = (name: string): string => `eleventyConfig.addLiquidTag(${JSON.stringify(name)}, block);`;

/** Code of a Liquid block tag that renders its content and ignores its arguments. */
const blockFunction = `
const block = (engine) => ({
  parse({ name }, rest) {
    this.templates = [];
    const stream = engine.parser.parseStream(rest);
    stream.on("template", (template) => this.templates.push(template)).on(\`tag:end\${name}\`, () => stream.stop());
    stream.start();
  },
  *render(scope, emitter) {
    yield engine.renderer.renderTemplates(this.templates, scope, emitter);
  },
});
`;
