import { closest, distance } from "fastest-levenshtein";

/** Returns the first line of an error's message, for a message that says more. */
export const reasonOf = (error: unknown): string =>
  String((error as Error).message ?? error).split("\n")[0] ?? "";

/** Returns whether stack traces are wanted: `DEBUG=indigo`, Eleventy's `DEBUG=Eleventy*`, or `DEBUG=*`. */
const isDebugging = (): boolean => /indigo|eleventy|\*/i.test(process.env.DEBUG ?? "");

/**
 * A mistake in the site, which fails the build. Eleventy prints it as one message without a stack trace, unless the
 * environment variable `DEBUG` asks for one.
 *
 * @param problems - One sentence each. Each is printed on its own line, after `indigo: `.
 */
export class IndigoError extends Error {
  /** Makes Eleventy omit the stack trace, which does not help the author. */
  readonly skipOriginalStack = !isDebugging();

  readonly problems: readonly string[];

  constructor(...problems: string[]) {
    super(problems.map((problem) => `indigo: ${problem}`).join("\n"));
    this.problems = problems;
    // Nunjucks and Liquid print `stack` when they wrap an error, so it must contain the message only.
    if (this.skipOriginalStack) this.stack = this.message;
    printOnce(this);
  }
}

/**
 * Shortens the message of an error after Eleventy's command has printed it, because the command prints a fatal error
 * twice: when the build fails and when the process exits. Programs that catch the error get the full message.
 */
function printOnce(error: IndigoError): void {
  const { message } = error;
  const count = error.problems.length;
  const short = `${count > 1 ? `${count} problems stop` : "1 problem stops"} the build; see above.`;
  Object.defineProperty(error, "message", {
    configurable: true,
    // Eleventy sets this property on an error that it has printed.
    get: () => ("__errorAlreadyLogged" in error && process.env.ELEVENTY_SOURCE === "cli" ? short : message),
  });
}

/**
 * Returns a sentence with the name that the author probably meant, to append to an error message.
 *
 * @returns ` Did you mean "title"?`, or an empty string if no known name is similar.
 */
export function suggestion(name: string, knownNames: readonly string[]): string {
  // Comparing takes time in the product of both lengths.
  const candidates = knownNames.filter((known) => Math.abs(known.length - name.length) <= maxEditsOf(known));
  if (candidates.length === 0 || name.length > longestName) return "";
  const nearest = closest(name.toLowerCase(), candidates);
  return distance(name.toLowerCase(), nearest.toLowerCase()) <= maxEditsOf(nearest)
    ? ` Did you mean "${nearest}"?`
    : "";
}

/** The longest name that is compared with others. */
const longestName = 200;

/** At least two edits, since swapped letters count as two; fewer than the letters of a short name. */
const maxEditsOf = ({ length }: string): number => Math.min(Math.max(2, Math.floor(length / 3)), length - 1);

/** How many names of a file get a suggestion: a comparison with all names for each of them would take quadratic time. */
const maxSuggestions = 20;

/**
 * Returns a {@link suggestion} for the names of a file, for the first twenty different ones.
 *
 * @param knownNames - Called for each.
 */
export function suggester(knownNames: () => readonly string[]): (name: string) => string {
  const suggestions = new Map<string, string>();
  return (name) => {
    const known = suggestions.get(name);
    if (known !== undefined || suggestions.size >= maxSuggestions) return known ?? "";
    const nearest = suggestion(name, knownNames());
    suggestions.set(name, nearest);
    return nearest;
  };
}

/** Returns names as a list for a sentence: `"auto", "light" or "dark"`. */
export function alternatives(names: readonly unknown[]): string {
  const quoted = names.map((name) => JSON.stringify(name));
  const last = quoted.pop() ?? "";
  return quoted.length > 0 ? `${quoted.join(", ")} or ${last}` : last;
}

/** Returns the path of a template for messages: Eleventy's input path without the leading `./`. */
export const templateName = (inputPath: string): string => inputPath.replace(/^\.\//, "");
