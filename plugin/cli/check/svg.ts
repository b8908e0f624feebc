import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { BuiltSite } from "../build/build-site.js";
import type { Fault } from "./fault.js";
import { activeParts } from "./svg-parts.js";

/**
 * Reports SVG files of the output that run scripts or load files of other hosts when they are opened by themselves. In a page
 * they are shown as images, which do neither.
 */
export function checkSvgFiles({ folder, output }: BuiltSite): Fault[] {
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.svg$/i.test(entry.name))
    .map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort()
    .flatMap((name): Fault[] => {
      const parts = activeParts(readFileSync(path.join(output, name)));
      const [first] = parts;
      if (!first) return [];
      return [
        {
          rule: "active-svg",
          message: `the image has ${listed(parts.map(({ part }) => part))}, which a browser follows if the file is opened by itself: remove that`,
          page: `/${name}`,
          pages: 1,
          // A copied file has the same path in the site as in the output.
          ...(existsSync(path.join(folder, name)) && { file: name, line: first.line }),
        },
      ];
    });
}

function listed(parts: readonly string[]): string {
  if (parts.length > 4) return `${parts.slice(0, 3).join(", ")} and ${parts.length - 3} more`;
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "");
}
