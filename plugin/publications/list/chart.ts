import { escapeHtml } from "../../utils/html.js";
import { classes } from "../../utils/markup.js";
import type { Publication } from "../publication.js";

/** The UI strings of the chart. */
export interface ChartStrings {
  /** Its caption. @example "Publications per year" */
  publicationsPerYear: string;
}

/** The years of the chart. */
export interface ChartOptions {
  /** The first year. @default the first with a publication */
  from?: number;
  /** The last year. @default the last with a publication */
  to?: number;
}

interface Column {
  year: number;
  count: number;
}

/** The range of years up to which years without publications have a column too: a typo in a year must not add thousands. */
const maxYearsWithGaps = 60;

// The numbers of labels that fit in 360 px.
const maxCountLabels = 16;
const maxYearLabels = 8;

// Heights in em, so that the chart grows with the reader's font size; widths in percent, so that text never shrinks.
const height = 12.5;
const base = 11;
const maxBarHeight = 9.4;
const [maxColumnWidth, maxChartWidth] = [12, 92];

/**
 * Returns a bar chart of the publications per year as a `<figure>`, with a list of the numbers for screen readers; empty
 * if no publication has a year. It has no blank line, which would end the HTML in Markdown.
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
    ...bars(columns),
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
    to - from < maxYearsWithGaps ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : within;
  return years.map((year) => ({ year, count: counts.get(year) ?? 0 }));
}

/**
 * Returns a bar for each year, with its number above it and the year below it if there is room; the number of the highest
 * bar and the last year are always shown.
 */
function bars(columns: readonly Column[]): string[] {
  const width = Math.min(maxChartWidth / columns.length, maxColumnWidth);
  const start = (100 - width * columns.length) / 2;
  const most = Math.max(...columns.map(({ count }) => count));
  const highest = columns.findIndex(({ count }) => count === most);
  const labelInterval = Math.ceil(columns.length / maxYearLabels);
  return columns
    .map(({ year, count }, index) => {
      const left = start + width * index;
      const middle = short(left + width / 2);
      const bar = short((maxBarHeight * count) / most);
      const top = short(base - (maxBarHeight * count) / most);
      return [
        count > 0 &&
          `<rect x="${short(left + width * 0.15)}%" y="${top}em" width="${short(width * 0.7)}%" height="${bar}em"><title>${year}: ${count}</title></rect>`,
        (columns.length <= maxCountLabels || index === highest) &&
          `<text x="${middle}%" y="${short(top - 0.4)}em">${count}</text>`,
        (columns.length - 1 - index) % labelInterval === 0 &&
          `<text class="year" x="${middle}%" y="${short(base + 1.2)}em">${year}</text>`,
      ]
        .filter(Boolean)
        .join("");
    })
    .filter(Boolean);
}

const short = (number: number): number => Math.round(number * 100) / 100;
