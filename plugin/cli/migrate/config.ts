import type { NavigationItem } from "../../options/navigation.js";

/** What of a site has to stand in its `eleventy.config.js`. */
export interface ConfigParts {
  /** Whether it has layouts of its own. */
  hasLayouts: boolean;
  navigation: NavigationItem[] | undefined;
  /** Whether it has the page of projects although its settings do not say so. */
  addsProjects: boolean;
  /** Tags of Jekyll's plugins, which do not run here. */
  tags: { name: string; isBlock: boolean }[];
  /** Whether it has data of its own under the name of the plugin's publications. */
  hasPublicationsData: boolean;
}

/** The `eleventy.config.js` of a site that keeps its `_config.yml`. */
export function configFile({
  hasLayouts,
  navigation,
  addsProjects,
  tags,
  hasPublicationsData,
}: ConfigParts): string {
  const links = (navigation ?? [])
    .map(({ label, url }) => `      { label: ${JSON.stringify(label)}, url: ${JSON.stringify(url)} },\n`)
    .join("");
  const options = [
    ...(links === "" ? [] : [`navigation: [\n${links}    ],`]),
    ...(addsProjects ? ["projects: true,"] : []),
    ...(hasPublicationsData
      ? [
          "// The file publications is the site's own data. For the plugin's pages of publications, name one here.\n    bibliography: [],",
        ]
      : []),
  ];
  const settings =
    options.length === 0
      ? '{ config: "_config.yml" }'
      : `{\n    config: "_config.yml",\n${options.map((option) => `    ${option}\n`).join("")}  }`;
  const lines = tags.map(({ name, isBlock }) => `  ${isBlock ? blockTag(name) : tag(name)}\n`);
  const unknown =
    lines.length === 0
      ? ""
      : `  // Tags of Jekyll's plugins, which do not run here: what they give is yours to write.\n${lines.join("")}`;
  return `import indigo from "eleventy-plugin-indigo";
${tags.some(({ isBlock }) => isBlock) ? blockFunction : ""}
export default function (eleventyConfig) {
${unknown}  eleventyConfig.addPlugin(indigo, ${settings});
}
${hasLayouts ? '\nexport const config = { dir: { layouts: "_layouts" } };\n' : ""}`;
}

/** Reads none of the words behind the tag's name, which may look like anything. */
const tag = (name: string): string =>
  `eleventyConfig.addLiquidTag(${JSON.stringify(name)}, () => ({ parse() {}, render: () => "" }));`;

/** Likewise; what stands in it stays. */
const blockTag = (name: string): string => `eleventyConfig.addLiquidTag(${JSON.stringify(name)}, block);`;

/** A tag of Liquid that renders what stands in it, whatever its name and its words. */
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
