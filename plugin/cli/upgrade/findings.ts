import path from "node:path";
import { defaultConfigFiles } from "../../utils/config-file-name.js";
import type { Change, ChangeKind } from "./changes.js";
import { configFindings, mayHide } from "./config-keys.js";
import { type ConfigOptions, configOptions } from "./config-source.js";
import type { Finding } from "./place.js";
import { escaped, type SiteTexts, wordPattern } from "./site-texts.js";
import { frontMatterPart, type KeyChange, type YamlPart, yamlFindings } from "./yaml-keys.js";

/** A change that touches the site, with the places where it does. */
export interface Touched {
  change: Change;
  findings: Finding[];
}

/** What is known of the site. */
interface Site {
  texts: SiteTexts;
  options: ConfigOptions;
  /** The config of Eleventy, from the site's folder. */
  configFile: string;
}

/**
 * Returns the changes that touch a site. A change of the theme's parts is compared in parts.ts.
 *
 * @param folder - The site's folder.
 * @param texts - Its texts, which can be edited since git can restore them.
 */
export function touchedBy(changes: readonly Change[], folder: string, texts: SiteTexts): Touched[] {
  const configFile = defaultConfigFiles.find((file) => texts.files.includes(file)) ?? "";
  const site = { texts, configFile, options: configOptions(folder, configFile) };
  return changes.flatMap((change) => {
    const findings = unique(finders[change.kind](site, change)).map((finding) => withTracked(finding, texts));
    return findings.length > 0 ? [{ change, findings }] : [];
  });
}

type Finder = (site: Site, change: Change) => Finding[];

const finders: Readonly<Record<ChangeKind, Finder>> = {
  option(site, change) {
    const key = keyOf(change);
    const found = configFindings(site.options, key);
    if (found.length > 0 || !mayHide(site.options, key.path)) return found;
    return [
      { place: { file: site.configFile }, why: "a part of the options is computed: look for it there" },
    ];
  },
  config: ({ texts }, change) => textFindings(texts, ["_config.yml", "_config.yaml"], change, wholePart),
  "front-matter"({ texts }, change) {
    const files = texts.files.filter((file) => change.in === undefined || isWithin(file, change.in));
    const found = [
      ...textFindings(texts, files, change, frontMatterPart),
      ...textFindings(texts, files.filter(isDirectoryData), change, wholePart),
    ];
    return unlessUsedElsewhere(texts, change, found);
  },
  data({ texts }, change) {
    const files = texts.files.filter((file) => change.in !== undefined && isWithin(file, change.in));
    return unlessUsedElsewhere(texts, change, [
      ...textFindings(
        texts,
        files.filter((file) => /\.(?:ya?ml|json)$/.test(file)),
        change,
        wholePart,
      ),
      ...textFindings(texts, files, change, frontMatterPart),
    ]);
  },
  part({ texts }, { from, to }) {
    // In quotes the path can be nothing else.
    const pattern = new RegExp(`(?<=["'](?:indigo|theme)/)${escaped(from)}(?=["'])`, "g");
    return renamed(texts, templatesOf(texts), pattern, to);
  },
  // Not edited: a tag or filter of that name may be shown as code, or be one of the site's own.
  shortcode: ({ texts }, { from }) =>
    renamed(
      texts,
      templatesOf(texts),
      new RegExp(`\\{%-?\\s*(?:end)?${escaped(from)}(?![\\w-])`, "g"),
      undefined,
    ),
  filter: ({ texts }, { from }) =>
    renamed(texts, templatesOf(texts), new RegExp(`\\|\\s*${escaped(from)}(?![\\w-])`, "g"), undefined),
  style({ texts }, { from, to }) {
    const styles = texts.withExtension("css", "scss", "sass", "less");
    const others = texts.files.filter((file) => !styles.includes(file) && !/\.(?:json|ya?ml)$/.test(file));
    // The name of a custom property stands for nothing else; that of a class may.
    const certain = from.startsWith("--") ? to : undefined;
    return [
      ...renamed(texts, styles, wordPattern(from), certain),
      ...renamed(texts, others, wordPattern(from), undefined),
    ];
  },
  default(site, change) {
    const { path: keys } = keyOf(change);
    const isSet = configFindings(site.options, { path: keys }).length > 0;
    return isSet ? [] : [{ place: { file: site.configFile } }];
  },
  behavior: ({ configFile }) => [{ place: { file: configFile } }],
};

