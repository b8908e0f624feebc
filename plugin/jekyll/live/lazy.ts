/** Memoizes a function without arguments. */
export function lazy<T>(compute: () => T): () => T {
  let result: { value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/** Returns a copy of an object with getters. */
export function lazyProperties(target: object, properties: Record<string, () => unknown>): object {
  const result = { ...target };
  for (const [name, get] of Object.entries(properties)) {
    Object.defineProperty(result, name, { get, enumerable: true, configurable: true });
  }
  return result;
}
