import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import { config, page, Site } from "../support/site.ts";
import { Watch } from "../support/watch.ts";

const test = suite("relative images while a site is watched");

const svg = (width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="3"/>\n`;

for (const args of [[], ["--incremental"]])
  test(`a changed, a new and a removed file ${args.join("")}`, async () => {
    const site = new Site({
      "eleventy.config.js": config({ title: "Ada" }),
      "notes/a.md": page("A", "![a](fig.svg)"),
      "notes/b.md": page("B", "Text."),
      "notes/fig.svg": svg(4),
    });
    const watch = new Watch(site.folder, ...args);
    const write = (file: string, content: string) => () =>
      writeFileSync(path.join(site.folder, file), content);
    const shows = (file: string, text: string): boolean => site.has(file) && site.read(file).includes(text);
    try {
      await watch.until(() => shows("notes/fig.svg", 'width="4"'));
      await watch.after(write("notes/fig.svg", svg(52)), () => shows("notes/fig.svg", 'width="52"'));
      write("notes/new.svg", svg(7))();
      await watch.after(
        write("notes/b.md", page("B", "![b](new.svg) [a](a.md)")),
        () => shows("notes/b/index.html", 'href="/notes/a/"') && shows("notes/new.svg", 'width="7"'),
      );
      // A file that is gone fails no build.
      rmSync(path.join(site.folder, "notes/fig.svg"));
      await watch.after(write("notes/a.md", page("A", "Changed. ![a](fig.svg)")), () =>
        shows("notes/a/index.html", "Changed."),
      );
      await watch.until(() =>
        watch.output.includes('notes/a.md:5 shows an image that does not exist: "fig.svg".'),
      );
      await watch.after(write("notes/b.md", page("B", "Changed too.")), () =>
        shows("notes/b/index.html", "Changed too."),
      );
    } finally {
      await watch.stop();
      site.remove();
    }
  });

test.run();
