import {
  abstracts,
  conferences,
  journals,
  keywords,
  type Name,
  people,
  publishers,
  titles,
} from "./texts.ts";

/** A made-up work, in the markup of marked-text.ts. */
export interface Work {
  /** Its number, from which the rest follows. */
  number: number;
  title: string;
  authors: readonly Name[];
  journal: string;
  conference: string;
  publisher: string;
  abstract: string;
  keywords: readonly string[];
  year: number;
  month: number;
  day: number;
  volume: string;
  issue: string;
  pages: readonly [first: string, last: string];
  doi: string;
  url: string;
}

const from = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Returns a work by its number. Lists of different lengths give each number another combination. */
export function work(number: number): Work {
  const count = 1 + (number % 4);
  return {
    number,
    title: from(titles, number),
    authors: Array.from({ length: count }, (_, index) => from(people, number * 5 + index)),
    journal: from(journals, number),
    conference: from(conferences, number),
    publisher: from(publishers, number),
    abstract: from(abstracts, number * 3),
    keywords: [from(keywords, number), from(keywords, number + 2)],
    year: 1994 + (number % 30),
    month: 1 + (number % 12),
    day: 1 + (number % 28),
    volume: String(1 + (number % 40)),
    issue: String(1 + (number % 6)),
    pages: [String(100 + number * 3), String(109 + number * 3)],
    doi: `10.1000/corpus.${number}_(${number % 7})`,
    url: `https://example.org/works/${number}?a=1&b=${number}`,
  };
}

/** Returns works by their numbers: `count` of them from `start`. */
export const works = (start: number, count: number): Work[] =>
  Array.from({ length: count }, (_, index) => work(start + index));
