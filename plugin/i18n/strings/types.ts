import type { en } from "./en.js";

/** The UI strings in one language. */
export type Strings = typeof en;

/** Some of the UI strings, with the same nesting. */
export type SomeStrings = {
  [Key in keyof Strings]?: (Strings[Key] extends string ? string : Partial<Strings[Key]>) | undefined;
};
