import type { NavigationItem } from "../../../options/navigation.js";
import { readData } from "../../../utils/data-file.js";
import { IndigoError } from "../../../utils/errors.js";
import { type JekyllSite, textOf } from "../jekyll-site.js";
import { includedFile, isInPlugin, tagsIn } from "../liquid-inventory.js";
import { navigationOf, type ReadNavigation } from "../navigation.js";
import type { Owner } from "../theme.js";
import { type FrameParts, frameFile, frameFiles, frameParts, partFile } from "./frame.js";
import { analyticsFile, googleAnalyticsId } from "./google-analytics.js";
import type { OwnStyles, OwnTokens } from "./own-styles.js";
import { type Purpose, purposesOf } from "./purposes.js";
import { compareWithTheme, type ThemeDiff } from "./theme-diff.js";

/** A theme file that the author has changed: what differs, what for, and where it belongs now. */
export interface CustomizedFile {
  file: string;
  /** The lines that no version of the theme has. */
  added: { text: string; line: number }[];
  /** How many lines of the version that the file descends from it lacks. */
  removed: number;
  /** What the added lines are for. */
  purposes: Purpose[];
  /** Where it is in the new site, or what to do. */
  outcome: string;
  /** Whether it shows in the new site as in the old one. */
  works: boolean;
}

/** What becomes of the theme files that the author has changed. */
export interface Customizations {
  files: CustomizedFile[];
  /** Files that stay at their path. */
  staying: ReadonlySet<string>;
  /** Files that the frame includes. */
  parts: string[];
  /** New files: path to content. */
  written: Record<string, string>;
  /** The option `tokens`. */
  tokens: OwnTokens;
  /** The id of Google Analytics for the option `analytics`; undefined if `_config.yml` has it or there is none. */
  analytics: string | undefined;
  navigation: NavigationItem[] | undefined;
}

/** Includes of Indigo that a part of the plugin has replaced; the part has the same name. */
const partIncludes = new Set(["header.html", "footer.html", "social-links.html", "nav.html", "author.html"]);

/** Where other files of Indigo belong on the plugin. */
const places: Readonly<Record<string, string>> = {
  "_includes/related.html": "_includes/indigo/parts/related.njk",
  "_includes/disqus.html": "_includes/indigo/parts/comments.njk",
  "_includes/blog-post.html": "_includes/indigo/parts/blog-post.njk",
  "_includes/pagination.html": "_includes/indigo/parts/pagination.njk",
  "_includes/favicon.html": "_includes/indigo/default.njk, block head",
  "_includes/metas.html": "_includes/indigo/default.njk, block head",
  "_includes/schema.html": "_includes/indigo/default.njk, block head",
  "_includes/analytics-google.html": "the option analytics, or _includes/indigo/parts/analytics.njk",
  "_includes/analytics-piwik.html": "_includes/indigo/parts/analytics.njk",
};

const frameTarget = "_includes/indigo/default.njk";

/** A layout of Indigo inside its frame: the author's own takes the place of the plugin's. */
const isInnerLayout = (file: string): boolean => /^_layouts\/(page|post|blog)\.html$/.test(file);

const isStyle = (file: string): boolean =>
  /^_sass\/|^_includes\/(style(-dark)?\.scss|main\.css)$|^(src|assets)\/styles\//.test(file);

/**
 * Plans what becomes of the theme files that the author has changed.
 *
 * @param isCareful - Whether to take no templates along, since the site does not build with them.
 */
