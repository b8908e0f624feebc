import { en } from "./en.js";

/** The words of the theme in one language. */
export type Strings = typeof en;

/** The words of a language. */
export const strings: Strings = en;

/** Puts values into the places of one of the theme's strings: `%1`, `%2` … */
export function fill(template: string, ...values: (string | number)[]): string {
  return template.replaceAll(/%(\d)/g, (place, number: string) =>
    String(values[Number(number) - 1] ?? place),
  );
}
