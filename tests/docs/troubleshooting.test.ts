import { suite } from "uvu";
import * as assert from "uvu/assert";
import { codes, doc, withoutFences } from "../support/docs.ts";
import { pluginSource, sourceMessages } from "../support/messages.ts";

// docs/troubleshooting.md, compared with the messages in the source of the plugin.

const test = suite("messages in the documentation");

/** The first cells of the tables of messages: part of a message, with `…` for anything. */
const patterns = withoutFences(doc("docs/troubleshooting.md"))
  .split(/^\| message \|.*$/m)
  .slice(1)
  .flatMap((part) => part.split("\n\n")[0]?.match(/^\| `.*$/gm) ?? [])
  .map((row) => codes(row.split(" | ")[0])[0] ?? "");

/** Returns what finds a pattern in a text. */
function matcher(pattern: string, anything: string): RegExp {
  const parts = pattern
    .replaceAll(/^…|…$/g, "")
    .split("…")
    .map((part) => part.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(anything), "s");
}

const matchers = patterns.map((pattern) => matcher(pattern, ".*"));

test("each message of the plugin has an entry", () => {
  assert.ok(sourceMessages.length > 150, "the messages are found");
  const missing = sourceMessages
    .filter(({ text }) => !matchers.some((each) => each.test(text)))
    .map(({ file, text }) => `${file}: ${text}`);
  assert.equal(missing, []);
});

test("each entry is of a message", () => {
  assert.ok(patterns.length > 100, "the entries are found");
  // Parts of some messages stand on their own in the source.
  const unused = patterns.filter((pattern) => !matcher(pattern, "[^\n]*").test(pluginSource));
  assert.equal(unused, []);
});

test("an entry is of some messages, not of all", () => {
  for (const [index, pattern] of patterns.entries()) {
    const count = sourceMessages.filter(({ text }) => matchers[index]?.test(text)).length;
    assert.ok(count < sourceMessages.length / 4, `${pattern} is in ${count} messages`);
  }
});

test.run();
