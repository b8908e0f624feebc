import { test } from "uvu";
import * as assert from "uvu/assert";
import { fontFamilyList, fontStack } from "../../plugin/utils/css-fonts.ts";

const css = (text: string): string | undefined => {
  const stack = fontStack(text);
  return stack && fontFamilyList(stack);
};

test("names of fonts, with quotes or without", () => {
  assert.is(css("Georgia, serif"), '"Georgia", serif');
  assert.is(
    css(`Inter, 'Source Sans 3', "Noto Sans", sans-serif`),
    '"Inter", "Source Sans 3", "Noto Sans", sans-serif',
  );
  assert.is(css("-apple-system, ui-monospace"), "-apple-system, ui-monospace");
  assert.is(css("思源黑体"), '"思源黑体"');
});

test("nothing that means something to CSS or Sass", () => {
  for (const text of [
    "",
    "Inter,",
    'Inter"; } body { display: none',
    "#{evil()}",
    "url(https://example.org/x.woff2)",
    "Inter\\0022",
    "<style>",
    "a\nb;c",
    "var(--x)",
    "$accent",
  ]) {
    assert.is(css(text), undefined, text);
  }
});

test.run();
