import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type AnyNode, type Expression, type ObjectExpression, type Program, parse } from "acorn";
import { packageManifest } from "../../paths.js";
import { lineCounter } from "../../utils/lines.js";

/** A parsed JavaScript file of the site. */
export interface Source {
  /** The path from the site's folder. */
  file: string;
  text: string;
  program: Program;
  lineAt(position: number): number;
}

/** An object literal, and the file in which it stands. */
export interface Literal {
  source: Source;
  node: ObjectExpression;
}

/** The options that a config gives the theme, as far as they can be read. */
export interface ConfigOptions {
  /** The object literals that are the options, those that are spread into them included. */
  literals: Literal[];
  /** Whether that is all: false if a part of the options comes from a call, a variable that changes, or another package. */
  isComplete: boolean;
}

/** Parses a JavaScript file; undefined if it does not exist or has an error. */
export function parseSource(site: string, file: string): Source | undefined {
  const full = path.join(site, file);
  if (!statSync(full, { throwIfNoEntry: false })?.isFile()) return undefined;
  // With its byte-order mark, which counts in positions.
  const text = readFileSync(full, "utf8");
  for (const sourceType of ["module", "script"] as const) {
    try {
      const options = {
        ecmaVersion: "latest",
        sourceType,
        allowHashBang: true,
        allowReturnOutsideFunction: true,
      } as const;
      return { file, text, program: parse(text, options), lineAt: lineCounter(text) };
    } catch {
      // CommonJS may use what modules may not.
    }
  }
  return undefined;
}

/** Returns every node of a syntax tree. */
export function nodesOf(root: AnyNode): AnyNode[] {
  const all: AnyNode[] = [];
  const pending: AnyNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    all.push(node);
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value])
        if (typeof child === "object" && child !== null && typeof child.type === "string")
          pending.push(child);
    }
  }
  return all;
}

/**
 * Returns the options that a config gives the theme: the second argument of each `addPlugin(indigo, …)`.
 *
 * @param file - The config, from the site's folder.
 */
export function configOptions(site: string, file: string): ConfigOptions {
  const source = parseSource(site, file);
  if (!source) return { literals: [], isComplete: false };
  const nodes = nodesOf(source.program);
  const names = pluginNames(nodes);
  const found: ConfigOptions = { literals: [], isComplete: true };
  let count = 0;
  for (const node of nodes) {
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") continue;
    const { property } = node.callee;
    const [plugin, options] = node.arguments;
    if (property.type !== "Identifier" || property.name !== "addPlugin") continue;
    if (plugin?.type !== "Identifier" || !names.has(plugin.name)) continue;
    count += 1;
    if (options) collect(site, source, options as AnyNode, found);
  }
  return { literals: found.literals, isComplete: found.isComplete && count > 0 };
}

const isThemeName = (node: AnyNode | null | undefined): boolean =>
  node?.type === "Literal" && node.value === packageManifest.name;

/** Returns the variables that are the plugin: imported, or required. */
function pluginNames(nodes: readonly AnyNode[]): Set<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    if (node.type === "ImportDeclaration" && isThemeName(node.source)) {
      for (const specifier of node.specifiers)
        if (specifier.type !== "ImportNamespaceSpecifier") names.add(specifier.local.name);
    }
    if (node.type !== "VariableDeclarator" || !node.init || !loadsTheme(node.init)) continue;
    if (node.id.type === "Identifier") names.add(node.id.name);
    // `const { default: indigo } = await import(…)`
    if (node.id.type === "ObjectPattern") {
      for (const property of node.id.properties)
        if (property.type === "Property" && property.value.type === "Identifier")
          names.add(property.value.name);
    }
  }
  return names;
}

