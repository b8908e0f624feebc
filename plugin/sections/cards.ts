import type { EntryGroup } from "./section.js";

/** An entry as a card, below the heading of its group if it is the first of one. */
interface Card {
  entry: object;
  /** Empty for every card but the first of a group with a label. */
  heading: string;
}

/** The entries of all groups as cards of one grid. */
export interface Cards {
  cards: Card[];
  /** Whether any of them has an image, so that the others reserve its place. */
  hasImages: boolean;
}

/** Returns the entries of groups as cards. */
export function cardsOf(groups: readonly EntryGroup[]): Cards {
  const cards = groups.flatMap(({ label, entries }) =>
    entries.map((entry, index): Card => ({ entry, heading: index === 0 ? label : "" })),
  );
  return { cards, hasImages: cards.some(({ entry }) => hasImage(entry)) };
}

function hasImage({ photo, picture }: { photo?: unknown; picture?: unknown }): boolean {
  return photo !== undefined || picture !== undefined;
}
