import {
  isSamePerson,
  type KnownAuthor,
  type PersonName,
  type PublicationConnections,
  unmarked,
} from "../publications/index.js";
import { nodeId } from "../utils/json-ld.js";
import type { Connections } from "./connections.js";
import { ownerOf } from "./people.js";
import { workConnections } from "./structured-data.js";

/** The `@id` of the site's owner, from its root, unless the owner is one of the people. */
const ownerNodeUrl = nodeId("/", "person");

/** Returns what publications are connected to: their authors, and the properties of their structured data. */
export function publicationConnections(connections: Connections): PublicationConnections {
  const { site, content } = connections;
  const owner = ownerOf(site);
  const hasPeople = (): boolean => content.sections.entriesOf("people").length > 0;
  const find = (name: PersonName): KnownAuthor | undefined => {
    const person = hasPeople() ? connections.graph.findPerson(name) : undefined;
    const entry = person && connections.entryOf(person.thing, site);
    if (person && entry) return { pageUrl: entry.pageUrl, nodeUrl: entry.nodeUrl, orcid: person.orcid };
    const plain = unmarked(name);
    return owner.names.some((form) => isSamePerson(form, plain))
      ? { nodeUrl: ownerNodeUrl, orcid: owner.orcid }
      : undefined;
  };
  // A publication is in several lists. Each build has names of its own.
  const known = new WeakMap<PersonName, { author: KnownAuthor | undefined }>();
  return {
    author(name) {
      let found = known.get(name);
      if (!found) {
        found = { author: find(name) };
        known.set(name, found);
      }
      return found.author;
    },
    describe(publication, absolute) {
      const thing = connections.thingOf(publication);
      return thing ? workConnections(thing, connections, absolute) : {};
    },
  };
}
