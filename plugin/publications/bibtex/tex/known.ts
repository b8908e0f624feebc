import { mathSymbol } from "../../csl/math-text.js";
import { characters } from "./characters.js";
import { commandShapes } from "./commands.js";
import { declarations, styleCommands } from "./styles.js";

/** Returns whether a command is one of LaTeX's that values have: for text, a style or a formula. */
export const isKnownCommand = (name: string): boolean =>
  styleCommands.has(name) ||
  declarations.has(name) ||
  commandShapes.has(name) ||
  /^(?:frac|sqrt|math[a-z]+|bar|hat|tilde|vec|dot|ddot|widehat|widetilde|ce|SI)$/.test(name) ||
  (characters.has(name) && name.length > 1) ||
  mathSymbol(name) !== undefined;
