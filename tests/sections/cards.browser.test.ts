import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { contrast } from "../../plugin/appearance/contrast/contrast.ts";
import { inspect } from "../support/axe.ts";
import { launchBrowser, withPage } from "../support/browser.ts";
import { serve } from "../support/server.ts";
import { config, Site } from "../support/site.ts";

const test = suite<{ browser: Browser }>("grids of cards in a browser");

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#469"/></svg>`;
const images = { "tall.svg": svg(400, 900), "wide.svg": svg(900, 400) };
const headings = [
  "Head",
  "PhD students",
  "Research software engineers of all kinds",
  "Postdocs",
  "Visitors",
  "Guests",
];

/** Groups of unequal size: the first of one entry, the last of most. */
const groupOf = (index: number, count: number, groups: number): string =>
  headings[Math.min(Math.floor(Math.sqrt(index / count) * groups), groups - 1)] ?? "";

const entries = (count: number, groups: number, photos: boolean): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => ({
    group: groupOf(index, count, groups),
    ...(photos && index % 3 !== 2 && { image: index % 2 ? "tall.svg" : "wide.svg" }),
    ...(index % 4 === 1 && { text: "Works on *engines*, and on much else that needs a few lines of text." }),
  }));

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Grid {
  list: Box;
  cards: Box[];
  /** The box of each card's title. */
  titles: Box[];
  /** The images and what replaces them. */
  images: Box[];
  headings: (Box & { text: string })[];
  /** The widths of page and window. */
  page: [number, number];
}

const read = (page: Page): Promise<Grid> =>
  page.evaluate(() => {
    const box = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const all = (selector: string) => [...document.querySelectorAll(`.section-entries ${selector}`)];
    return {
      list: box(document.querySelector(".section-entries") as Element),
      cards: all("> .section-entry > .body").map(box),
      titles: all(".title").map(box),
      images: all(":is(.selfie, .picture)").map(box),
      headings: all(".section-group").map((each) => ({ ...box(each), text: each.textContent ?? "" })),
      page: [document.documentElement.scrollWidth, innerWidth],
    };
  });

const rounded = (values: readonly number[]): number[] =>
  [...new Set(values.map(Math.round))].sort((a, b) => a - b);

/** The cards of a grid by row. */
const rowsOf = (cards: readonly Box[]): Box[][] =>
  rounded(cards.map(({ top }) => top)).map((top) => cards.filter((card) => Math.round(card.top) === top));

function assertFilled(
  { list, cards, titles, images: shown, headings: labels, page }: Grid,
  hasImages: boolean,
  dir: string,
): void {
  const rows = rowsOf(cards);
  const columns = Math.max(...rows.map((row) => row.length));
  const start = dir === "rtl" ? ("right" as const) : ("left" as const);
  for (const row of rows.slice(0, -1)) assert.is(row.length, columns, "only the last row has room left");
  const edges = rounded(cards.map((card) => card[start]));
  assert.is(edges.length, columns, "the cards of a column start at the same edge");
  assert.ok(
    Math.abs((cards[0]?.[start] ?? 0) - list[start]) < 1,
    "the first card is at the start of the line",
  );
  assert.is(rounded(cards.map(({ left, right }) => right - left)).length, 1, "equal widths");
  const ends =
    dir === "rtl" ? cards.map(({ left }) => left - list.left) : cards.map(({ right }) => list.right - right);
  assert.ok(Math.abs(Math.min(...ends)) < 1, "the columns fill the line");
  for (const label of labels) {
    const below = cards.filter(
      (card) => card.top >= label.bottom && Math.abs(card[start] - label[start]) < 1,
    );
    assert.ok(
      below.length > 0 && Math.min(...below.map(({ top }) => top)) - label.bottom < 20,
      `a card follows ${label.text}`,
    );
  }
  if (hasImages) {
    assert.is(shown.length, cards.length, "each card has an image, or what replaces it");
    assert.is(rounded(shown.map(({ left, right }) => right - left)).length, 1);
    assert.is(rounded(shown.map(({ top, bottom }) => bottom - top)).length, 1);
    const offsets = titles.map(({ top }, index) => top - (cards[index]?.top ?? 0));
    assert.is(rounded(offsets).length, 1, "titles are at the same height of their cards");
  }
  assert.ok(page[0] <= page[1], "nothing is wider than the screen");
}

