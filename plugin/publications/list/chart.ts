import { escapeHtml } from "../../utils/html.js";
import { classes } from "../../utils/markup.js";
import type { Publication } from "../publication.js";

/** The words of the chart. */
export interface ChartStrings {
  /** What it shows. @example "Publications per year" */
  publicationsPerYear: string;
}

export interface ChartOptions {
  /** The first year that it shows. @default the first with a publication */
  from?: number;
  /** The last. @default the last with a publication */
  to?: number;
}

interface Column {
  year: number;
  count: number;
}

/** Over how many years those without publications are shown too: a typing error in one year makes no thousand gaps. */
const widest = 60;

// So many of each find room at 360 px.
const mostCounts = 16;
const mostYears = 8;

// Heights in em, so that the picture grows with the reader's letters; widths in percent, so that letters never shrink.
const height = 12.5;
const base = 11;
const tallest = 9.4;
const [widestColumn, widestPicture] = [12, 92];

/**
 * A bar chart of the publications of each year as one `<figure>`, with the same as a list for whoever does not see it;
 * nothing where none has a year. No line of it is blank, since it stands in Markdown.
 */
export function publicationChart(
  publications: readonly Pick<Publication, "year">[],
  strings: ChartStrings,
  options: ChartOptions = {},
): string {
  const columns = columnsOf(publications, options);
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return "";
  const label = escapeHtml(strings.publicationsPerYear);
  const years = first === last ? first.year : `${first.year}–${last.year}`;
  return [
    `<figure class="${classes.publicationChart}">`,
    `<figcaption>${label}</figcaption>`,
    `<svg role="img" width="100%" height="${height}em" fill="currentColor" text-anchor="middle">`,
    `<title>${label}, ${years}</title>`,
    ...picture(columns),
    `<line x2="100%" y1="${base}em" y2="${base}em"/>`,
    "</svg>",
    `<dl class="visually-hidden">`,
    ...columns.map(({ year, count }) => `<dt>${year}</dt><dd>${count}</dd>`),
    "</dl>",
    "</figure>",
  ].join("\n");
}

function columnsOf(publications: readonly Pick<Publication, "year">[], options: ChartOptions): Column[] {
  const counts = new Map<number, number>();
  for (const { year } of publications) {
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const published = [...counts.keys()].sort((one, other) => one - other);
  const from = options.from ?? published[0] ?? 0;
  const to = options.to ?? published.at(-1) ?? 0;
  const within = published.filter((year) => year >= from && year <= to);
  if (within.length === 0) return [];
  const years =
    to - from < widest ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : within;
  return years.map((year) => ({ year, count: counts.get(year) ?? 0 }));
}

/** A bar for each year, its number above and the year below where there is room; always at the last and the highest. */
function picture(columns: readonly Column[]): string[] {
  const width = Math.min(widestPicture / columns.length, widestColumn);
  const start = (100 - width * columns.length) / 2;
  const most = Math.max(...columns.map(({ count }) => count));
  const highest = columns.findIndex(({ count }) => count === most);
  const every = Math.ceil(columns.length / mostYears);
  return columns
    .map(({ year, count }, index) => {
      const left = start + width * index;
      const middle = short(left + width / 2);
      const bar = short((tallest * count) / most);
      const top = short(base - (tallest * count) / most);
      return [
        count > 0 &&
          `<rect x="${short(left + width * 0.15)}%" y="${top}em" width="${short(width * 0.7)}%" height="${bar}em"><title>${year}: ${count}</title></rect>`,
        (columns.length <= mostCounts || index === highest) &&
          `<text x="${middle}%" y="${short(top - 0.4)}em">${count}</text>`,
        (columns.length - 1 - index) % every === 0 &&
          `<text class="year" x="${middle}%" y="${short(base + 1.2)}em">${year}</text>`,
      ]
        .filter(Boolean)
        .join("");
    })
    .filter(Boolean);
}

const short = (number: number): number => Math.round(number * 100) / 100;
