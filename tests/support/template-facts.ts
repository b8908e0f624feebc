import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./site.ts";
import { layoutNames, partNames } from "./theme-files.ts";

// What the theme's templates read, from their syntax trees.

interface Node {
  typename: string;
  value?: unknown;
  name?: Node;
  target?: Node;
  val?: Node;
  args?: Node;
  children?: Node[];
  targets?: Node[];
  template?: Node;
  fields: readonly string[];
}

const { parser } = createRequire(import.meta.url)("nunjucks") as { parser: { parse(source: string): Node } };

/** What one template reads. */
export interface TemplateFacts {
  /** Variables that it does not set itself, of `site`, `indigo` and `page` with the property: `site.title`. */
  variables: string[];
  filters: string[];
  /** The partials that it includes, without `indigo/` and extension. */
  includes: string[];
}

/** Data of the whole site, of which a template reads single properties. */
const globals = new Set(["site", "indigo", "page", "eleventy", "pagination"]);
/** Names of Nunjucks itself. */
const builtIn = new Set(["loop", "super", "caller", "defined"]);

/** Returns what a template of the theme reads. */
export function factsOf(name: string): TemplateFacts {
  const tree = parser.parse(readFileSync(path.join(root, `layouts/indigo/${name}.njk`), "utf8"));
  const variables = new Set<string>();
  const filters = new Set<string>();
  const includes = new Set<string>();
  const own = new Set<string>();
  const addNames = (node: Node | undefined): void => {
    if (!node) return;
    if (node.typename === "Symbol") own.add(String(node.value));
    for (const child of node.children ?? []) addNames(child);
  };
  const visit = (node: Node | undefined): void => {
    if (!node || typeof node !== "object") return;
    switch (node.typename) {
      case "Symbol":
        variables.add(String(node.value));
        return;
      case "LookupVal": {
        const { target, val } = node;
        if (target?.typename === "Symbol" && globals.has(String(target.value)) && val?.typename === "Literal")
          variables.add(`${String(target.value)}.${String(val.value)}`);
        else visit(target);
        if (val?.typename !== "Literal") visit(val);
        return;
      }
      case "Filter":
        filters.add(String(node.name?.value));
        visit(node.args);
        return;
      case "Block":
        break;
      case "Set":
        for (const target of node.targets ?? []) addNames(target);
        break;
      case "For":
      case "Macro":
        addNames(node.name);
        addNames(node.typename === "Macro" ? node.args : undefined);
        break;
      case "Include": {
        const [, part] = /^indigo\/(.+)\.njk$/.exec(String(node.template?.value)) ?? [];
        if (part) includes.add(part);
        return;
      }
    }
    for (const field of node.fields) {
      if (field === "targets" || (field === "name" && /^(?:Block|For|Macro)$/.test(node.typename))) continue;
      // Keys of an object are names, not variables.
      if (node.typename === "Pair" && field === "key") continue;
      const value = (node as unknown as Record<string, unknown>)[field];
      for (const each of Array.isArray(value) ? value : [value]) visit(each as Node);
    }
  };
  visit(tree);
  return {
    variables: [...variables].filter((each) => !own.has(each) && !builtIn.has(each)).sort(),
    filters: [...filters].filter((each) => each.startsWith("indigo")).sort(),
    includes: [...includes].sort(),
  };
}

/** Every template of the theme, by its name. */
export const templates: ReadonlyMap<string, TemplateFacts> = new Map(
  [...layoutNames, ...partNames].map((name) => [name, factsOf(name)]),
);