for (const [count, groups, photos] of [
  [1, 1, true],
  [1, 1, false],
  [2, 2, true],
  [3, 3, true],
  [8, 4, true],
  [8, 3, false],
  [23, 6, true],
  [23, 1, false],
] as const) {
  test(`${count} people and projects in ${groups} groups ${photos ? "with" : "without"} images fill their grids`, async ({
    browser,
  }) => {
    const list = entries(count, groups, photos);
    const options = { title: "Lab", sections: { people: true, projects: true } };
    const language = count === 8 && photos ? "ar" : "en";
    const site = new Site({
      ...images,
      "eleventy.config.js": config({ ...options, language, width: count === 23 ? "large" : "normal" }),
      "people.json": JSON.stringify(
        list.map(({ group, image, text }, index) => ({
          name: `Ada ${index}`,
          group,
          photo: image,
          bio: text,
        })),
      ),
      "projects.json": JSON.stringify(
        list.map(({ group, image, text }, index) => ({
          title: `Engine ${index}`,
          category: group,
          picture: image,
          description: text,
        })),
      ),
    });
    await site.builtInProcess();
    const server = await serve(path.join(site.folder, "_site"));
    try {
      for (const width of [360, 1280]) {
        await withPage(browser, { viewport: { width, height: 900 } }, async (page) => {
          for (const url of ["people/", "projects/"]) {
            await page.goto(server.url + url);
            const grid = await read(page);
            assert.is(grid.cards.length, count);
            if (width === 360 && count === 3) assert.equal((await inspect(page)).violations, []);
            assert.is(grid.headings.length, new Set(list.map(({ group }) => group)).size);
            assertFilled(grid, photos, language === "ar" ? "rtl" : "ltr");
          }
        });
      }
    } finally {
      await server.close();
      site.remove();
    }
  });
}

test("initials are readable in both schemes, seen in forced colors, and not read aloud; a focus moves the crop", async ({
  browser,
}) => {
  const site = new Site({
    ...images,
    "eleventy.config.js": config({ title: "Lab", sections: { people: true, projects: true } }),
    "people.yaml":
      "- { name: Ada Lovelace, photo: tall.svg, focus: top }\n- { name: Alan Turing }\n- { name: Grace Hopper, photo: wide.svg, focus: 23% 50% }\n- { name: Kurt, photo: wide.svg }\n",
    "projects.yaml": "- { title: Engine, picture: tall.svg, focus: right bottom }\n- { title: Loom }\n",
  });
  await site.builtInProcess();
  const server = await serve(path.join(site.folder, "_site"));
  try {
    for (const colorScheme of ["light", "dark"] as const)
      for (const forcedColors of ["none", "active"] as const)
        await withPage(browser, { colorScheme, forcedColors }, async (page) => {
          for (const [url, positions] of [
            ["people/", ["50% 0%", "25% 50%", "50% 50%"]],
            ["projects/", ["100% 100%"]],
          ] as const) {
            await page.goto(server.url + url);
            const box = page.locator(".initials");
            const { color, background, border } = await box.evaluate((element) => {
              const style = getComputedStyle(element);
              return { color: style.color, background: style.backgroundColor, border: style.borderTopWidth };
            });
            assert.ok(contrast(color, background) >= 4.5, `${color} on ${background}`);
            if (forcedColors === "active") assert.is(border, "1px");
            assert.is(await box.getAttribute("aria-hidden"), "true");
            assert.equal(
              await page
                .locator(".section-entries img")
                .evaluateAll((all) => all.map((image) => getComputedStyle(image).objectPosition)),
              positions,
            );
          }
        });
  } finally {
    await server.close();
    site.remove();
  }
});

test.run();
