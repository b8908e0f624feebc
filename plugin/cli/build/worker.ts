// Runs in a child process, in the folder of a site: builds it with the site's own Eleventy, and reports the source file of
// each page.
import { buildWith, ConfigFailure } from "../../eleventy/programmatic-build.js";
import type { BuildRequest } from "./build-site.js";

// If the parent has ended, nobody waits for the result.
const leave = (): never => process.exit(1);
process.on("disconnect", leave);

const { eleventy, output } = JSON.parse(process.argv[2] ?? "{}") as BuildRequest;
try {
  const outcome = await buildWith(eleventy, output);
  process.send?.(outcome, () => {
    process.off("disconnect", leave);
    process.disconnect();
  });
} catch (error) {
  if (error instanceof ConfigFailure) process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
