import { suite } from "uvu";
import { config, Site } from "../support/site.ts";
import { Watch } from "../support/watch.ts";

const test = suite("a Jekyll site while it is watched");

test("documents of collections and partials of Sass are read again", async () => {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": "title: Ada\npermalink: /:title/\ncollections: { talks: { output: true }, people: {} }\n",
    "_talks/a.md": "---\n---\nFirst\n",
    "_talks/a.csv": "1",
    "_people/ada.md": "---\nname: Ada\n---\n",
    "_sass/_p.scss": ".a { b: c }",
    "main.scss": '---\n---\n@import "p";\n',
    "team.txt": "---\n---\n{% for p in site.people %}{{ p.name }};{% endfor %}",
  });
  const watch = new Watch(site.folder);
  const shows = (file: string, text: string) => (): boolean =>
    site.has(file) && site.read(file).includes(text);
  try {
    await watch.until(() => watch.output.includes("Watching"));
    await watch.after(
      () => site.write({ "_talks/a.md": "---\n---\nSecond\n" }),
      shows("talks/a/index.html", "Second"),
    );
    await watch.after(() => site.write({ "_sass/_p.scss": ".a { b: d }" }), shows("main.css", "b: d"));
    await watch.after(
      () => site.write({ "_people/bob.md": "---\nname: Bob\n---\n" }),
      shows("team.txt", "Ada;Bob;"),
    );
    await watch.after(() => site.write({ "_talks/a.csv": "22" }), shows("talks/a.csv", "22"));
  } finally {
    await watch.stop();
    site.remove();
  }
});

test.run();
