// Checked by `npm run check`, and never run: the types of `dist/index.d.ts` are those of the source that they are made of.
import type * as z from "zod";
import type * as published from "../../dist/index.js";
import type indigo from "../../dist/index.js";
import type { EleventyConfig } from "../../plugin/eleventy/api.ts";
import type source from "../../plugin/index.ts";
import type { optionsSchema } from "../../plugin/options/options.ts";
import type { Site } from "../../plugin/options/site.ts";
import type { Publication } from "../../plugin/publications/publication.ts";

/** Whether two types are the same, down to which properties are optional or read-only. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Every property by itself, since two object types of the same properties need not count as the same. */
type Properties<A, B> = keyof A extends keyof B
  ? keyof B extends keyof A
    ? { [Key in keyof A]-?: Mutual<A[Key], B[Key & keyof B]> }[keyof A]
    : false
  : false;

const yes = <Answer extends true>(answer: Answer): Answer => answer;

yes<Mutual<published.IndigoOptions, z.input<typeof optionsSchema>>>(true);
yes<Properties<published.IndigoOptions, z.input<typeof optionsSchema>>>(true);
yes<Mutual<published.Site, Site>>(true);
yes<Properties<published.Site, Site>>(true);
yes<Mutual<published.Publication, Publication>>(true);
yes<Properties<published.Publication, Publication>>(true);
yes<Mutual<published.EleventyConfig, EleventyConfig>>(true);
yes<Same<keyof published.EleventyConfig, keyof EleventyConfig>>(true);
yes<Mutual<typeof indigo, typeof source>>(true);
yes<Same<keyof typeof published, "default">>(true);
