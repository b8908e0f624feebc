import { accessSync, constants, existsSync, statSync } from "node:fs";
import path from "node:path";
import { IndigoError } from "../utils/errors.js";
import type { EleventyConfig } from "./api.js";
import { onBuildStart } from "./build-start.js";

/**
 * Reports an output folder that can't be written before the build, instead of a stack trace at its end.
 *
 * @throws IndigoError in a build that writes files, if the output folder is a file or not writable.
 */
export function addOutputCheck(eleventyConfig: EleventyConfig): void {
  onBuildStart(eleventyConfig, ({ outputMode }) => {
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
          : "you have no permission to write to it";
      throw new IndigoError(
        `the output folder ${folder} can't be written: ${reason}. Change that, or name another folder with --output.`,
      );
    }
  });
}
