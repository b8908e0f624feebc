import type { CollectionItem, TemplateData } from "./api.js";

/** Returns every page that is in a collection. Only defined for templates that Eleventy processes after all others. */
export const allItems = ({ collections }: TemplateData): readonly CollectionItem[] | undefined =>
  collections.all;
