import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  contrastMessage,
  defaultTokens,
  finalColors,
  lowContrastPairs,
  type RootProperties,
  rootProperties,
} from "../../appearance/contrast/index.js";
import { isThemeStylesheet } from "../../appearance/index.js";
import type { Fault } from "./fault.js";

/**
 * Validates the contrast of the theme's colors as the site changes them, in options or in style sheets of its own.
 *
 * @param output - The output folder.
 */
export async function checkContrast(output: string): Promise<Fault[]> {
  // The theme's style sheets first, since later declarations override them, as on a page.
  const sheets = readdirSync(output, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".css"))
    .sort((a, b) => Number(isThemeStylesheet(b)) - Number(isThemeStylesheet(a)) || (a < b ? -1 : 1))
    .map((file) => ({ file, css: readSheet(output, file) }));
  const properties = rootProperties(sheets);
  const colors = finalColors(properties, await defaultTokens());
  return [
    ...(properties.light.size === 0 ? [] : compare(colors, "light", properties)),
    ...(properties.hasDarkRules ? compare(colors, "dark", properties) : []),
  ];
}

const readSheet = (output: string, name: string): string => {
  const file = path.join(output, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

function compare(
  colors: Readonly<Record<string, string>>,
  scheme: "light" | "dark",
  properties: RootProperties,
): Fault[] {
  return lowContrastPairs(colors, scheme).map((finding): Fault => {
    const places = [finding.text, finding.background].map((name) =>
      properties[scheme].get(`--indigo-${scheme === "dark" ? name.slice(0, -"-dark".length) : name}`),
    );
    // A color in the theme's own style sheet comes from the site's options, which have no line here.
    const ownPlace = places.find((place) => place && !isThemeStylesheet(place.file));
    return {
      rule: "contrast",
      message: contrastMessage(finding).replace(/\.$/, ""),
      page: "/",
      pages: 1,
      file: ownPlace?.file.split(path.sep).join("/"),
      line: ownPlace?.line,
    };
  });
}