/** Returns whether an expression loads the theme: `require(…)`, `require(…).default`, `await import(…)`. */
function loadsTheme(node: Expression): boolean {
  return nodesOf(node as AnyNode).some(
    (each) =>
      (each.type === "ImportExpression" && isThemeName(each.source as AnyNode)) ||
      (each.type === "CallExpression" &&
        each.callee.type === "Identifier" &&
        each.callee.name === "require" &&
        isThemeName(each.arguments[0] as AnyNode)),
  );
}

/** Adds the object literals of an expression: the expression itself, the constants it names, and what it spreads. */
function collect(site: string, source: Source, node: AnyNode, found: ConfigOptions): void {
  if (node.type === "ObjectExpression") {
    found.literals.push({ source, node });
    for (const property of node.properties)
      if (property.type === "SpreadElement") collect(site, source, property.argument as AnyNode, found);
  } else if (node.type === "Identifier") {
    const value = constant(site, source, node.name);
    if (value) collect(site, value.source, value.node, found);
    else found.isComplete = false;
  } else found.isComplete = false;
}

/** Returns the object of a constant that never changes: declared in this file, or imported from another of the site. */
function constant(site: string, source: Source, name: string): { source: Source; node: AnyNode } | undefined {
  const nodes = nodesOf(source.program);
  const isChanged = nodes.some(
    (node) =>
      // A parameter of the same name hides the constant.
      ("params" in node && node.params.some((each) => each.type === "Identifier" && each.name === name)) ||
      (node.type === "AssignmentExpression" && baseOf(node.left as AnyNode) === name) ||
      (node.type === "CallExpression" &&
        node.arguments.some((argument) => isAssigned(node, argument as AnyNode, name))),
  );
  const declarators = nodes.filter(
    (node) => node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.id.name === name,
  );
  const [declarator] = declarators;
  if (isChanged || declarators.length > 1) return undefined;
  if (declarator?.type === "VariableDeclarator")
    return declarator.init ? { source, node: declarator.init as AnyNode } : undefined;
  const imported = importOf(nodes, name);
  return imported && importedValue(site, source, imported);
}

/** Returns the variable at the start of `options.images.widths`. */
const baseOf = (node: AnyNode): string | undefined =>
  node.type === "MemberExpression"
    ? baseOf(node.object as AnyNode)
    : node.type === "Identifier"
      ? node.name
      : undefined;

/** Returns whether a call changes a variable: `Object.assign(options, …)`. */
const isAssigned = (call: AnyNode, argument: AnyNode, name: string): boolean =>
  call.type === "CallExpression" &&
  call.arguments[0] === argument &&
  baseOf(argument) === name &&
  call.callee.type === "MemberExpression" &&
  baseOf(call.callee as AnyNode) === "Object";

interface Imported {
  from: string;
  /** The exported name. */
  name: string;
}

function importOf(nodes: readonly AnyNode[], name: string): Imported | undefined {
  for (const node of nodes) {
    if (node.type !== "ImportDeclaration" || typeof node.source.value !== "string") continue;
    for (const specifier of node.specifiers) {
      if (specifier.local.name !== name || specifier.type === "ImportNamespaceSpecifier") continue;
      const imported = specifier.type === "ImportSpecifier" ? specifier.imported : undefined;
      return { from: node.source.value, name: imported?.type === "Identifier" ? imported.name : "default" };
    }
  }
  return undefined;
}

function importedValue(
  site: string,
  { file }: Source,
  { from, name }: Imported,
): ReturnType<typeof constant> {
  const target = path.posix.join(path.posix.dirname(file), from);
  if (!from.startsWith(".") || target.startsWith("..") || !/\.[cm]?js$/.test(target)) return undefined;
  const source = parseSource(site, target);
  if (!source) return undefined;
  if (name !== "default") return constant(site, source, name);
  const exported = source.program.body.find(({ type }) => type === "ExportDefaultDeclaration");
  if (exported?.type !== "ExportDefaultDeclaration") return undefined;
  const { declaration } = exported;
  return declaration.type === "Identifier"
    ? constant(site, source, declaration.name)
    : { source, node: declaration as AnyNode };
}
