import { orcidOf } from "../accounts/links.js";
import type { AuthorPeople } from "../content/index.js";
import type { PostAuthor } from "../options/author.js";
import type { Site } from "../options/site.js";
import type { Entry, PersonEntry, Sections } from "../sections/index.js";

/** Returns the people of the section `people` in the language of a site, as authors of posts. */
export function authorPeople(sections: Sections, site: Site): AuthorPeople {
  const entries = (): Entry<PersonEntry>[] =>
    sections
      .of(site)
      .find("people")
      ?.groups.flatMap((group) => group.entries as Entry<PersonEntry>[]) ?? [];
  return {
    get(id) {
      if (!site.themeSections.people) return undefined;
      const entry = entries().find((person) => person.id === id);
      return entry && authorFrom(entry);
    },
    get ids() {
      return site.themeSections.people ? entries().map(({ id }) => id) : [];
    },
  };
}

function authorFrom({ name, pageUrl, photo, social, role }: Entry<PersonEntry>): PostAuthor {
  return { name, bio: role, picture: photo?.url, url: pageUrl, orcid: orcidOf(social) };
}
