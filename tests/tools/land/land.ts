import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { project } from "../../../plugin/sections/map/projection.ts";
import { root } from "../../support/site.ts";

// Writes plugin/sections/map/land.ts: the outlines of the world's land, of Natural Earth at 1:110 million, projected and simplified
// until they are small enough to be in a page. The package world-atlas has the outlines as TopoJSON.

/** The size in bytes that the outlines may have. */
const budget = 8000;

type Point = readonly [number, number];

interface Topology {
  transform: { scale: Point; translate: Point };
  arcs: Point[][];
  objects: { land: { geometries: { arcs: number[][][] }[] } };
}

const source = createRequire(import.meta.url).resolve("world-atlas/land-110m.json");
const { transform, arcs, objects } = JSON.parse(readFileSync(source, "utf8")) as Topology;

/** Returns the points of an arc in degrees; a negative index is one in reverse. */
function pointsOf(index: number): Point[] {
  let [x, y] = [0, 0];
  const points = (arcs[index < 0 ? ~index : index] ?? []).map(([dx, dy]): Point => {
    x += dx;
    y += dy;
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
  });
  return index < 0 ? points.reverse() : points;
}

/** Returns a ring whose longitudes have no jump at the antimeridian; one around the pole leads along it. */
function unwrapped(ring: readonly Point[]): Point[] {
  let turns = 0;
  const points = ring.map(([x, y], index): Point => {
    const jump = x - (ring[index - 1]?.[0] ?? x);
    if (Math.abs(jump) > 180) turns -= Math.sign(jump) * 360;
    return [x + turns, y];
  });
  const [first = [0, 0], last = first] = [points[0], points.at(-1)];
  return Math.abs(last[0] - first[0]) > 180 ? [...points, [last[0], -90], [first[0], -90]] : points;
}

/** Returns the part of a ring on one side of a meridian (Sutherland and Hodgman). */
function clipped(ring: readonly Point[], meridian: number, side: 1 | -1): Point[] {
  const isInside = ([x]: Point): boolean => (meridian - x) * side >= 0;
  return ring.flatMap((point, index): Point[] => {
    const before = ring[(index + ring.length - 1) % ring.length] ?? point;
    const share = (meridian - before[0]) / (point[0] - before[0]);
    const crossing: Point[] =
      isInside(before) === isInside(point) ? [] : [[meridian, before[1] + share * (point[1] - before[1])]];
    return [...crossing, ...(isInside(point) ? [point] : [])];
  });
}

/** Returns the parts of a ring between the edges of the map. */
const onMap = (ring: readonly Point[]): Point[][] =>
  [-360, 0, 360].map((shift) => {
    const shifted = ring.map(([x, y]): Point => [x + shift, y]);
    return clipped(clipped(shifted, 180, 1), -180, -1);
  });

/** The rings of each piece of land: its outline, with its parts on both edges of the map, and the Caspian Sea within. */
const pieces = objects.land.geometries
  .flatMap((geometry) => geometry.arcs)
  .map((rings) =>
    rings
      .map((ring) => ring.flatMap((index, at) => pointsOf(index).slice(at === 0 ? 0 : 1)).slice(0, -1))
      .flatMap((ring) => onMap(unwrapped(ring)))
      .map((points) => points.map(([longitude, latitude]) => project(latitude, longitude))),
  );

const areaOf = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/** Removes the points that matter least, by the area of the triangle with their neighbours (Visvalingam). */
function simplified(points: readonly Point[], least: number): Point[] {
  const left = [...points];
  for (;;) {
    let [smallest, at] = [least, -1];
    for (const [index, point] of left.entries()) {
      const before = left[(index + left.length - 1) % left.length] ?? point;
      const area = areaOf(before, point, left[(index + 1) % left.length] ?? point);
      if (area < smallest) [smallest, at] = [area, index];
    }
    if (at < 0) return left;
    left.splice(at, 1);
  }
}

/** Returns a closed path, with relative coordinates after its start. */
function pathOf(points: readonly Point[]): string {
  const whole = points.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const steps = whole.map(([x, y], index): Point => {
    const [bx, by] = whole[index - 1] ?? [0, 0];
    return [x - bx, y - by];
  });
  const moved = steps.filter(([x, y], index) => index === 0 || x !== 0 || y !== 0);
  const [start = [], ...rest] = moved;
  return `M${start.join(" ")}l${rest.flat().join(" ")}z`.replaceAll(" -", "-");
}

function landAt(least: number): string[] {
  return pieces
    .map((rings) =>
      rings
        .map((points) => simplified(points, least))
        .filter((points) => points.length > 2)
        .map(pathOf)
        .join(""),
    )
    .filter((piece) => piece !== "");
}

let least = 1;
let land = landAt(least);
while (land.join("").length > budget) {
  least *= 1.05;
  land = landAt(least);
}

const text = `// Written by \`npm run land\`.

/**
 * The pieces of the world's land, as paths in the units of \`projection.ts\`.
 *
 * Made with Natural Earth, which is in the public domain. @see https://www.naturalearthdata.com/about/terms-of-use/
 */
export const land: readonly string[] = [
${land.map((piece) => `  ${JSON.stringify(piece)},\n`).join("")}];
`;
writeFileSync(path.join(root, "plugin/sections/map/land.ts"), text);
process.stdout.write(
  `${land.length} pieces, ${land.join("").length} bytes, without triangles below ${least.toFixed(1)}\n`,
);
