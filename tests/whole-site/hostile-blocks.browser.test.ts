import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { attack } from "../support/attack.ts";
import { launchBrowser } from "../support/browser.ts";
import { payloads } from "../support/payloads.ts";
import { config, Site } from "../support/site.ts";

// What the plugin makes of blocks of a layout whose titles, URLs and attributes are somebody else's.

const test = suite<{ browser: Browser }>("hostile blocks of a layout");

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

/** Payloads that stand in one line of Markdown. */
const inLine = payloads.filter((payload) => payload.length < 300 && !/[\n\r\0]/.test(payload));

/** A text in Markdown as it stands. */
const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>()#+\-.!|"'~:^$&%=@/]/g, "\\$&");

/** A value of an attribute. */
const value = (text: string): string => `"${text.replaceAll(/["{}]/g, "")}"`;

/** The path of a file of the site, as a value: an author may have files elsewhere. */
const file = (text: string): string => value(`/files/${text}`);

test("in titles, URLs and attributes, as text and as Markdown", async ({ browser }) => {
  const blocks = inLine.map((payload) => {
    const text = plain(payload);
    // In the attributes of an image, HTML is the author's.
    const bare = payload.replaceAll("<", "");
    return [
      `::: tabs ${text} {#${value(payload)}}\n::: tab ${text}\nA\n:::\n:::`,
      `::: details ${text} {name=${value(payload)} open=true}\nA\n:::`,
      `::: cards\n::: card ${text} {href=${file(payload)}}\nA\n:::\n:::`,
      `::: note ${text}\nA\n:::`,
      `::: gallery\n![${text}](/a.svg "${payload.replaceAll(/["\\<{]/g, "\\$&")}")\n:::`,
      `::: video ${text} {url=${file(`${payload}.mp4`)} poster=${file(payload)} captions=${file(payload)}}\n${text}\n:::`,
      `::: video ${text} {url=https://youtu.be/abcdefghijk poster=${value(payload)}}\n:::`,
      `![${text}](/a.mp4){poster=${file(bare)} subtitles-fr=${file(bare)}}`,
      `[${text}]{.margin lang=${value(payload)}} A^[${text}]`,
    ].join("\n\n");
  });
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", toc: "side", footnotes: "side" }),
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>',
    "index.md": `---\nlayout: page\ntemplateEngineOverride: md\n---\n${blocks.join("\n\n")}\n`,
    "calls.njk": `---\nlayout: page\nblocks: ${JSON.stringify(inLine)}\n---\n{% for each in blocks %}{% details each %}A{% enddetails %}{% tabs each %}{% tab each %}A{% endtab %}{% endtabs %}{% cards %}{% card each, "/" %}A{% endcard %}{% endcards %}{% video "https://youtu.be/abcdefghijk", each, each %}{% endfor %}`,
  });
  try {
    await site.built();
    const { findings } = await attack(browser, site);
    assert.equal(findings.slice(0, 10), []);
    const html = site.read("index.html");
    assert.ok((html.match(/class="tab-set"/g)?.length ?? 0) > 100);
    assert.ok((html.match(/class="side-note"/g)?.length ?? 0) > 100);
  } finally {
    site.remove();
  }
});

test.run();
