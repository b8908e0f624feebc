import { closest, distance } from "fastest-levenshtein";

/** Whether someone looks for the code behind an error: `DEBUG=indigo`, Eleventy's own `DEBUG=Eleventy*`, or `DEBUG=*`. */
const isDebugging = (): boolean => /indigo|eleventy|\*/i.test(process.env.DEBUG ?? "");

/**
 * A mistake of the site's author: printed by Eleventy as one message, without a stack trace, and the build fails. The
 * stack trace stays if the environment variable `DEBUG` asks for it.
 *
 * @param problems - One sentence each; every one is printed on a line of its own behind `indigo: `.
 */
export class IndigoError extends Error {
  /** Eleventy's own mark for an error whose stack trace tells the author nothing. */
  readonly skipOriginalStack = !isDebugging();

  readonly problems: readonly string[];

  constructor(...problems: string[]) {
    super(problems.map((problem) => `indigo: ${problem}`).join("\n"));
    this.problems = problems;
    // Nunjucks and Liquid print `stack` where they wrap an error, so that it must not hold more than the message.
    if (this.skipOriginalStack) this.stack = this.message;
    printOnce(this);
  }
}

/**
 * Shortens the message of an error once Eleventy's command has printed it: it prints what stops a build when the build
 * fails, and again when the command ends. Programs that catch the error have the whole message.
 */
function printOnce(error: IndigoError): void {
  const { message } = error;
  const count = error.problems.length;
  const short = `${count > 1 ? `${count} problems stop` : "1 problem stops"} the build; see above.`;
  Object.defineProperty(error, "message", {
    configurable: true,
    // Eleventy's own mark for an error that it has printed.
    get: () => ("__errorAlreadyLogged" in error && process.env.ELEVENTY_SOURCE === "cli" ? short : message),
  });
}

/**
 * The name that an author probably meant, as a sentence to put behind an error.
 *
 * @returns ` Did you mean "title"?`, or an empty string where no known name is near.
 */
export function suggestion(name: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const near = closest(name.toLowerCase(), known as string[]);
  // Two slips, since two letters changed about count as two; of a short name something must be left.
  const slips = Math.min(Math.max(2, Math.floor(near.length / 3)), near.length - 1);
  return distance(name.toLowerCase(), near.toLowerCase()) <= slips ? ` Did you mean "${near}"?` : "";
}

/** Names as a list in a sentence: `"auto", "light" or "dark"`. */
export function alternatives(names: readonly unknown[]): string {
  const quoted = names.map((name) => JSON.stringify(name));
  const last = quoted.pop() ?? "";
  return quoted.length > 0 ? `${quoted.join(", ")} or ${last}` : last;
}

/** A template as its author knows it: Eleventy's path of it, without `./` at its start. */
export const templateName = (inputPath: string): string => inputPath.replace(/^\.\//, "");
