/** The source of an icon: an Iconify set of Font Awesome or Academicons, or the theme's own drawings. */
export type IconSource = readonly [
  set: "fa6-brands" | "fa6-regular" | "fa6-solid" | "fa7-brands" | "academicons" | "drawn",
  name: string,
];
