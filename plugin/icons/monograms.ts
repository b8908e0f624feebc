/** The content of an icon's `<svg>`, and its `viewBox`. */
export interface Drawing {
  viewBox: string;
  body: string;
}

const letters = (width: number, path: string): Drawing => ({
  viewBox: `0 0 ${width} 512`,
  body: `<path fill="none" stroke="currentColor" stroke-width="60" stroke-linejoin="round" d="${path}"/>`,
});

/** Monograms of services that no icon set has, in the style of Academicons: plain letters, 512 high. */
export const drawings: Readonly<Record<string, Drawing>> = {
  // ACL
  acl: letters(704, "M32 426L128 86l96 340M62 320h132M448 150a104 170 0 1 0 0 212M520 86v310h152"),
  // OR
  openreview: letters(
    576,
    "M136 86a104 170 0 1 0 0 340a104 170 0 1 0 0-340zM344 426V86h80a92 92 0 0 1 0 184h-80M440 270l96 156",
  ),
};
