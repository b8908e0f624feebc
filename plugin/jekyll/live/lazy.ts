/** Returns a copy of an object with getters. */
export function lazyProperties(target: object, properties: Record<string, () => unknown>): object {
  const result = { ...target };
  for (const [name, get] of Object.entries(properties)) {
    Object.defineProperty(result, name, { get, enumerable: true, configurable: true });
  }
  return result;
}

/**
 * Makes Liquid compare an object by its URL: `{% if post != page %}` is how Indigo's lists of related posts leave the page out,
 * since post and page are the same object in Jekyll.
 */
export function comparedByUrl<T extends object>(target: T & { url?: unknown }): T {
  const equals = (other: unknown): boolean =>
    other === target ||
    (typeof other === "object" && other !== null && (other as { url?: unknown }).url === target.url);
  const never = (): boolean => false;
  // Liquid asks for all five. Not enumerable, since loops and JSON show the other properties.
  for (const [name, value] of Object.entries({ equals, gt: never, geq: never, lt: never, leq: never }))
    Object.defineProperty(target, name, { value, enumerable: false, configurable: true });
  return target;
}
