import type { CollectionItem, TemplateData } from "./api.js";

/** Returns every page that is in a collection. Only defined when pages are known; see `onPagesKnown`. */
export const allItems = ({ collections }: TemplateData): readonly CollectionItem[] | undefined =>
  collections?.all;
