import { accessSync, constants, existsSync, statSync } from "node:fs";
import path from "node:path";
import { IndigoError } from "../utils/errors.js";
import type { EleventyConfig } from "./api.js";

/**
 * Says before a build that its output can't be written, which else comes as a stack trace after all the work.
 *
 * @throws IndigoError, in a build that writes files, where the output folder is a file or may not be written to.
 */
export function addOutputCheck(eleventyConfig: EleventyConfig): void {
  eleventyConfig.on("eleventy.before", ({ outputMode }) => {
    if (outputMode !== "fs") return;
    const { output } = eleventyConfig.directories;
    const folder = path.normalize(output).replace(/[/\\]$/, "");
    if (!existsSync(folder)) return;
    if (!statSync(folder).isDirectory()) {
      throw new IndigoError(
        `the output folder ${folder} is a file. Move it away, or name another folder with --output.`,
      );
    }
    try {
      accessSync(folder, constants.W_OK);
    } catch (error) {
      const reason =
        (error as NodeJS.ErrnoException).code === "EROFS"
          ? "its disk is read-only"
          : "you may not write to it";
      throw new IndigoError(
        `the output folder ${folder} can't be written: ${reason}. Change that, or name another folder with --output.`,
      );
    }
  });
}
