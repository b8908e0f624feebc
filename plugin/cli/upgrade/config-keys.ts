import type { ObjectExpression, Property, SpreadElement } from "acorn";
import type { ConfigOptions, Literal } from "./config-source.js";
import type { Finding } from "./place.js";
import type { KeyChange } from "./yaml-keys.js";

/** The name of a property; undefined if it is computed. */
const nameOf = (property: Property | SpreadElement): string | undefined => {
  if (property.type !== "Property") return undefined;
  const { key, computed } = property;
  if (key.type === "Literal") return String(key.value);
  return key.type === "Identifier" && !computed ? key.name : undefined;
};

/** Finds an option at its path in the options that a config gives the theme. */
export const configFindings = ({ literals }: ConfigOptions, change: KeyChange): Finding[] =>
  literals.flatMap(({ source, node }) =>
    propertiesAt(node, change.path).map(({ property, parent }) =>
      findingOf(source, property, parent, change),
    ),
  );

/** Returns the properties at a path of names, each with the object that has it. */
function propertiesAt(
  node: ObjectExpression,
  [name, ...rest]: readonly string[],
): { property: Property; parent: ObjectExpression }[] {
  return node.properties.flatMap((property) => {
    if (property.type !== "Property" || nameOf(property) !== name) return [];
    if (rest.length === 0) return [{ property, parent: node }];
    return property.value.type === "ObjectExpression" ? propertiesAt(property.value, rest) : [];
  });
}

function findingOf(
  { file, lineAt, text }: Literal["source"],
  property: Property,
  parent: ObjectExpression,
  { to }: KeyChange,
): Finding {
  const { key } = property;
  const place = { file, line: lineAt(key.start) };
  if (to === undefined) return { place };
  if (parent.properties.some((each) => nameOf(each) === to)) return { place, why: `"${to}" is set too` };
  const isIdentifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(to);
  const quote = text[key.start] ?? "";
  const name = key.type === "Literal" ? `${quote}${to}${quote}` : isIdentifier ? to : JSON.stringify(to);
  return {
    place,
    edit: {
      file,
      start: key.start,
      end: key.end,
      text: property.shorthand ? `${name}: ${text.slice(key.start, key.end)}` : name,
    },
  };
}

/** Returns whether the options may have an option that can't be seen: at its path, something else than an object literal. */
export const mayHide = ({ literals, isComplete }: ConfigOptions, path: readonly string[]): boolean =>
  !isComplete || literals.some(({ node }) => isHiding(node, path));

function isHiding(node: ObjectExpression, [name, ...rest]: readonly string[]): boolean {
  return node.properties.some((property) => {
    if (property.type !== "Property") return false;
    const own = nameOf(property);
    if (own === undefined) return true;
    if (own !== name || rest.length === 0) return false;
    return property.value.type === "ObjectExpression"
      ? isHiding(property.value, rest)
      : property.value.type !== "Literal";
  });
}
