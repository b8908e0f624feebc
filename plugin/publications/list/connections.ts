import type { PersonName } from "../people/person-name.js";
import type { Publication } from "../publication.js";

/** What the site knows of an author. */
export interface KnownAuthor {
  /** Their own page, from the site's root. */
  pageUrl?: string | undefined;
  /** Their `@id` in structured data, from the site's root. */
  nodeUrl?: string | undefined;
  orcid?: string | undefined;
}

/** What publications are connected to, whose rooms lie above this one. Only while pages are rendered. */
export interface PublicationConnections {
  /** Returns what the site knows of an author who is one of its people, or its owner. */
  author(name: PersonName): KnownAuthor | undefined;
  /**
   * Returns what the structured data of a publication says of its projects, talks, posts and other people.
   *
   * @param absolute - Returns the full URL of a page.
   */
  describe(publication: Publication, absolute: (url: string) => string): Record<string, readonly object[]>;
}
