import { readFileSync } from "node:fs";
import type { EleventyConfig } from "../eleventy/api.js";
import { copyToOutput } from "../eleventy/late-copies.js";
import { sourceOfImage } from "../eleventy/named-files.js";
import { rootUrl } from "../eleventy/site-files.js";
import { warner } from "../eleventy/warnings.js";
import { watchSiteFile } from "../eleventy/watched-files.js";
import { inlineSvg } from "../icons/inline-svg.js";
import { IndigoError, suggestion } from "../utils/errors.js";
import { escapeHtml } from "../utils/html.js";
import { hasParentSegment, isExternal } from "../utils/schema-values.js";
import type { CustomIcon, IconName } from "./icon.js";
import { orcidIn } from "./orcid.js";
import type { CustomLink, Social } from "./schema.js";
import { isService, type ServiceName, services } from "./services.js";

/** A link to a profile or another page of a person. */
export interface SocialLink {
  /** The name of the service, or the label that the author set. */
  label: string;
  url: string;
  icon: IconName | CustomIcon;
  /** The service; `undefined` for a custom link. */
  service: ServiceName | undefined;
  /** The account in the author's spelling; for ORCID the bare iD. */
  account: string;
  /** Whether it is a person's profile, for `sameAs`: not an e-mail address, a feed or a lab. */
  isProfile: boolean;
  /** Whether it identifies a person, for `rel="me"`: profiles and e-mail addresses. */
  isMe: boolean;
}

/** Returns the ORCID iD among the links of a person. */
export const orcidOf = (links: readonly SocialLink[]): string | undefined =>
  links.find(({ service }) => service === "orcid")?.account;

/**
 * Returns social links in the order of the option. Icons that are SVG files are inlined. One that is not safe inline is
 * copied and shown as `<img>`, where its scripts can't run, with a warning.
 *
 * @param option - The option and its place, for messages: `option "social" in eleventy.config.js`.
 * @param social - The output of the schema `social`.
 * @throws IndigoError for an icon that is neither the name of a service nor an SVG of the site.
 */
export function socialLinks(eleventyConfig: EleventyConfig, option: string, social: Social): SocialLink[] {
  return Object.entries(social).map(([key, value]) => {
    if (typeof value !== "string") return customLink(eleventyConfig, option, key, value);
    return profileLink(key as ServiceName, value);
  });
}

/**
 * Returns the link to an account at a service.
 *
 * @param account - The id of the account, or the full URL of its profile.
 */
export function profileLink(service: ServiceName, account: string): SocialLink {
  const { label, url, isNoProfile = false } = services[service];
  return {
    label,
    url: isExternal(account) ? account : url(account),
    icon: service,
    service,
    account: (service === "orcid" && orcidIn(account)) || account,
    isProfile: !isNoProfile,
    isMe: !isNoProfile || service === "email",
  };
}

function customLink(
  eleventyConfig: EleventyConfig,
  option: string,
  label: string,
  { url, icon: iconOption = "link", profile }: CustomLink,
): SocialLink {
  const place = option.replace(/"([^"]*)"/, `"$1.${label}.icon"`);
  const icon =
    iconOption === "link" || isService(iconOption)
      ? iconOption
      : customIcon(eleventyConfig, place, iconOption);
  return { label, url, icon, service: undefined, account: url, isProfile: profile, isMe: profile };
}

/** Returns an SVG of the site as an icon. */
function customIcon(eleventyConfig: EleventyConfig, option: string, value: string): CustomIcon {
  const file = value.replace(/^\//, "");
  if (isExternal(file) || !/\.svg$/i.test(file) || hasParentSegment(file)) {
    const hint = suggestion(value, Object.keys(services));
    throw new IndigoError(
      `${option} must be an SVG of the site, such as "assets/lab.svg", or the name of a service, but it is "${value}".${hint}`,
    );
  }
  watchSiteFile(eleventyConfig, "configuration", file);
  const source = sourceOfImage(eleventyConfig, file);
  const svg = source === undefined ? undefined : inlineSvg(readFileSync(source, "utf8"));
  if (svg?.markup !== undefined) return { markup: svg.markup };
  copyToOutput(eleventyConfig, option, file, ["image"]);
  if (svg) {
    warner(eleventyConfig)(
      `${file} is shown as an <img> in its own colors instead of inline, since ${svg.reason}. Simplify the file to change that.`,
    );
  }
  return { markup: `<img class="icon" src="${escapeHtml(rootUrl(file))}" alt="">` };
}
