import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./site.ts";

/** A message of the plugin to the author of a site, as its source has it, with `…` for what is inserted. */
export interface SourceMessage {
  /** Where it is, from the project's folder: `plugin/cli/init/files.ts`. */
  file: string;
  text: string;
}

/** The calls whose arguments are messages. */
const calls = /(?:new IndigoError|\bwarn)\(/g;

/** Returns the texts of the string and template literals of a call, from after its opening parenthesis to its end. */
function literalsFrom(source: string, start: number): string[] {
  const texts: string[] = [];
  let depth = 1;
  for (let at = start; at < source.length && depth > 0; at++) {
    const character = source[at] ?? "";
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (/["'`]/.test(character)) {
      const [text, end] = literal(source, at);
      texts.push(text);
      at = end;
    } else if (source.startsWith("//", at)) at = source.indexOf("\n", at);
  }
  return texts;
}

/** Reads a literal. Returns its text, with `…` for each `${}`, and the index of its last character. */
function literal(source: string, start: number): [string, number] {
  const quote = source[start];
  let text = "";
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === quote) return [text, at];
    if (source[at] === "\\") text += source[++at];
    else if (quote === "`" && source.startsWith("${", at)) {
      text += "…";
      let depth = 1;
      for (at += 2; at < source.length; at++) {
        if (/["'`]/.test(source[at] ?? "")) at = literal(source, at)[1];
        else if (source[at] === "{") depth++;
        else if (source[at] === "}" && --depth === 0) break;
      }
    } else text += source[at];
  }
  throw new Error(`the literal at ${start} is not closed`);
}

const files = readdirSync(path.join(root, "plugin"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map((name) => ({
    file: `plugin/${name.replaceAll("\\", "/")}`,
    source: readFileSync(path.join(root, "plugin", name), "utf8"),
  }));

/** The source of the plugin. */
export const pluginSource = files.map(({ source }) => source).join("\n");

/** Every message in the source of the plugin: the sentences with which it stops or warns. */
export const sourceMessages: readonly SourceMessage[] = files.flatMap(({ file, source }) =>
  [...source.matchAll(calls)].flatMap(({ index, 0: call }) =>
    literalsFrom(source, index + call.length)
      // Sentences, not the fragments of one.
      .filter((text) => /[a-z] [a-z]/.test(text) && text.replaceAll(/[…\s]/g, "").length > 20)
      .map((text) => ({ file, text })),
  ),
);
