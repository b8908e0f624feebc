import type { CollectionItem, TemplateData } from "./api.js";

/** Returns every page that is in a collection. Known to templates that Eleventy comes to after all others. */
export const allItems = ({ collections }: TemplateData): readonly CollectionItem[] | undefined =>
  collections.all;
