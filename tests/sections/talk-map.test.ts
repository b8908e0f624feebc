import { suite } from "uvu";
import * as assert from "uvu/assert";
import { land } from "../../plugin/sections/map/land.ts";
import { project } from "../../plugin/sections/map/projection.ts";
import { type Placed, talkMap } from "../../plugin/sections/map/talk-map.ts";

const test = suite("the map of talks");

const at = (place: string, ...coordinates: [number, number]): Placed => ({
  place,
  title: `A talk in ${place}`,
  coordinates,
  anchor: place.toLowerCase(),
});
const london = at("London", 51.51, -0.13);
const paris = at("Paris", 48.85, 2.35);
const lyon = at("Lyon", 45.76, 4.84);
const tokyo = at("Tokyo", 35.68, 139.69);
const quito = at("Quito", -0.18, -78.47);
const suva = at("Suva", -18.14, 178.44);
const apia = at("Apia", -13.83, -171.76);
const pole = at("South Pole", -90, 0);

const boxOf = (things: Placed[]): number[] => talkMap(things)?.viewBox.split(" ").map(Number) ?? [];

test("the projection: values of PROJ's own tests, and its symmetries", () => {
  const [width] = project(0, 180);
  assert.ok(Math.abs(width - 1000) < 1e-6);
  // +proj=natearth +a=6400000 of 2° east and 1° north.
  const metres = (6_400_000 * 0.8707 * Math.PI) / 1000;
  const [east, south] = project(1, 2);
  assert.ok(Math.abs(east * metres - 194_507.265257889) < 1e-3, String(east * metres));
  assert.ok(Math.abs(-south * metres - 112_508.737358294) < 1e-3, String(-south * metres));
  assert.equal(project(0, 0), [0, -0]);
  const [x, y] = project(40, 100);
  assert.equal(project(-40, -100), [-x, -y]);
});

test("the outlines are small, and places are on them or off them", () => {
  assert.ok(land.join("").length <= 8192);
  for (const piece of land) assert.match(piece, /^(?:M-?\d+[ -]\d+l(?:-?\d+ ?)+z)+$/);
});

test("the world, or the part in which all talks are", () => {
  for (const [things, least, most] of [
    [[london, tokyo, quito], 1700, 2000],
    [[london, paris, lyon], 300, 400],
    [[london], 300, 400],
    [[tokyo], 300, 400],
    [[suva], 300, 400],
    [[apia, suva], 1900, 2000],
    [[london, quito], 500, 1400],
  ] as [Placed[], number, number][]) {
    const [left = 0, top = 0, width = 0, height = 0] = boxOf(things);
    const name = things.map(({ place }) => place).join(", ");
    assert.ok(width >= least && width <= most, `${name}: ${width}`);
    for (const { coordinates } of things) {
      const [x, y] = project(...coordinates);
      assert.ok(x > left && x < left + width && y > top && y < top + height, name);
    }
    assert.ok(left >= -1000 && left + width <= 1000.5, `${name}: ${left} ${width}`);
  }
  assert.ok(boxOf([pole]).length === 4, "also at the end of the world");
  const [, top = 0, , height = 0] = boxOf([pole]);
  assert.ok(project(-90, 0)[1] <= top + height + 1);
});

test("a part of the world has its own land only", () => {
  const whole = talkMap([london, tokyo, quito])?.land.length ?? 0;
  const europe = talkMap([london, paris])?.land ?? "";
  assert.ok(europe.length > 100 && europe.length < whole / 1.5, `${europe.length} of ${whole}`);
  for (const piece of europe.split(/(?=M)/)) assert.ok(land.join("").includes(piece));
});

test("points that would cover each other are one; the list has each place", () => {
  const world = talkMap([london, paris, london, tokyo, quito]);
  assert.equal(
    world?.points.map(({ name, count }) => [name, count]),
    [
      ["London, Paris", 3],
      ["Tokyo", 1],
      ["Quito", 1],
    ],
  );
  assert.equal(world?.places, [
    { name: "London", anchor: "london", count: 2 },
    { name: "Paris", anchor: "paris", count: 1 },
    { name: "Tokyo", anchor: "tokyo", count: 1 },
    { name: "Quito", anchor: "quito", count: 1 },
  ]);
  assert.equal(
    talkMap([london, paris, lyon])?.points.map(({ name }) => name),
    ["London", "Paris", "Lyon"],
  );
  const radii = world?.points.map(({ radius }) => radius) ?? [];
  assert.ok((radii[0] ?? 0) > (radii[1] ?? 0));
  assert.is(talkMap([{ ...london, place: undefined }])?.points[0]?.name, "A talk in London");
  assert.is(talkMap([]), undefined);
});

test.run();
