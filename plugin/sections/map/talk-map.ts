import { land } from "./land.js";
import { project, worldWidth } from "./projection.js";

/** Something at a place. */
export interface Placed {
  /** Name of the place, if it has one. */
  place: string | undefined;
  /** Its own name, for a place without one. */
  title: string;
  /** Latitude and longitude in degrees. */
  coordinates: readonly [number, number];
  /** The id of its element on the page. */
  anchor: string;
}

/** A place by its name. */
interface MapPlace {
  name: string;
  /** The id of the first element there. */
  anchor: string;
  count: number;
}

/** A point: a place, or several that are too near to each other to be told apart. */
interface MapPoint {
  name: string;
  count: number;
  x: number;
  y: number;
  radius: number;
}

/** A map as an SVG shows it. */
export interface TalkMap {
  /** The part of the world that it shows, for the attribute `viewBox`. */
  viewBox: string;
  width: number;
  height: number;
  /** The land there, for the attribute `d`. */
  land: string;
  points: readonly MapPoint[];
  /** The same as a list, in the order of the page. */
  places: readonly MapPlace[];
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The inhabited world: without the Antarctic, unless somebody speaks there. */
const inhabited: Box = {
  left: -worldWidth * 0.45,
  right: worldWidth * 0.48,
  top: project(83.7, 0)[1],
  bottom: project(-56, 0)[1],
};

const world: Box = {
  left: -worldWidth / 2,
  right: worldWidth / 2,
  top: project(90, 0)[1],
  bottom: project(-90, 0)[1],
};

/** Width of the smallest part of the world that is shown: about 60 degrees of longitude, since the outlines are coarse. */
const leastWidth = worldWidth / 6;

const ratio = (inhabited.bottom - inhabited.top) / (inhabited.right - inhabited.left);

/** Returns a map of the world, or of the part of it in which all things are; undefined if there are none. */
export function talkMap(things: readonly Placed[]): TalkMap | undefined {
  if (things.length === 0) return undefined;
  const placed = things.map((thing) => ({ thing, at: project(...thing.coordinates) }));
  const box = shownPart(placed.map(({ at }) => at));
  const width = box.right - box.left;
  return {
    viewBox: [box.left, box.top, width, box.bottom - box.top].map(Math.round).join(" "),
    width: 720,
    height: Math.round((720 * (box.bottom - box.top)) / width),
    land: land.filter((piece) => overlaps(boxOf(corners(piece)), box)).join(""),
    points: pointsOf(placed, width),
    places: placesOf(things),
  };
}

/** Returns the part of the world around some points, with the ratio of the inhabited world. */
function shownPart(points: readonly (readonly [number, number])[]): Box {
  const { left, top, right, bottom } = boxOf(points);
  const margin = 1.5;
  const width = Math.max((right - left) * margin, ((bottom - top) * margin) / ratio, leastWidth);
  const isFarSouth = bottom > inhabited.bottom;
  if (width > (inhabited.right - inhabited.left) * 0.7)
    return isFarSouth ? world : { ...inhabited, ...outside(left, right) };
  const height = width * ratio;
  const limits = isFarSouth ? world : inhabited;
  const x = between((left + right - width) / 2, world.left, world.right - width);
  const y = between((top + bottom - height) / 2, world.top, limits.bottom - height);
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** Returns the edges of the world, if a point is beyond those of the inhabited one. */
const outside = (left: number, right: number): Partial<Box> =>
  left < inhabited.left || right > inhabited.right ? { left: world.left, right: world.right } : {};

const between = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(most, least));

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Returns the corners of a path of the table of land. */
function corners(path: string): (readonly [number, number])[] {
  return path
    .split("z")
    .filter(Boolean)
    .flatMap((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      return numbers.flatMap((step, index): (readonly [number, number])[] => {
        if (index % 2 === 0) x += step;
        else y += step;
        return index % 2 === 0 ? [] : [[x, y]];
      });
    });
}

const nameOf = ({ place, title }: Placed): string => place ?? title;

function placesOf(things: readonly Placed[]): MapPlace[] {
  const places = new Map<string, MapPlace>();
  for (const thing of things) {
    const name = nameOf(thing);
    const { anchor, count } = places.get(name) ?? { anchor: thing.anchor, count: 0 };
    places.set(name, { name, anchor, count: count + 1 });
  }
  return [...places.values()];
}

/** Groups things whose points would cover each other. */
function pointsOf(
  placed: readonly { thing: Placed; at: readonly [number, number] }[],
  width: number,
): MapPoint[] {
  const radius = width / 95;
  const groups: { at: readonly [number, number]; things: Placed[] }[] = [];
  for (const { thing, at } of placed) {
    const near = groups.find((group) => Math.hypot(group.at[0] - at[0], group.at[1] - at[1]) < radius * 1.5);
    if (near) near.things.push(thing);
    else groups.push({ at, things: [thing] });
  }
  return groups.map(({ at: [x, y], things }) => ({
    name: [...new Set(things.map(nameOf))].join(", "),
    count: things.length,
    x: rounded(x),
    y: rounded(y),
    // Their areas are in proportion to the counts, within limits.
    radius: rounded(radius * Math.min(Math.sqrt(things.length), 3)),
  }));
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
