import * as z from "zod";
import { pageWidth } from "./appearance.js";
import { pageNames, pageRoutes, type Route } from "./routes.js";

/** The kinds of pages: those that the theme creates with a layout, by their names, and other pages and posts. */
export const pageKinds: readonly string[] = [
  ...pageNames.filter((name) => (pageRoutes[name] as Route).layout !== undefined),
  "page",
  "post",
];

/** Width of the text by kind of page. */
export const widths = z.strictObject(
  Object.fromEntries(pageKinds.map((kind) => [kind, pageWidth.optional()])),
);
