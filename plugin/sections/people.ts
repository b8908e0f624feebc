import * as z from "zod";
import { orcidOf, type SocialLink } from "../accounts/links.js";
import { social } from "../accounts/schema.js";
import { fill } from "../i18n/fill.js";
import { type JsonLdNode, nodeId, orcidProperties } from "../utils/json-ld.js";
import { common, connected, email, file, markdown, text } from "./fields.js";
import { focus, focusClasses } from "./focus.js";
import { initials } from "./initials.js";
import { connectedNode, groupBy, listSection } from "./list-section.js";
import type { Entry, EntryFields, RenderContext } from "./section.js";

/** One person of a group. */
const person = z.strictObject({
  /** Full name. */
  name: text,

  /** Other forms of the name in publications. Initials, order and accents match without them. @default [] */
  names: z.union([z.array(text), text.transform((name) => [name])]).default([]),

  /** Position in the group. @example "PhD student" */
  role: text.optional(),

  /** Heading under which they are listed. The default is `role`. @example "PhD students" */
  group: text.optional(),

  /** Image, best square: a file of the site, which is copied. A full URL at another host becomes a link. */
  photo: file.optional(),

  /** Alternative text of the photo. The default is empty, since the name follows, which would be read twice. */
  alt: text.optional(),

  /**
   * The point of the photo that stays visible where it is cropped to a circle. The default is its middle.
   *
   * @example "top"
   */
  focus: focus.optional(),

  /** E-mail address. */
  email: email.optional(),

  /** Social links in this order, in the form of the option `social`. @default {} */
  social: social.default({}),

  /** Short biography, in Markdown. */
  bio: markdown.optional(),

  /** Whether they have left the group. The default is `true` if `now` is set. */
  alumni: z.boolean().optional(),

  /** Current position, for alumni. @example "Postdoc at MIT" */
  now: text.optional(),

  ...common,
  ...connected,
});

export interface PersonEntry extends EntryFields {
  name: string;
  role: string | undefined;
  /** The role, unless it is the heading above. */
  roleLine: string | undefined;
  group: string | undefined;
  /** The photo, and the classes that set its focus. */
  photo: { url: string; alt: string; focus: string } | undefined;
  /** In place of a missing photo. */
  initials: string;
  social: SocialLink[];
  isAlumni: boolean;
  /** The current position, as a sentence. */
  now: string | undefined;
}

/** People by group or role, in the order in which these first appear; alumni at the end. */
export const people = listSection({
  noun: "person",
  name: "people",
  partial: "indigo/sections/person-entry.njk",
  groupsPartial: "indigo/sections/section-cards.njk",
  schema: person,
  text: "bio",
  images: ["photo"],
  entry(
    { name, role, group, photo, alt = "", focus: point, email, social: profiles, alumni, now, links },
    { site, socialLinks },
  ): PersonEntry {
    const profilesAndEmail = { ...(email !== undefined && { email }), ...profiles };
    const isAlumni = alumni ?? now !== undefined;
    return {
      title: name,
      name,
      role,
      roleLine: group === undefined && !isAlumni ? undefined : role,
      group,
      photo: photo === undefined ? undefined : { url: photo, alt, focus: focusClasses(point) },
      initials: initials(name, site.language),
      social: socialLinks(`field "social" of ${name}`, profilesAndEmail),
      isAlumni,
      now: now === undefined ? undefined : fill(site.strings.now, now),
      links,
    };
  },
  groups(entries, { site }) {
    const present = entries.filter(({ isAlumni }) => !isAlumni);
    const alumni = entries.filter(({ isAlumni }) => isAlumni);
    const groups = groupBy(present, ({ group, role }) => group ?? role);
    return alumni.length > 0
      ? [...groups, { label: site.strings.alumni, id: "alumni", entries: alumni }]
      : groups;
  },
  node: describePerson,
  structuredData(groups, context): JsonLdNode[] {
    const { site, absolute } = context;
    const persons = (isAlumni: boolean) => {
      const entries = groups.flatMap((group) => group.entries.filter((entry) => entry.isAlumni === isAlumni));
      return entries.length > 0
        ? entries.map((entry) => connectedNode(entry, { name: "people", node: describePerson }, context))
        : undefined;
    };
    return [
      {
        "@type": "Organization",
        "@id": nodeId(absolute("/"), "organization"),
        name: site.title,
        url: absolute("/"),
        member: persons(false),
        alumni: persons(true),
      },
    ];
  },
});

/** @see https://schema.org/Person */
function describePerson(entry: Entry<PersonEntry>, { absolute }: RenderContext): JsonLdNode {
  const { name, role, photo, url, social: profiles, nodeUrl } = entry;
  const sameAs = profiles.filter(({ isProfile }) => isProfile).map((profile) => profile.url);
  const orcid = orcidOf(profiles);
  return {
    "@type": "Person",
    "@id": nodeUrl && absolute(nodeUrl),
    name,
    jobTitle: role,
    image: photo && absolute(photo.url),
    url: url && absolute(url),
    identifier: orcidProperties(orcid).identifier,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  };
}
