import type { Document } from "yaml";
import { IndigoError } from "./errors.js";
import { maxNestingDepth, tooDeep } from "./nesting-depth.js";
import { load } from "./require.js";

/** The most values that the aliases of a file may add to it. */
const maxValues = 10_000;

/** The most aliases of a file: the YAML parser compares each with all others. */
const maxAliases = 1_000;

/** How much a value holds, with its aliases expanded. */
interface Extent {
  values: number;
  depth: number;
}

const single: Extent = { values: 1, depth: 0 };

/** Of a value that contains itself. */
const endless: Extent = { values: Number.POSITIVE_INFINITY, depth: 0 };

/**
 * Returns the value of a YAML document, with limits on its aliases.
 *
 * @param place - Names the document in messages: `_config.yml`.
 * @throws IndigoError as {@link validateAliases} does, for more than 1,000 aliases, and for values that YAML can't express.
 */
export function valueOfDocument(document: Document, place: string): unknown {
  const count = aliasesOf(document);
  if (count > maxAliases) {
    throw new IndigoError(
      `${place} has more than ${shown(maxAliases)} YAML aliases. Write the values without aliases.`,
    );
  }
  let value: unknown;
  try {
    // An alias becomes the same object as its anchor, so there is nothing to expand yet.
    value = document.toJS({ maxAliasCount: -1 });
  } catch (error) {
    throw new IndigoError(`${place} is not valid YAML: ${(error as Error).message}.`);
  }
  validateAliases(value, place);
  return value;
}

/** Returns the number of aliases in a document. */
function aliasesOf(document: Document): number {
  const { visit } = load("yaml") as typeof import("yaml");
  let count = 0;
  visit(document, {
    Alias() {
      count += 1;
    },
  });
  return count;
}

const shown = (limit: number): string => limit.toLocaleString("en-US");

/**
 * Validates a parsed YAML value, in which an alias is the same object as its anchor: whatever copies the value expands each.
 *
 * @throws IndigoError if the aliases contain themselves, expand to a huge value, or nest values too deep.
 */
export function validateAliases(value: unknown, place: string): void {
  const extents = new Map<object, Extent>();
  let [hasAlias, own, isDeep] = [false, 0, false];
  const measure = (part: unknown, level: number): Extent => {
    if (typeof part !== "object" || part === null) {
      own += 1;
      return single;
    }
    const known = extents.get(part);
    if (known !== undefined) {
      hasAlias = true;
      return known;
    }
    own += 1;
    extents.set(part, endless);
    const extent = { values: 1, depth: 0 };
    for (const each of Object.values(part)) {
      // Calls can't be nested as deep as aliases.
      if (level > maxNestingDepth || isDeep) {
        isDeep = true;
        return endless;
      }
      const inner = measure(each, level + 1);
      extent.values += inner.values;
      extent.depth = Math.max(extent.depth, inner.depth + 1);
    }
    extents.set(part, extent);
    return extent;
  };
  const { values, depth } = measure(value, 0);
  if (isDeep || depth > maxNestingDepth + 1) {
    throw tooDeep(place);
  }
  if (!hasAlias || values - own <= maxValues) return;
  throw new IndigoError(
    `${place} has YAML aliases that ${values === Number.POSITIVE_INFINITY ? "contain themselves" : `expand to more than ${shown(maxValues)} values`}. Write the values without aliases.`,
  );
}