const keyOf = ({ from, to }: Change): KeyChange => ({ path: from.split("."), to: to?.split(".").at(-1) });

const wholePart = (file: string, text: string): YamlPart => ({ file, text, start: 0, end: text.length });

/** Finds a key in the same part of several files. */
function textFindings(
  texts: SiteTexts,
  files: readonly string[],
  change: Change,
  partOf: (file: string, text: string) => YamlPart | undefined,
): Finding[] {
  return files
    .filter(
      (file) => texts.files.includes(file) && texts.text(file).includes(change.from.split(".").at(-1) ?? ""),
    )
    .flatMap((file) => {
      const part = partOf(file, texts.text(file));
      return part ? yamlFindings(part, keyOf(change)) : [];
    });
}

/** Returns whether a file is `talks.yaml`, or in the folder `talks` or `_talks`. */
const isWithin = (file: string, name: string): boolean =>
  file.replace(/\.\w+$/, "") === name || file.startsWith(`${name}/`) || file.startsWith(`_${name}/`);

/** Returns whether a file gives front matter to all pages of its folder, such as `posts/posts.json`. */
const isDirectoryData = (file: string): boolean =>
  /\.11tydata\.json$/.test(file) || path.basename(file) === `${path.basename(path.dirname(file))}.json`;

const templatesOf = (texts: SiteTexts): string[] =>
  texts.withExtension("md", "markdown", "html", "njk", "liquid");

/** Finds a pattern, and replaces it by the new name if that is certain. */
const renamed = (
  texts: SiteTexts,
  files: readonly string[],
  pattern: RegExp,
  to: string | undefined,
): Finding[] =>
  texts.matches(files, pattern).map(({ place, start, end }) => ({
    place,
    ...(to !== undefined && { edit: { file: place.file, start, end, text: to } }),
  }));

/** Makes no edit of a field that the site's own templates or scripts seem to read. */
function unlessUsedElsewhere(texts: SiteTexts, { from }: Change, findings: Finding[]): Finding[] {
  if (findings.length === 0) return findings;
  const files = texts.withExtension(
    "html",
    "njk",
    "liquid",
    "hbs",
    "mustache",
    "webc",
    "js",
    "mjs",
    "cjs",
    "ts",
    "md",
  );
  const own = texts
    .matches(files, wordPattern(from.split(".").at(-1) ?? from))
    // Prose may have the word: only what Markdown has in tags counts.
    .filter(({ place, start }) => isInCode(texts.text(place.file), place.file, start));
  const [first] = own;
  if (!first) return findings;
  const why = `${first.place.file}:${first.place.line} may read it too`;
  return findings.map(({ place }) => ({ place, why }));
}

function isInCode(text: string, file: string, position: number): boolean {
  const part = frontMatterPart(file, text);
  if (part && position < part.end) return false;
  if (!/\.(?:md|html)$/.test(file)) return true;
  const before = text.slice(0, position);
  return (
    Math.max(before.lastIndexOf("{{"), before.lastIndexOf("{%")) >
    Math.max(before.lastIndexOf("}}"), before.lastIndexOf("%}"))
  );
}

/** Edits nothing that git can't restore, and no text that would be damaged. */
function withTracked({ place, edit, why }: Finding, texts: SiteTexts): Finding {
  if (edit === undefined) return { place, ...(why !== undefined && { why }) };
  if (!texts.files.includes(edit.file)) return { place, why: "git does not track this file" };
  return texts.isUtf8(edit.file) ? { place, edit } : { place, why: "this file is not in UTF-8" };
}

function unique(findings: readonly Finding[]): Finding[] {
  const byPlace = new Map(
    findings.map((finding) => [
      `${finding.place.file}:${finding.place.line}:${finding.edit?.start ?? finding.why}`,
      finding,
    ]),
  );
  return [...byPlace.values()];
}
