import { readFileSync } from "node:fs";
import type { EleventyConfig } from "../eleventy/api.js";
import { copyToOutput, rootUrl, sourceOf } from "../eleventy/site-files.js";
import { warner } from "../eleventy/warnings.js";
import { inlineSvg } from "../icons/inline-svg.js";
import { IndigoError, suggestion } from "../utils/errors.js";
import { escapeHtml } from "../utils/html.js";
import { hasParentSegment, isExternal } from "../utils/schema-values.js";
import type { CustomIcon, IconName } from "./icon.js";
import { orcidIn } from "./orcid.js";
import type { CustomLink, Social } from "./schema.js";
import { isService, type ServiceName, services } from "./services.js";

/** A link to an account of somebody's, or to another place of theirs. */
export interface SocialLink {
  /** What the link is called: the service's own name, or the label that the author gave. */
  label: string;
  url: string;
  icon: IconName | CustomIcon;
  /** The service, unless the link is of the author's own making. */
  service: ServiceName | undefined;
  /** The account as the author gave it; of an ORCID the bare iD. */
  account: string;
  /** Whether it is a profile of a person, as `sameAs` wants it: not an e-mail address, a feed or a lab. */
  isProfile: boolean;
  /** Whether it says who someone is, as `rel="me"` wants it: profiles and e-mail addresses. */
  isMe: boolean;
}

/**
 * The links to accounts elsewhere, in the order given. SVG files that they name are read; one that can't stand in a
 * page safely is copied and shown as `<img>` instead, where nothing in it can run, and the author is told.
 *
 * @param option - Whose links these are and where they stand, for messages: `option "social" in eleventy.config.js`.
 * @param social - What the schema `social` gave back.
 * @throws IndigoError for an icon that is neither a service's nor an SVG of the site.
 */
export function socialLinks(eleventyConfig: EleventyConfig, option: string, social: Social): SocialLink[] {
  return Object.entries(social).map(([key, given]) => {
    if (typeof given !== "string") return ownLink(eleventyConfig, option, key, given);
    return profileLink(key as ServiceName, given);
  });
}

/** The link to an account, from its id, or from the address of its profile. */
export function profileLink(service: ServiceName, given: string): SocialLink {
  const { label, url, isNoProfile = false } = services[service];
  return {
    label,
    url: isExternal(given) ? given : url(given),
    icon: service,
    service,
    account: (service === "orcid" && orcidIn(given)) || given,
    isProfile: !isNoProfile,
    isMe: !isNoProfile || service === "email",
  };
}

function ownLink(
  eleventyConfig: EleventyConfig,
  option: string,
  label: string,
  { url, icon: given = "link", profile }: CustomLink,
): SocialLink {
  const place = option.replace(/"([^"]*)"/, `"$1.${label}.icon"`);
  const icon = given === "link" || isService(given) ? given : iconOf(eleventyConfig, place, given);
  return { label, url, icon, service: undefined, account: url, isProfile: profile, isMe: profile };
}

/** An SVG of the site as an icon. */
function iconOf(eleventyConfig: EleventyConfig, option: string, given: string): CustomIcon {
  const file = given.replace(/^\//, "");
  if (isExternal(file) || !/\.svg$/i.test(file) || hasParentSegment(file)) {
    const hint = suggestion(given, Object.keys(services));
    throw new IndigoError(
      `${option} must be an SVG of the site, such as "assets/lab.svg", or the name of a service, but it is "${given}".${hint}`,
    );
  }
  const source = sourceOf(eleventyConfig, file);
  const svg = source === undefined ? undefined : inlineSvg(readFileSync(source, "utf8"));
  if (svg?.markup !== undefined) return { markup: svg.markup };
  copyToOutput(eleventyConfig, option, file);
  if (svg) {
    warner(eleventyConfig)(
      `${file} is shown as a picture, in its own colors, and not as a part of the page: ${svg.reason}.`,
    );
  }
  return { markup: `<img class="icon" src="${escapeHtml(rootUrl(file))}" alt="">` };
}
