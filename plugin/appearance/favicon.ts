/** A picture of the site for browsers, as `<link>` has it. */
export interface Favicon {
  rel: "icon" | "apple-touch-icon";
  href: string;
  type?: string;
  sizes?: string;
}
