import { existsSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { IndigoError } from "../../utils/errors.js";
import { readText } from "../../utils/read-text.js";
import { compareVersions, isVersion } from "./versions.js";

/** The kinds of changes that touch sites, with the headings of the report. */
export const changeKinds = {
  option: "Options",
  config: "Keys of _config.yml",
  "front-matter": "Front matter",
  data: "Fields of data files",
  part: "Parts and layouts of the theme",
  shortcode: "Shortcodes",
  filter: "Filters",
  style: "Custom properties and classes of styles",
  default: "Defaults",
  behavior: "Behavior",
} as const;

/** A kind of change. */
export type ChangeKind = keyof typeof changeKinds;

const text = z.string().trim().min(1);

const changeSchema = z.strictObject({
  /** The version that brings the change. */
  version: text.refine(isVersion, "must be a version, such as 0.2.0"),
  kind: z.enum(Object.keys(changeKinds) as [ChangeKind, ...ChangeKind[]]),
  /**
   * The old name: an option by its path, such as `images.widths`; a key or field; a part, such as `parts/nav.njk`; a
   * shortcode, filter, custom property or class. For a default the option, for a behavior the feature.
   */
  from: text,
  /** The new name; for a default the new value. Without it, what `from` names is removed. */
  to: text.optional(),
  /** For a field, the file or folder that has it, without extension, such as `talks`. */
  in: text.optional(),
  /** What to do, as a sentence. */
  note: text.optional(),
});

/** The history of changes, as it stands in `changes.json` of the package. */
export const historySchema = z.strictObject({
  /** Raised when older versions of the command can't read the file any more. */
  format: z.literal(1),
  changes: z.array(changeSchema),
});

/** A change of the theme that touches sites. */
export type Change = z.output<typeof changeSchema>;

/** The file of a package that lists its changes. */
export const changesFile = "changes.json";

/**
 * Returns what changed between two versions, from the list that the newer one contains.
 *
 * @param packageFolder - The folder of the newer package.
 * @throws IndigoError if this version of the command can't read the list.
 */
export function changesBetween(packageFolder: string, installed: string, target: string): Change[] {
  const file = path.join(packageFolder, changesFile);
  if (!existsSync(file)) return [];
  const result = historySchema.safeParse(JSON.parse(readText(file)));
  if (!result.success)
    throw new IndigoError(
      `the site was not changed: version ${target} lists its changes in a form that ${installed} can't read. Run "npx eleventy-plugin-indigo@${target} upgrade" instead.`,
    );
  return result.data.changes.filter(
    ({ version }) => compareVersions(version, installed) > 0 && compareVersions(version, target) <= 0,
  );
}
