import { bibliography } from "./readers/bibliography.ts";
import { command } from "./readers/command.ts";
import { markup } from "./readers/markup.ts";
import { pages } from "./readers/pages.ts";
import type { Readers } from "./texts.ts";

/** Every reader of what authors and others write. */
export const readers: Readers = { ...bibliography, ...markup, ...pages, ...command };
