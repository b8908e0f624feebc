import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../support/site.ts";

const folder = path.join(root, "plugin");

/** Every source file of the plugin, by its path within `plugin/`. */
export const sourceFiles: readonly string[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => file.endsWith(".ts"))
  .sort();

export const readSource = (file: string): string => readFileSync(path.join(folder, file), "utf8");

const known = new Set(sourceFiles);

/** What a file imports or exports from other files of the plugin: values and types, also `import()`. */
export function importsOf(file: string): string[] {
  const specifiers = [...readSource(file).matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)];
  return specifiers.map(([, specifier = ""]) => {
    const base = path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, "");
    const target = [`${base}.ts`, `${base}.d.ts`].find((name) => known.has(name));
    if (!target) throw new Error(`${file} imports ${specifier}, which is not in plugin/`);
    return target;
  });
}

/** The room of a file: its folder in `plugin/`, or the file itself. */
export const roomOf = (file: string): string => file.split("/", 1)[0] ?? file;

/** Every import of the plugin, as `[from, to]`. */
export const allImports: readonly (readonly [from: string, to: string])[] = sourceFiles.flatMap((file) =>
  importsOf(file).map((target) => [file, target] as const),
);

/** The groups of nodes that reach each other: each is a cycle. @see https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm */
export function cyclesOf(edges: readonly (readonly [from: string, to: string])[]): string[][] {
  const targets = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    targets.set(from, (targets.get(from) ?? new Set()).add(to));
    if (!targets.has(to)) targets.set(to, new Set());
  }
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    stack.push(node);
    for (const next of targets.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) === order.get(node)) groups.push(stack.splice(stack.indexOf(node)));
  };
  for (const node of targets.keys()) if (!order.has(node)) visit(node);
  return groups.filter((group) => group.length > 1 || targets.get(group[0] ?? "")?.has(group[0] ?? ""));
}
