import { createRequire } from "node:module";
import path from "node:path";
import { IndigoError } from "./errors.js";

/**
 * Finds a package that an option needs and that the site installs by itself.
 *
 * @param option - The option's name, for the message.
 * @param file - The package's name, or that of a file in it.
 * @returns The path of the file.
 * @throws IndigoError that says what to install, where the package is not there.
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
