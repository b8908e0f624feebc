import { type CvOptions, cvOptions } from "../../options/sections.js";
import { readSelection } from "../../publications/index.js";
import { configFileName } from "../../utils/config-file-name.js";
import { IndigoError } from "../../utils/errors.js";
import type { RenderContext, Section } from "../section.js";
import { arrangeGroups, unknownGroups, worksName } from "./arrange.js";
import { readCv } from "./file.js";
import { findPhoto } from "./photo.js";
import { cvStructuredData } from "./structured-data.js";

/** The CV, from a file in one of two formats. @see https://jsonresume.org/schema @see https://docs.rendercv.com */
export const cv: Section = {
  partial: "indigo/cv/cv-entry.njk",
  groupsPartial: "indigo/cv/cv-section.njk",
  read(source, context) {
    if (source.isFolder) throw new IndigoError(`a CV must be one file, but ${source.path} is a folder.`);
    const options = cvOptions(context.site.themeSections.cv);
    const file = readCv(source.path, context);
    const { photo, files } = findPhoto(file.image, options.photo, source, context);
    const selection = selectionOf(options);
    return {
      files,
      names: [...file.names, ...(file.labels ?? [])],
      build(renderContext) {
        const { site } = renderContext;
        const owner = { language: site.language, name: site.author.name };
        return {
          groups: arrangeGroups(
            file.groups(site),
            {
              options,
              language: site.language,
              isMain: site.root === "/",
              works: worksOf(selection, renderContext),
            },
            file.names,
          ),
          head: { ...file.header(owner), ...(photo && { photo }) },
          structuredData: (url) =>
            cvStructuredData(file.resume, { ...owner, plain: file.plain, url: site.url && url }),
        };
      },
    };
  },
  check(contents, { site, report }) {
    const known = contents.flatMap(({ names = [] }) => names);
    report.hints.push(...unknownGroups(cvOptions(site.themeSections.cv), [...known, worksName]));
  },
};

const caller = (): string => `option "sections.cv.publications" in ${configFileName()}`;

type Selection = ReturnType<typeof readSelection>;

/** Reads the selection of publications, before pages are rendered, so that a slip in it fails the build once. */
const selectionOf = ({ publications }: CvOptions): Selection | undefined =>
  publications === undefined ? undefined : readSelection(publications, {}, caller(), "field");

/** Returns the publications of the site that the CV shows; undefined if there are none. */
function worksOf(
  selection: Selection | undefined,
  { site, worksOf: select, warn }: RenderContext,
): { list: NonNullable<ReturnType<RenderContext["worksOf"]>>; label: string } | undefined {
  if (!selection) return undefined;
  const list = select(selection, caller());
  if (!list) warn(`${caller()} selects no publication of the site.`);
  return list && { list, label: site.strings.publications };
}
