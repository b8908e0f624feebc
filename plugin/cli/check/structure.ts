import type { Finding } from "./fault.js";
import type { Element } from "./html.js";
import type { ResultPage } from "./result.js";

/** Looks at what a page says to those who do not see it: texts for pictures, ids, headings, its description. */
export function checkStructure(page: ResultPage): Finding[] {
  // A page that only sends its reader on is none to read.
  if (page.elements.some(isRedirect)) return [];
  return [
    ...missingAlt(page.elements),
    ...duplicateIds(page.elements),
    ...skippedHeadings(page.elements),
    ...missingDescription(page),
  ];
}

const isRedirect = ({ name, attributes }: Element): boolean =>
  name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh";

/** An empty `alt` says that a picture only decorates; none says nothing. */
function missingAlt(elements: readonly Element[]): Finding[] {
  return elements
    .filter(
      ({ name, attributes, isHidden }) =>
        name === "img" &&
        attributes.alt === undefined &&
        !isHidden &&
        attributes.role !== "presentation" &&
        !attributes["aria-label"] &&
        !attributes["aria-labelledby"],
    )
    .map(({ attributes: { src = "" } }) => ({
      rule: "missing-alt",
      message: `the picture "${src}" has no text (alt)`,
      traces: [`src="${src}"`, src, src.replace(/^\//, ""), "<img"],
    }));
}

function duplicateIds(elements: readonly Element[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { attributes } of elements) {
    if (attributes.id) counts.set(attributes.id, (counts.get(attributes.id) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([id, count]) => ({
      rule: "duplicate-id",
      message: `the id "${id}" is there ${count} times`,
      traces: [`id="${id}"`, `id='${id}'`, `#${id}`],
    }));
}

function skippedHeadings(elements: readonly Element[]): Finding[] {
  const found: Finding[] = [];
  let before: { level: number; text: string } | undefined;
  for (const element of elements) {
    const [, digit] = /^h([1-6])$/.exec(element.name) ?? [];
    if (!digit || element.isHidden) continue;
    const heading = { level: Number(digit), text: element.text };
    if (before && heading.level > before.level + 1) {
      found.push({
        rule: "skipped-heading",
        message: `"${heading.text}" (h${heading.level}) comes after "${before.text}" (h${before.level})`,
        traces: [`# ${heading.text}`, `>${heading.text}<`, heading.text],
      });
    }
    before = heading;
  }
  return found;
}

function missingDescription({ elements }: ResultPage): Finding[] {
  const isDescribed = elements.some(
    ({ name, attributes }) =>
      name === "meta" && attributes.name === "description" && (attributes.content ?? "").trim() !== "",
  );
  if (isDescribed) return [];
  return [
    {
      rule: "missing-description",
      message: "no description: set one in its front matter, or for all pages in the settings",
      traces: [],
    },
  ];
}
