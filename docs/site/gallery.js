import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const folder = path.join(path.dirname(import.meta.dirname), "gallery");

/**
 * The pictures of the gallery, which `npm run docs:pictures` takes: a light and a dark one of each kind of page.
 *
 * @type {{ label: string, light: string, dark: string }[]}
 */
export const pictures = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith("-light.webp"))
  .sort()
  .map((name) => {
    const kind = name.replace("-light.webp", "");
    const label = kind.replaceAll("-", " ");
    return {
      label: label.charAt(0).toUpperCase() + label.slice(1),
      light: `/gallery/${name}`,
      dark: `/gallery/${kind}-dark.webp`,
    };
  });
