/**
 * A number that Ruby prints in another way than JavaScript: `2.0`, which is no integer there, or `1.0e+20`. It counts as its
 * value, and liquidjs compares it by the methods `equals` to `leq`.
 */
export class RubyFloat extends Number {
  override toString(): string {
    return floatText(Number(this));
  }
  equals(other: unknown): boolean {
    return Number(this) === numberOf(other);
  }
  gt(other: unknown): boolean {
    return Number(this) > numberOf(other);
  }
  geq(other: unknown): boolean {
    return Number(this) >= numberOf(other);
  }
  lt(other: unknown): boolean {
    return Number(this) < numberOf(other);
  }
  leq(other: unknown): boolean {
    return Number(this) <= numberOf(other);
  }
}

const numberOf = (other: unknown): number =>
  typeof other === "number" || other instanceof RubyFloat ? Number(other) : Number.NaN;

/** Returns a float: a {@link RubyFloat} if JavaScript prints the number in another way. */
export const toFloat = (value: number): number | RubyFloat =>
  Number.isFinite(value) && floatText(value) !== String(value) ? new RubyFloat(value) : value;

/** Returns the text of a float in Ruby. */
function floatText(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e16)) {
    const text = String(value);
    return text.includes(".") ? text : `${text}.0`;
  }
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  const sign = exponent.startsWith("-") ? "-" : "+";
  return `${digits.includes(".") ? digits : `${digits}.0`}e${sign}${exponent.slice(1).padStart(2, "0")}`;
}

/** Returns a value in which plain numbers take the place of {@link RubyFloat}. What occurs several times is copied once. */
export function plainNumbers(value: unknown, copies = new Map<object, unknown>()): unknown {
  if (value instanceof RubyFloat) return Number(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    list.push(...value.map((item) => plainNumbers(item, copies)));
    return list;
  }
  const hash: Record<string, unknown> = {};
  copies.set(value, hash);
  for (const [key, inner] of Object.entries(value))
    Object.defineProperty(hash, key, {
      value: plainNumbers(inner, copies),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return hash;
}

/** Returns the entries of an object with a {@link RubyFloat} in them. */
export function floatEntries(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const seen = new Set<object>();
  const hasFloat = (value: unknown): boolean => {
    if (value instanceof RubyFloat) return true;
    if (typeof value !== "object" || value === null || seen.has(value)) return false;
    seen.add(value);
    return Object.values(value).some(hasFloat);
  };
  return Object.fromEntries(Object.entries(data).filter(([, value]) => hasFloat(value)));
}