export function customizationsOf(
  site: JekyllSite,
  owners: ReadonlyMap<string, Owner>,
  styles: OwnStyles,
  isCareful: boolean,
): Customizations {
  const changed = [...owners].filter(([, owner]) => owner === "changed").map(([file]) => file);
  const nav = readNavigation(site, changed);
  const parts = changed.filter(
    (file) =>
      !isCareful &&
      file.startsWith("_includes/") &&
      partIncludes.has(file.slice("_includes/".length)) &&
      (file !== "_includes/nav.html" || nav?.isWhole !== true),
  );
  const layouts = changed.filter((file) => !isCareful && isInnerLayout(file));
  const taken = [...parts, ...layouts].map((file) => textOf(site, file));
  const sources = taken.flatMap((text) => [
    text,
    ...tagsIn(text).flatMap((tag) => {
      const name = includedFile(tag);
      return name === undefined || isInPlugin(name) ? [] : textOf(site, `_includes/${name}`);
    }),
  ]);
  const frame = isCareful ? undefined : frameParts(site, sources);
  const written: Record<string, string> = {};
  for (const file of parts) {
    const name = file.slice("_includes/".length);
    written[`_includes/indigo/parts/${name.replace(/html$/, "njk")}`] = partFile(name);
  }
  const ownFrame = frameFiles(site, frame, parts.includes("_includes/header.html"));
  Object.assign(written, ownFrame);
  const hasSheet = site.files.some(({ file }) => /^indigo\.s?css$/.test(file));
  if (styles.css !== "" && !hasSheet) {
    written["indigo.css"] =
      `/* What you had changed in the theme's Sass, compiled. See https://www.11ty.dev/docs/ and docs/theming.md. */\n${styles.css}`;
  }
  const staying = new Set([...parts, ...layouts]);
  const analytics = changed.includes(analyticsFile) ? googleAnalyticsId(site) : undefined;
  const outcomeOf = (file: string, diff: ThemeDiff): Pick<CustomizedFile, "outcome" | "works"> => {
    if (file === "_includes/nav.html" && nav && (nav.isWhole || !isCareful)) return navOutcome(nav);
    if (parts.includes(file)) return carried(`stays: ${partOf(file)} of the theme includes it`);
    if (layouts.includes(file)) return carried("stays: it takes the place of the theme's, inside its frame");
    if (isCareful && /^_(layouts|includes)\/.*\.html$/.test(file) && file !== "_includes/nav.html")
      return left(
        `left out, since the site does not build with it: write it in ${places[file] ?? frameTarget}`,
      );
    if (file === frameFile) return frameOutcome(frame, Object.keys(ownFrame));
    if (frame?.includes.includes(file))
      return carried(
        `its own links and metas are in ${Object.keys(ownFrame).find((name) => name.includes("-head"))}, which _includes/indigo/default.njk includes`,
      );
    if (file === analyticsFile && analytics !== undefined)
      return carried(
        `the theme loads Google Analytics with the id in ${analytics === "" ? "_config.yml" : 'the option "analytics" of your config'}`,
      );
    if (isStyle(file)) return styleOutcome(file, diff, styles, hasSheet);
    if (!/^_(includes|layouts)\//.test(file)) return carried("not needed: only Jekyll's build has read it");
    if (diff.added.length === 0) return carried("nothing added: the theme does the same");
    return left(`left out: write it in ${places[file] ?? frameTarget}`);
  };
  const files = changed.map((file) => {
    const text = textOf(site, file);
    const diff = compareWithTheme(file, text) ?? wholeFile(text);
    const added = /^_(includes|layouts|sass)\//.test(file) ? diff.added : [];
    const purposes = purposesOf(
      file,
      added.map((line) => line.text),
    );
    return { file, added, removed: diff.removed, purposes, ...outcomeOf(file, diff) };
  });
  return {
    files,
    staying,
    parts,
    written,
    tokens: styles.tokens,
    analytics: analytics || undefined,
    navigation: nav?.items,
  };
}

/** Returns a file of which no lines are known as if all were added. */
const wholeFile = (text: string): ThemeDiff => ({
  added: text
    .split("\n")
    .map((line, index) => ({ text: line.trim(), line: index + 1 }))
    .filter(({ text: line }) => line !== ""),
  removed: 0,
  kept: 0,
});

const carried = (outcome: string): Pick<CustomizedFile, "outcome" | "works"> => ({ outcome, works: true });
const left = (outcome: string): Pick<CustomizedFile, "outcome" | "works"> => ({ outcome, works: false });

const partOf = (file: string): string => `parts/${file.slice("_includes/".length).replace(/\.html$/, "")}`;

function readNavigation(site: JekyllSite, changed: readonly string[]): ReadNavigation | undefined {
  const nav = "_includes/nav.html";
  if (!changed.includes(nav)) return undefined;
  const source = textOf(site, nav);
  // The frame includes it where the theme has none, with elements and styles of the author's own.
  if (changed.includes(frameFile) && /include\s+nav\.html/.test(textOf(site, frameFile)))
    return { items: undefined, isWhole: false, unread: [`${frameFile} includes it`] };
  const data = source.includes("site.data.") ? dataOf(site) : {};
  return navigationOf(source, { ...site.config, data });
}

/** Reads the data files that navigation may come from: name to value. Leaves out what can't be read, as the build reports it. */
function dataOf(site: JekyllSite): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { file } of site.files) {
    const [, name] = /^_data\/([\w-]+)\.(ya?ml|json)$/.exec(file) ?? [];
    if (name === undefined) continue;
    try {
      data[name] = readData(textOf(site, file), file).value;
    } catch (error) {
      if (!(error instanceof IndigoError)) throw error;
    }
  }
  return data;
}

