/** A favicon: the attributes of its `<link>`. */
export interface Favicon {
  rel: "icon" | "apple-touch-icon";
  href: string;
  type?: string;
  sizes?: string;
}
