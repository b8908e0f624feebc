import { monthOf, seasonOf } from "./months.js";
import type { CslItem } from "./schema.js";

/** A date in CSL. */
export type CslDate = NonNullable<CslItem["issued"]>;

const edtf =
  /^(\d{4})(?:-(\d\d?|[xXu]{2})(?:-(\d\d?|[xXu]{2}))?)?(?:[T ]\d\d?:[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?([?~%]?)$/;

/**
 * Reads a date in any of the forms that bibliographies have: `2020-05-17`, EDTF (`2019-05/2019-06`, `2020-21`, `1990~`),
 * `5 November 2020`, `Nov 2020`, `2020a`, `1982/83`, `To appear in 2024`; months alone too, whose year then is 0. Undefined if
 * there is neither year nor month in it.
 *
 * @param isEdtf - Whether `2020-21` is spring 2020, as in the field `date`, and not 2020 to 2021.
 * @see https://www.loc.gov/standards/datetime/
 */
export function readDate(text: string, isEdtf: boolean): CslDate | undefined {
  const trimmed = text.slice(0, 200).trim();
  return (isEdtf || !/^\d{4}-\d\d$/.test(trimmed) ? edtfDate(trimmed) : undefined) ?? writtenDate(trimmed);
}

function edtfDate(text: string): CslDate | undefined {
  const sides = text.split("/").map((side) => side.trim());
  const [first = "", second] = sides;
  if (sides.length > 2) return undefined;
  const [start, end] = [edtf.exec(first), edtf.exec(second ?? "")];
  const isOpen = /^(?:\.\.|open|unknown|)$/i.test(second ?? "");
  if (!start && second !== undefined && end && isOpen) return undefined;
  if (!start || (!end && !isOpen)) return undefined;
  const season = Number(start[2]) - 20;
  const dates = [start, ...(end ? [end] : [])].map(([, year = "", month, day]) => {
    return dateParts(Number(year), Number(month), Number(day));
  });
  const isCirca = /[?~%]/.test(`${start[4]}${end?.[4] ?? ""}`);
  return {
    "date-parts": inOrder(dates),
    ...(season >= 1 && season <= 4 && { season }),
    ...(isCirca && { circa: true }),
  };
}

/** Returns year, month and day as far as they are valid. */
function dateParts(year: number, month: number | undefined, day: number | undefined): number[] {
  if (!month || !(month >= 1 && month <= 12)) return [year];
  return day && day >= 1 && day <= 31 ? [year, month, day] : [year, month];
}

/** Returns first and last date; the first alone if they are equal or in no order. */
function inOrder(dates: number[][]): number[][] {
  const [first = [], last = []] = [dates[0], dates.at(-1)];
  const number = ([year = 0, month = 0, day = 0]: number[]): number => (year * 100 + month) * 100 + day;
  return number(last) > number(first) ? [first, last] : [first];
}

/** One side of a range: its year, month and season, and other numbers. */
interface Side {
  year?: number;
  month?: number;
  season?: number;
  numbers: number[];
  /** Whether the numbers are before the year. */
  isYearLast?: boolean;
}

const token = /\d+|\p{L}[\p{L}\p{M}]*\.?|[^\s\d\p{L}]/gu;
const separator = /^(?:[-–—−/&+]|and|to|until|through|bis|und|et|au|y|e|a|al|até)$/i;

function writtenDate(text: string): CslDate | undefined {
  const sides: Side[] = [{ numbers: [] }];
  let isCirca = /^\[.*\]$|^\d{4}\s*\(?[?~]/.test(text);
  const tokens = [...text.matchAll(token)].map(([each]) => each);
  for (const [index, each] of tokens.entries()) {
    const side = sides.at(-1) as Side;
    const number = /^\d/.test(each) ? Number(each) : undefined;
    const next = tokens[index + 1] ?? "";
    if (number !== undefined && each.length === 4 && number >= 1000 && number < 3000) {
      side.isYearLast ??= side.numbers.length > 0;
      side.year ??= number;
    } else if (number !== undefined) {
      if (/^[月월]/u.test(next)) side.month ??= number;
      else if (each.length <= 2) side.numbers.push(number);
    } else if (/^(?:c|ca|circa|um|approx)\.?$/i.test(each) && /^\d{4}$/.test(next)) isCirca = true;
    else if (separator.test(each)) sides.push({ numbers: [] });
    else {
      const month = monthOf(each);
      const season = month === undefined ? seasonOf(each) : undefined;
      if (month !== undefined) side.month ??= month;
      if (season !== undefined) side.season ??= season;
    }
  }
  const used = sides.filter(
    ({ year, month, season, numbers }) => year || month || season || numbers.length > 0,
  );
  const season = used.find((side) => side.season)?.season;
  const dates = datesOf(used);
  if (dates.length === 0 && season === undefined) return undefined;
  const ordered = season === undefined ? inOrder(dates) : dates.slice(0, 1);
  return {
    ...(ordered.length > 0 && { "date-parts": ordered }),
    ...(season !== undefined && { season }),
    ...(isCirca && { circa: true }),
  };
}

/** Returns the dates of the sides of a range. What one side lacks, it shares with the other. */
function datesOf(sides: Side[]): number[][] {
  const [first, second, third] = sides;
  if (!first) return [];
  const named = sides.filter(({ month }) => month !== undefined);
  const year = sides.find((side) => side.year)?.year ?? 0;
  if (named.length > 0) {
    const dates = sides.map(({ year: own, month, numbers }, index) => {
      const near = month ?? sides.slice(0, index).findLast((side) => side.month)?.month ?? named[0]?.month;
      return dateParts(own ?? year, near, numbers[0]);
    });
    // `2019 -- May 2020`, and a number that is no day of a range
    return dates.filter((date, index) => date.length > 2 || sides[index]?.month !== undefined);
  }
  const numbers = sides.flatMap((side) => side.numbers);
  if (first.year) {
    const [number] = second?.numbers ?? [];
    if (second?.year) return [[first.year], [second.year]];
    const following = (first.year + 1) % 100;
    if (number !== undefined && !third && (number > 12 || number === following)) {
      const century = first.year - (first.year % 100);
      return [[first.year], [century + number + (number < first.year % 100 ? 100 : 0)]];
    }
    // `3.5.2020`
    if (first.isYearLast) return [dateParts(first.year, numbers.at(-1), numbers.at(-2))];
    return [dateParts(first.year, numbers[0], numbers[1])];
  }
  if (!year) return numbers.length === 1 || numbers.length === 2 ? monthAlone(numbers) : [];
  // `05/2020`; which number is the month in `5/3/2020` is unknown, but not in `23/5/2020`.
  if (numbers.length === 1) return [dateParts(year, numbers[0], undefined)];
  const [one = 0, two = 0] = numbers;
  if (numbers.length === 2 && (one > 12 || two > 12 || one === two)) {
    return [dateParts(year, Math.min(one, two), Math.max(one, two))];
  }
  return [[year]];
}

function monthAlone([month = 0, day]: number[]): number[][] {
  return month >= 1 && month <= 12 ? [dateParts(0, month, day)] : [];
}
