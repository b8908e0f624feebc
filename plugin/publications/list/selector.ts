import type { Site } from "../../options/site.js";
import { IndigoError } from "../../utils/errors.js";
import type { Publication } from "../publication.js";
import type { PublicationSource } from "../source.js";
import type { Relations } from "./relations.js";
import { selectPublications } from "./select.js";
import type { Caller, Selection } from "./selection.js";

/** Returns the publications of a selection. @param from - The publications to choose from. @default all of the site */
export type Selector = (selection: Selection, caller: Caller, from?: readonly Publication[]) => Publication[];

/**
 * Returns the selector of a site.
 *
 * @param relations - Returns the people and projects of the site, once its pages are known.
 */
export function publicationSelector(
  source: PublicationSource,
  { author }: Pick<Site, "author">,
  relations: () => Relations | undefined,
): Selector {
  const self = [author.name, ...author.names];
  return (selection, caller, from = source.current.all) => {
    if (source.current.files.length === 0) {
      throw new IndigoError(
        `${caller}: the site has no publications.bib, .yaml or .json in its input folder.`,
      );
    }
    return selectPublications(
      from,
      selection,
      { publications: source.current, self, relations: relations() },
      caller,
    );
  };
}
