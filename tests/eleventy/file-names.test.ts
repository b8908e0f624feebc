import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("files with any characters in their names");

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>\n';

/** Names that Windows, macOS and exporters make. */
const names = [
  "me (1).svg",
  "me [2].svg",
  "me {3}.svg",
  "a+b!.svg",
  "it's me.svg",
  "50% & more.svg",
  "ménage à trois.svg",
  "日本語.svg",
  "a@b,c;d.svg",
];

for (const name of names) {
  test(`${name} arrives from an option, a publication and a section`, async () => {
    const site = new Site({
      "eleventy.config.js": config({ title: "Ada", picture: `assets/${name}`, sections: { people: true } }),
      [`assets/${name}`]: svg,
      [`assets/pdf/${name}.pdf`]: "%PDF",
      [`photos/${name}`]: svg,
      "about.md": page("About", "Text."),
      "publications.yaml": JSON.stringify([
        { id: "a", title: "A", venue: "V", year: 2020, pdf: `${name}.pdf`, preview: `assets/${name}` },
      ]),
      "people.yaml": JSON.stringify([{ name: "Ada", photo: `photos/${name}` }]),
    });
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 0, output);
      for (const file of [`assets/${name}`, `assets/pdf/${name}.pdf`, `photos/${name}`])
        assert.ok(site.has(file), `${file} is missing`);
      const html = site.read("people/index.html") + site.read("publications/index.html");
      for (const file of [`photos/${name}`, `assets/pdf/${name}.pdf`]) {
        const url = `/${file.split("/").map(encodeURIComponent).join("/")}`;
        assert.ok(html.includes(url.replaceAll("&", "&amp;").replaceAll("'", "&#39;")), `no link to ${url}`);
      }
    } finally {
      site.remove();
    }
  });
}

test.run();
