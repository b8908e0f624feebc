import path from "node:path";
import { addedExtensions } from "../eleventy/added-extensions.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { lateCopies } from "../eleventy/late-copies.js";
import { markdownLibrary, templateStrings } from "../eleventy/markdown-library.js";
import { pageFileWriter } from "../eleventy/page-files.js";
import { addPreprocessor } from "../eleventy/preprocessors.js";
import type { SiteFile } from "../eleventy/site-files.js";
import { sitePages } from "../eleventy/site-pages.js";
import { warnerOnce } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { IndigoError, templateName } from "../utils/errors.js";
import type { NotebookFrontMatter } from "./front-matter.js";
import type { Notebook } from "./notebook.js";

const extension = "ipynb";

/** A notebook that was read in a build. */
interface ReadNotebook extends NotebookFrontMatter {
  notebook: Notebook;
  /** The title in its text. */
  heading: string | undefined;
}

/**
 * Makes pages of Jupyter notebooks, unless the option `notebooks` is false: of every one in the input folder with `true`, else of
 * those to which front matter or data gives a layout. An extension `ipynb` that the site's config has added stays in charge.
 * Nothing is loaded for a site without notebooks.
 */
export function addNotebooks(eleventyConfig: EleventyConfig, site: Site): void {
  const { notebooks: isOn } = site;
  if (isOn === false || (site.jekyll && !isOn) || addedExtensions(eleventyConfig).includes(extension)) return;
  const warn = warnerOnce(eleventyConfig);
  const library = markdownLibrary(eleventyConfig);
  const strings = templateStrings(eleventyConfig);
  const read = new Map<string, ReadNotebook>();
  /** The files that each notebook has copied, kept from build to build: an incremental one renders few pages. */
  const copied = new Map<string, readonly SiteFile[]>();
  const copies = lateCopies(eleventyConfig);
  const writeFiles = pageFileWriter(eleventyConfig);
  onBuildStart(eleventyConfig, () => read.clear());
  const pages = sitePages(eleventyConfig);
  const urlOf = (file: string): string | undefined => pages.urlOf(path.posix.normalize(file)) || undefined;
  eleventyConfig.on("eleventy.contentMap", () => {
    // A notebook may have been removed, or may be left out now.
    for (const file of copied.keys()) if (urlOf(file) === undefined) copied.delete(file);
    copies.set([...copied.values()].flat());
  });
  // Jupyter's own copies.
  eleventyConfig.ignores.add("**/.ipynb_checkpoints/**");

  const load = async (inputPath: string): Promise<ReadNotebook | undefined> => {
    const known = read.get(inputPath);
    if (known) return known;
    const { frontMatterOf, readNotebook, titleOf } = await import("./reading.js");
    try {
      const notebook = readNotebook(inputPath, warn);
      const { data, cells } = frontMatterOf(notebook, warn);
      const found = { notebook, data, cells, heading: titleOf(cells) };
      read.set(inputPath, found);
      return found;
    } catch (error) {
      if (!(error instanceof IndigoError)) throw error;
      for (const problem of error.problems) warn(`${problem} It is left out.`);
      return undefined;
    }
  };

  eleventyConfig.addTemplateFormats(extension);
  eleventyConfig.addExtension(extension, {
    // Eleventy would read a file of any size, and look for front matter in it.
    read: false,
    getData: async (inputPath: string) => ({ ...(await load(inputPath))?.data }),
    compileOptions: {
      permalink: (permalink: unknown, inputPath: string) =>
        typeof permalink === "string" ? strings.compile(permalink, inputPath) : permalink,
    },
    init(this: { config: Parameters<typeof strings.setConfig>[0] }) {
      strings.setConfig(this.config);
    },
    // Eleventy compiles data of a folder with the engine of a page too; the notebook itself it takes for empty.
    compile: (source: string, inputPath: string) =>
      source === "" ? (data: PageData) => render(inputPath, data) : strings.compile(source, inputPath),
  });

  addPreprocessor(eleventyConfig, "indigo-notebooks", extension, async function (data) {
    const found = await load(this.inputPath);
    if (!found) return false;
    if (!data.layout && isOn !== true) {
      warn(
        `${templateName(this.inputPath)} is not published, as it has no layout: give it one in its metadata or in the data file of its folder. The option "notebooks" publishes all notebooks (true) or none (false).`,
      );
      return false;
    }
    data.layout ??= "page";
    data.title ??= found.heading ?? titleOfFile(data.page.fileSlug);
    return undefined;
  });

  async function render(inputPath: string, data: PageData): Promise<string> {
    const [found, md] = [await load(inputPath), await library()];
    if (!found || !md) return "";
    const { renderNotebook } = await import("./render-notebook.js");
    const { page, title, layout, site: edition } = data;
    const rendered = renderNotebook(
      found.notebook,
      found,
      {
        inputPath,
        url: page.url,
        title,
        layout,
        heading: found.heading,
        strings: edition?.strings ?? site.strings,
      },
      data,
      {
        eleventyConfig,
        md,
        warn,
        pageOf: urlOf,
        isNotebook: (url) => pages.templateOf(url)?.endsWith(`.${extension}`) === true,
        hasReported: !site.jekyll && !site.writing.images,
      },
    );
    await writeFiles(rendered.files);
    copied.set(inputPath, rendered.copies);
    copies.set([...copied.values()].flat());
    // Its outputs may be large.
    read.delete(inputPath);
    return rendered.html;
  }
}

/** The data of a page that is used here. */
interface PageData extends Record<string, unknown> {
  page: { url: string | false };
  site?: Partial<Site>;
}

/** Returns the name of a file as words. */
const titleOfFile = (name: unknown): string =>
  path.posix
    .basename(String(name ?? ""))
    .replaceAll(/[_-]+/g, " ")
    .trim();