const navOutcome = ({ items, isWhole, unread }: ReadNavigation): Pick<CustomizedFile, "outcome" | "works"> =>
  !isWhole
    ? carried(
        `stays: parts/nav of the theme includes it, since not all of it can be an option (${unread.join("; ")})`,
      )
    : carried(
        items === undefined
          ? "not needed: the theme has the same links"
          : "its links are the option navigation in eleventy.config.js",
      );

function frameOutcome(
  frame: FrameParts | undefined,
  written: readonly string[],
): Pick<CustomizedFile, "outcome" | "works"> {
  const includes = written.filter((file) => file.endsWith(".html"));
  const replaced = (frame?.replaced ?? []).map(
    ({ part, by }) =>
      `line${part.lines[0] === part.lines[1] ? "" : "s"} ${part.lines[0]}${part.lines[0] === part.lines[1] ? "" : `-${part.lines[1]}`}: ${by}`,
  );
  const why = replaced.length > 0 ? `; replaced ${replaced.join("; ")}` : "";
  if (includes.length === 0) return carried(`nothing to take along: the theme has its own frame${why}`);
  return carried(
    `its own parts are in ${includes.join(", ")}, which _includes/indigo/default.njk includes${why}`,
  );
}

function styleOutcome(
  file: string,
  diff: ThemeDiff,
  { tokens, properties, css, problem }: OwnStyles,
  hasSheet: boolean,
): Pick<CustomizedFile, "outcome" | "works"> {
  if (problem) return left(`not compiled: ${problem.why} (${problem.file}); write it in indigo.scss`);
  if (/\.styl$/.test(file)) return carried("compiled by the author into main.css, which is compared");
  if (/variables/.test(file)) {
    const names = Object.keys(tokens);
    const own = [
      ...(names.length > 0 ? [`the option tokens in eleventy.config.js: ${names.join(", ")}`] : []),
      ...(properties.length > 0
        ? [`custom properties in indigo.css: ${[...new Set(properties)].join(", ")}`]
        : []),
    ];
    if (properties.length > 0 && hasSheet)
      return left(`not taken along, since the site has an indigo.css: set ${properties.join(", ")} there`);
    return carried(`its values are ${own.join("; ") || "those of the theme"}`);
  }
  if (css !== "" && hasSheet) return left("not taken along, since the site has an indigo.css: add it there");
  const lost = diff.removed > diff.added.length ? "; what you removed is still in the theme" : "";
  return carried(
    css === ""
      ? `no declaration differs from the theme${lost}`
      : `its declarations are in indigo.css, compiled${lost}`,
  );
}
