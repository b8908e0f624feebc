import * as z from "zod";

/** The name of the meta tag with which each service recognizes the owner of a site. */
const verificationTags = {
  google: "google-site-verification",
  bing: "msvalidate.01",
  yandex: "yandex-verification",
  baidu: "baidu-site-verification",
  naver: "naver-site-verification",
  pinterest: "p:domain_verify",
  facebook: "facebook-domain-verification",
} as const;

const code = z
  .string()
  .trim()
  .regex(/^[\w.=+/-]+$/, {
    error: 'must be the code alone, which is the value of "content" in the tag that the service shows',
  });

/** Codes with which services verify that the site is its owner's, by service. */
export const verification = z.strictObject(
  Object.fromEntries(Object.keys(verificationTags).map((service) => [service, code.optional()])) as Record<
    keyof typeof verificationTags,
    z.ZodOptional<typeof code>
  >,
);

/** A meta tag. */
export interface MetaTag {
  name: string;
  content: string;
}

/** Returns the tags of a validated option `verification`. */
export const tagsOfVerification = (codes: z.output<typeof verification>): MetaTag[] =>
  Object.entries(verificationTags).flatMap(([service, name]) => {
    const content = codes[service as keyof typeof verificationTags];
    return content === undefined ? [] : [{ name, content }];
  });
