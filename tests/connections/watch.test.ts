import { writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { Watch } from "../support/watch.ts";
import { groupsOf } from "./lab.ts";

// Pages that the theme creates: in an incremental build, Eleventy renders a page with a file of its own when that file changes.

const test = suite("connections while a site is watched");

const post = (title: string, text: string, frontMatter = ""): string =>
  `---\ntitle: ${title}\nlayout: post\ntags: posts\ndate: 2024-01-01\n${frontMatter}---\n${text}\n`;

const files: Record<string, string> = {
  "eleventy.config.js": config({ title: "Lab", sections: { people: true, projects: { pages: true } } }),
  "index.md": page("Home", "", "home"),
  "people/ada.md": "---\nname: Ada Bell\n---\nText.\n",
  "projects.yaml": "- { title: Rome }\n",
  "publications.bib": "@article{roads, title={Roads}, author={Eve, Carl}, journal={J}, year=2022}\n",
  "posts/first.md": post("First", "As [@roads] says."),
  "posts/loom.njk": post("Loom", "<p>As {% cite 'roads' %} says.</p>"),
};

for (const args of [[], ["--incremental"]])
  test(`a changed text and a changed field show on the other side ${args.join("")}`, async () => {
    const site = new Site(files);
    const watch = new Watch(site.folder, ...args);
    const groups = (url: string): Record<string, string[]> =>
      site.has(`${url}/index.html`) ? groupsOf(site.read(`${url}/index.html`)) : {};
    const write = (file: string, content: string) => () =>
      writeFileSync(path.join(site.folder, file), content);
    const mentions = (): string => (groups("publications/roads")["Mentioned in"] ?? []).toSorted().join();
    try {
      await watch.until(() => mentions() === "First,Loom");
      // Another page changes first, so that the others are from a former build.
      await watch.after(
        write("posts/loom.njk", post("Loom", "<p>As {% cite 'roads' %} said.</p>")),
        () => site.read("posts/loom/index.html").includes("said.") && mentions() === "First,Loom",
      );
      await watch.after(write("posts/first.md", post("First", "Nothing.")), () => mentions() === "Loom");
      await watch.after(
        write("posts/first.md", post("First", "As [@roads] says.", "projects: rome\n")),
        () => mentions() === "First,Loom" && groups("projects/rome").Posts?.join() === "First",
      );
      await watch.after(
        write("people/ada.md", "---\nname: Ada Bell\nprojects: rome\n---\nText.\n"),
        () => groups("projects/rome").People?.join() === "Ada Bell",
      );
      assert.equal(groups("people/ada"), { Projects: ["Rome"] });
      // Each change is built, the first one as well.
      assert.not.match(watch.output, "Problem");
    } finally {
      await watch.stop();
      site.remove();
    }
  });

test.run();
