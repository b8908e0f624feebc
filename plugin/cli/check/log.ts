import type { BuiltSite } from "../build/build-site.js";
import type { Fault } from "./fault.js";
import { placeIn } from "./place.js";

/** What the build logs of a link or image, as the check finds it too. */
const brokenLink = /(?:shows|links) an? \w+ that does not exist: ("[^"]*")/;

/**
 * Returns the plugin's warnings in the log of a build, without those about publications, which have a rule of their own.
 *
 * @param faults - What the check has found itself, which is not reported again.
 */
export function loggedFaults({ log, publicationWarnings }: BuiltSite, faults: readonly Fault[]): Fault[] {
  const others = new Set(publicationWarnings);
  const isKnown = ({ message, file, line }: Fault): boolean => {
    const [, name] = brokenLink.exec(message) ?? [];
    if (name === undefined) return false;
    return faults.some((each) => each.file === file && each.line === line && each.message.includes(name));
  };
  return log
    .filter((line) => line.startsWith("indigo: "))
    .map((line) => line.slice("indigo: ".length))
    .filter((message) => !others.has(message) && !isAdvice(message))
    .map((message): Fault => {
      const text = message.replace(/\.$/, "");
      return { rule: "build", message: text, page: "/", pages: 1, ...placeIn(message) };
    })
    .filter((fault) => !isKnown(fault));
}

/** Whether a message tells how to get more or fewer messages, which is no fault. */
const isAdvice = (message: string): boolean => message.startsWith("set the option bibliographyErrors");
