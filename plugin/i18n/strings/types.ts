import type { en } from "./en.js";

/** The words of the theme in one language. */
export type Strings = typeof en;

/** Some of them; nested as they are. */
export type SomeStrings = {
  [Key in keyof Strings]?: (Strings[Key] extends string ? string : Partial<Strings[Key]>) | undefined;
};
