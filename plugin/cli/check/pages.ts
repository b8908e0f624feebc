import { readFileSync } from "node:fs";
import path from "node:path";
import { nearPageField } from "../../content/index.js";
import { readFrontMatter } from "../../utils/front-matter.js";
import type { BuiltSite } from "../build/build-site.js";
import type { Fault } from "./fault.js";
import type { Result, ResultPage } from "./result.js";

/** A file of the site's own that is a template of a page. */
const template = /\.(?:md|markdown|html|njk|liquid|ipynb)$/;

/** The pages of each source file: a template may make many. */
function ownPages({ pages }: Result): Map<string, ResultPage> {
  const own = new Map<string, ResultPage>();
  for (const page of pages) {
    if (page.source !== undefined && template.test(page.source) && !own.has(page.source))
      own.set(page.source, page);
  }
  return own;
}

/** Reports pages that consist of their text only: without styles, navigation and title. */
export function missingLayouts(site: BuiltSite, result: Result): Fault[] {
  const built = new Map(
    site.pages.map(({ inputPath, outputPath }) => [path.posix.normalize(inputPath), outputPath]),
  );
  return [...ownPages(result)].flatMap(([file, { url }]): Fault[] => {
    const output = built.get(file);
    if (!output || /<html[\s>]|http-equiv/i.test(readFileSync(path.resolve(site.folder, output), "utf8")))
      return [];
    const message = 'the page has no layout and no <html> element: set "layout: page" in its front matter';
    return [{ rule: "missing-layout", message, page: url, pages: 1, file }];
  });
}

/** Reports fields of front matter that neither the theme nor Eleventy reads, with a name near one that they read. */
export function slipsInFrontMatter({ folder }: BuiltSite, result: Result): Fault[] {
  return [...ownPages(result)].flatMap(([file, { url }]) => {
    const { value, place } = frontMatterOf(path.join(folder, file));
    if (typeof value !== "object" || value === null) return [];
    return Object.keys(value).flatMap((name): Fault[] => {
      const near = nearPageField(name);
      if (!near) return [];
      const line = Number(/:(\d+)$/.exec(place([name]))?.[1]) || undefined;
      return [
        {
          rule: "front-matter",
          message: `the theme reads no field "${name}".${near}`,
          page: url,
          pages: 1,
          file,
          line,
        },
      ];
    });
  });
}

function frontMatterOf(file: string): Pick<ReturnType<typeof readFrontMatter>, "value" | "place"> {
  try {
    return readFrontMatter(file);
  } catch {
    // In a language that only the site's Eleventy reads; the build has read it.
    return { value: undefined, place: () => file };
  }
}

/** How many pages may have the same description, as a page and its translation. */
const maxSame = 2;

const shownPages = 5;

/** Reports descriptions that many of the author's own pages share: search engines and shared links show the same words for each. */
export function sharedDescriptions({ pages }: Result): Fault[] {
  const urls = new Map<string, string[]>();
  for (const { elements, url, source } of pages) {
    if (source === undefined) continue;
    const meta = elements.find(
      ({ name, attributes }) => name === "meta" && attributes.name === "description",
    );
    const text = meta?.attributes.content?.trim();
    if (text) urls.set(text, [...(urls.get(text) ?? []), url]);
  }
  return [...urls]
    .filter(([, all]) => all.length > maxSame)
    .map(([text, all]): Fault => {
      const more = all.length > shownPages ? ` and ${all.length - shownPages} more` : "";
      return {
        rule: "shared-description",
        message: `${all.length} pages have the description "${text}": ${all.slice(0, shownPages).join(", ")}${more}. Set "description" in their front matter`,
        page: all[0] ?? "/",
        pages: all.length,
      };
    });
}
