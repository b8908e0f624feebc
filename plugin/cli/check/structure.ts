import type { Finding } from "./fault.js";
import type { Element } from "./html.js";
import type { ResultPage } from "./result.js";

/** Checks the structure of a page: alternative texts of images, ids, heading levels, description. */
export function checkStructure(page: ResultPage): Finding[] {
  // A redirect has no content.
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

/** Reports images without an `alt` attribute. An empty `alt` is valid: it marks a decorative image. */
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
      message: `image "${src}" has no alternative text: describe it in "alt", or set alt="" if it is decorative`,
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
      message: `${count} elements have the id "${id}": an id must be unique on a page`,
      traces: [`id="${id}"`, `id='${id}'`, `#${id}`],
    }));
}

function skippedHeadings(elements: readonly Element[]): Finding[] {
  const findings: Finding[] = [];
  let previous: { level: number; text: string } | undefined;
  for (const element of elements) {
    const [, digit] = /^h([1-6])$/.exec(element.name) ?? [];
    if (!digit || element.isHidden) continue;
    const heading = { level: Number(digit), text: element.text };
    if (previous && heading.level > previous.level + 1) {
      findings.push({
        rule: "skipped-heading",
        message: `"${heading.text}" (h${heading.level}) comes after "${previous.text}" (h${previous.level}): use h${previous.level + 1}`,
        traces: [`# ${heading.text}`, `>${heading.text}<`, heading.text],
      });
    }
    previous = heading;
  }
  return findings;
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
      message: 'missing description: add "description" to the front matter, or to the options for all pages',
      traces: [],
    },
  ];
}
