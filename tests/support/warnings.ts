import * as assert from "uvu/assert";
import { Site } from "./site.ts";

/** Builds a site, hands it over with the plugin's warnings, and removes it. */
export async function withWarnings(
  files: Record<string, string>,
  use: (site: Site, warnings: string[]) => void,
): Promise<void> {
  const site = new Site(files);
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    use(
      site,
      output.split("\n").filter((line) => line.startsWith("indigo:")),
    );
  } finally {
    site.remove();
  }
}
