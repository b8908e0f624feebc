import { suite } from "uvu";
import * as assert from "uvu/assert";
import { jekyllFiles } from "../support/jekyll-site.ts";
import { config, page, Site } from "../support/site.ts";
import { bytesOf, wholeSite } from "../support/whole-site.ts";

// Many tests build their sites in one process, one after the other. Each must be what Eleventy's command builds, whatever was
// built before it.

const test = suite("sites built in one process");

const image = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="${color}"/></svg>`;

/** Files of the same names as in other sites, with other content. */
const sameNames = (color: string): Record<string, string> => ({
  "eleventy.config.js": config({ title: color, picture: "assets/ada.svg", tokens: { accent: color } }),
  "index.md": page(`All ${color}`, "{% publications %}", "own.njk"),
  "_includes/own.njk": `---\nlayout: page\n---\n<p>${color}</p>{{ content | safe }}`,
  "assets/ada.svg": image(color),
  "papers.yaml": "",
  "publications.yaml": `- { id: a, title: On ${color}, venue: V, year: 2024 }\n`,
});

const jekyll: Record<string, string> = {
  "eleventy.config.js": config({ config: "_config.yml" }),
  "_config.yml": jekyllFiles["_config.yml"] ?? "",
  "index.html": "---\nlayout: page\ntitle: Home\n---\n{{ site.mine }}\n",
  "_posts/2020-01-02-one.md": "---\nlayout: post\ntitle: One\n---\nText\n",
};

test("each has the bytes that Eleventy's command writes, and its messages", async () => {
  for (const files of [
    sameNames("darkgreen"),
    sameNames("indigo"),
    wholeSite,
    jekyll,
    sameNames("darkgreen"),
  ]) {
    const [inProcess, byCommand] = [new Site(files), new Site(files)];
    try {
      const [here, command] = [await inProcess.buildInProcess(), await byCommand.build()];
      assert.is(here.code, 0, here.output);
      assert.is(command.code, 0, command.output);
      const messages = (output: string): string[] => output.match(/^indigo: .*$/gm) ?? [];
      assert.equal(messages(here.output).sort(), messages(command.output).sort());
      assert.equal(bytesOf(inProcess.folder), bytesOf(byCommand.folder));
    } finally {
      inProcess.remove();
      byCommand.remove();
    }
  }
});

test("a failure has the exit code and the messages of the command, and leaves nothing behind", async () => {
  const before = [process.cwd(), process.argv, process.exitCode];
  const site = new Site({ "index.md": page("Home"), "my.config.js": config({ tilte: "A site" }) });
  try {
    const here = await site.buildInProcess("--config=my.config.js");
    assert.equal(here, await site.build("--config=my.config.js"));
    assert.is(here.code, 1);
    assert.equal([process.cwd(), process.argv, process.exitCode], before);
  } finally {
    site.remove();
  }
});

test("a second build of a site is refused, since its modules are loaded once", async () => {
  const site = new Site({ "eleventy.config.js": config({ title: "A" }), "index.md": page("Home") });
  try {
    await site.builtInProcess();
    const second = await site.buildInProcess().catch(String);
    assert.match(String(second), "needs a process of its own");
  } finally {
    site.remove();
  }
});

test.run();
