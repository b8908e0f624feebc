import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compiledStylesFolder, stylesFolder } from "./paths.js";

/** The parts of the theme's styles, each an SCSS file of its own. */
export const styleParts = ["page", "post", "publications", "search"] as const;

/** The name of such a part. */
export type StylePart = (typeof styleParts)[number];

/** A style sheet of the theme, and the colours that it has. */
export interface StyleVariant {
  part: StylePart;
  theme: "auto" | "light" | "dark";
}

/**
 * The theme's compressed CSS. It comes compiled with the package, since loading Sass and compiling takes a third of a
 * second, more than a small site takes; where the SCSS is another by now, as while one works on it, it is compiled anew.
 */
export async function compiledStyles(variant: StyleVariant): Promise<string> {
  const file = fileOf(variant, sourceHash());
  return existsSync(file) ? readFileSync(file, "utf8") : compile(variant);
}

/** Compiles every style sheet into the package. */
export async function precompileStyles(): Promise<void> {
  const hash = sourceHash();
  rmSync(compiledStylesFolder, { recursive: true, force: true });
  mkdirSync(compiledStylesFolder, { recursive: true });
  for (const part of styleParts) {
    for (const theme of ["auto", "light", "dark"] as const) {
      writeFileSync(fileOf({ part, theme }, hash), await compile({ part, theme }));
    }
  }
}

const fileOf = ({ part, theme }: StyleVariant, hash: string): string =>
  path.join(compiledStylesFolder, `${part}-${theme}-${hash}.css`);

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(stylesFolder, { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".scss")) hash.update(name).update(readFileSync(path.join(stylesFolder, name)));
  }
  return hash.digest("hex").slice(0, 10);
}

async function compile({ part, theme }: StyleVariant): Promise<string> {
  const { compileString } = await import("sass");
  const source = `@use "${part}" with ($theme: ${JSON.stringify(theme)});`;
  return compileString(source, { loadPaths: [stylesFolder], style: "compressed" }).css;
}
