import * as z from "zod";

/** The point of an image that stays visible where it is cropped, in percent from its left and its top. */
export interface Focus {
  x: number;
  y: number;
}

const horizontal: Readonly<Record<string, number>> = { left: 0, center: 50, right: 100 };
const vertical: Readonly<Record<string, number>> = { top: 0, center: 50, bottom: 100 };

/** The point of an image that stays visible where it is cropped: as CSS writes `object-position`, without lengths. */
export const focus = z.string().transform((value, context): Focus => {
  const point = readFocus(value.trim().toLowerCase().split(/\s+/));
  if (point) return point;
  context.addIssue({ code: "custom", message: 'must be a point such as "top", "left top" or "50% 20%"' });
  return z.NEVER;
});

/** Reads a keyword, or two values in the order of CSS: keywords in any order, percentages from the left and from the top. */
function readFocus([first = "", second, ...more]: readonly string[]): Focus | undefined {
  if (more.length > 0) return undefined;
  if (second === undefined) {
    const [x, y] = [horizontal[first], vertical[first]];
    return x === undefined && y === undefined ? undefined : { x: x ?? 50, y: y ?? 50 };
  }
  const [x, y] = [horizontal[first] ?? percentage(first), vertical[second] ?? percentage(second)];
  if (x !== undefined && y !== undefined) return { x, y };
  const [otherX, otherY] = [horizontal[second], vertical[first]];
  return otherX !== undefined && otherY !== undefined ? { x: otherX, y: otherY } : undefined;
}

function percentage(value: string): number | undefined {
  const number = /^\d{1,3}(\.\d+)?%$/.test(value) ? Number(value.slice(0, -1)) : Number.NaN;
  return number <= 100 ? number : undefined;
}

/** The steps of the classes in `styles/components/_focus.scss`, in percent. */
const step = 5;

/**
 * Returns the classes that set a focus, since a strict content security policy blocks style attributes. Percentages are
 * rounded to steps of 5, which is a few pixels of a card. The middle needs no class.
 */
export function focusClasses(point: Focus | undefined): string {
  const classes = Object.entries(point ?? {}).flatMap(([axis, value]) => {
    const rounded = Math.round(value / step) * step;
    return rounded === 50 ? [] : [`focus-${axis}-${rounded}`];
  });
  return classes.join(" ");
}
