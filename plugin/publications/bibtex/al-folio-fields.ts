import { readIds } from "../../utils/connection-ids.js";
import type { Report } from "../../utils/report.js";
import { readUrls } from "../identifiers/index.js";
import { isLocalPath } from "../local-path.js";
import type { PublicationFacts } from "../publication.js";
import type { BibtexEntry } from "./entry.js";
import { plainTex, verbatim } from "./tex/index.js";
import { byBibtex, type ThemeField } from "./theme-field-names.js";

/** Reads the theme's own fields of an entry. Invalid ones are reported and left out. */
export function themeFields(
  { key, file, values, lineOf }: BibtexEntry,
  report: Report,
): Partial<PublicationFacts> {
  const facts: Partial<Record<ThemeField, unknown>> = {};
  const about = (name: string): string =>
    `field "${name}" of publication "${key}" in ${file}:${lineOf(name)}`;
  const reportValue = (name: string, expected: string, value: string): void => {
    report.problems.push(
      `${about(name)} must be ${expected}, but it is ${JSON.stringify(value)}; it is left out.`,
    );
  };
  for (const [bibtex, value] of Object.entries(values)) {
    const { name, kind } = byBibtex.get(bibtex) ?? {};
    if (name === undefined || value.trim() === "") continue;
    const plain = verbatim(value);
    if (kind === "text") facts[name] = plainTex(value);
    else if (kind === "identifier") facts[name] = plain;
    else if (kind === "link" || kind === "file") {
      if (isLocalPath(plain)) {
        report.problems.push(`${about(bibtex)} names a file of your computer; it is left out.`);
        continue;
      }
      const { urls, local, problems, hints } = readUrls(value);
      report.problems.push(...problems.map((message) => `${about(bibtex)} ${message}`));
      report.hints.push(...hints.map((message) => `${about(bibtex)} ${message}`));
      const found = local ?? urls.map(({ url }) => url).join(" ");
      if (found !== "") facts[name] ??= found;
    } else if (kind === "switch") {
      const isOn = parseSwitch(plain, true);
      if (isOn === undefined) reportValue(bibtex, "true or false", value);
      else facts[name] = isOn;
    } else if (kind === "ids") facts[name] = readIds(plain);
    else if (kind === "badge") facts[name] = parseSwitch(plain) ?? plain;
  }
  return facts as Partial<PublicationFacts>;
}

/** Reads true or false; with `numbers` also 1, 0, on and off, which else may be identifiers. */
function parseSwitch(value: string, numbers = false): boolean | undefined {
  const word = value.trim().toLowerCase();
  if (/^(true|yes)$/.test(word) || (numbers && /^(1|on)$/.test(word))) return true;
  return /^(false|no)$/.test(word) || (numbers && /^(0|off)$/.test(word)) ? false : undefined;
}
