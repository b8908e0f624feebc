/** A declaration of a style sheet, with the selector and the at-rules around it. */
export interface Declaration {
  /** `@media (…)`, from the outermost. */
  within: readonly string[];
  selector: string;
  property: string;
  value: string;
}

/**
 * Reads the declarations of a style sheet that Sass has compiled, whose syntax is regular: comments, strings and brackets
 * are closed. At-rules without a block, and blocks without a selector such as `@font-face`, come as one declaration whose
 * property is empty.
 */
export function declarationsOf(css: string): Declaration[] {
  const found: Declaration[] = [];
  const open: string[] = [];
  const raw: string[] = [];
  for (const { text, end } of tokensOf(css)) {
    if (end === "{") {
      open.push(text);
      raw.push("");
      continue;
    }
    const [selector = "", within] = [open.at(-1), open.slice(0, -1)];
    if (text !== "") {
      if (open.length === 0) found.push({ within: [], selector: "", property: "", value: `${text};` });
      else if (isWhole(open)) raw[raw.length - 1] += `${text};`;
      else {
        const colon = text.indexOf(":");
        found.push({
          within,
          selector,
          property: text.slice(0, colon).trim(),
          value: text.slice(colon + 1).trim(),
        });
      }
    }
    if (end !== "}" || open.length === 0) continue;
    const block = raw.pop() ?? "";
    open.pop();
    if (!isWhole([selector]) && !isWhole(within)) continue;
    const whole = `${selector}{${block}}`;
    if (within.length > 0 && isWhole(within)) raw[raw.length - 1] += whole;
    else found.push({ within, selector: "", property: "", value: whole });
  }
  return found;
}

/** Returns whether one of these is an at-rule whose content belongs together, such as `@font-face` and `@keyframes`. */
const isWhole = (open: readonly string[]): boolean =>
  open.some((text) => /^@(?!media\b|supports\b|layer\b|container\b)/.test(text));

/** Splits CSS at `{`, `}` and `;` outside strings and brackets, without comments. */
function* tokensOf(css: string): Generator<{ text: string; end: string }> {
  let text = "";
  let depth = 0;
  for (const [token] of css.matchAll(
    /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|url\([^"')]*\)|[^"'/{};()u]+|[\s\S]/g,
  )) {
    if (token.startsWith("/*")) continue;
    if (token === "(") depth += 1;
    if (token === ")") depth = Math.max(0, depth - 1);
    if (depth === 0 && /^[{};]$/.test(token)) {
      yield { text: text.trim().replaceAll(/\s+/g, " "), end: token };
      text = "";
    } else text += token;
  }
}

/** Returns a declaration as a text that is equal for equal declarations. */
export const declarationText = ({ within, selector, property, value }: Declaration): string =>
  [...within, selector, property, value].join("|");

/** Writes declarations as CSS, in their order. */
export function cssOf(declarations: readonly Declaration[]): string {
  let css = "";
  let last = "";
  let close = "";
  for (const { within, selector, property, value } of declarations) {
    const place = [...within, selector].join("|");
    if (place !== last || property === "") {
      css += close;
      const indents = within.map((rule, index) => `${"  ".repeat(index)}${rule} {\n`);
      css += indents.join("") + (property === "" ? "" : `${"  ".repeat(within.length)}${selector} {\n`);
      const depth = within.length + (property === "" ? 0 : 1);
      close = Array.from({ length: depth }, (_, index) => `${"  ".repeat(depth - index - 1)}}\n`).join("");
      last = property === "" ? "" : place;
    }
    css +=
      property === ""
        ? `${"  ".repeat(within.length)}${value}\n`
        : `${"  ".repeat(within.length + 1)}${property}: ${value};\n`;
  }
  return css + close;
}

/**
 * Returns the own declarations of a style sheet, and those of the theme that come after one for the same property and selector:
 * the own ones are in a later style sheet than the theme's, and would win over what follows them.
 */
export function ownInOrder(
  declarations: readonly Declaration[],
  isOwn: (declaration: Declaration) => boolean,
): Declaration[] {
  const selectors = new Map<string, Set<string>>();
  const partsOf = ({ selector }: Declaration): string[] => selector.split(",").map((part) => part.trim());
  return declarations.filter((declaration) => {
    const seen = selectors.get(declaration.property);
    if (!isOwn(declaration)) return seen !== undefined && partsOf(declaration).some((part) => seen.has(part));
    const own = seen ?? new Set();
    for (const part of partsOf(declaration)) own.add(part);
    selectors.set(declaration.property, own);
    return true;
  });
}
