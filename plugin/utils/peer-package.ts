import { createRequire } from "node:module";
import path from "node:path";
import { IndigoError } from "./errors.js";

/**
 * Resolves an optional peer dependency, which the site has to install.
 *
 * @param option - Name of the option that needs it, for the message.
 * @param file - Name of the package, or of a file in it.
 * @returns The path of the file.
 * @throws IndigoError with the command to install the package, if it is missing.
 */
export function resolvePeer(option: string, file: string): string {
  const name = file
    .split("/")
    .slice(0, file.startsWith("@") ? 2 : 1)
    .join("/");
  try {
    return createRequire(path.resolve("eleventy.config.js")).resolve(file);
  } catch {
    throw new IndigoError(`option "${option}" needs ${name}: npm install ${name}`);
  }
}
