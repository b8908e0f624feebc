import { existsSync, readFileSync } from "node:fs";

/**
 * Data that comes compiled with the package.
 *
 * @param otherwise - Makes it where that has not been done, as for tests of the sources.
 */
export const compiledJson = <Data>(file: string, otherwise: () => Data): Data =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Data) : otherwise();
