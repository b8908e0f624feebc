import { suite } from "uvu";
import * as assert from "uvu/assert";
import { IndigoError } from "../../plugin/utils/errors.ts";
import { cliFile } from "../support/cli.ts";
import { root, run } from "../support/site.ts";

const test = suite("errors");

/** Makes an error while `DEBUG` has a value. */
function errorWith(debug: string | undefined): IndigoError {
  const before = process.env.DEBUG;
  try {
    if (debug === undefined) delete process.env.DEBUG;
    else process.env.DEBUG = debug;
    return new IndigoError("no title.", "no url.");
  } finally {
    if (before === undefined) delete process.env.DEBUG;
    else process.env.DEBUG = before;
  }
}

const message = "indigo: no title.\nindigo: no url.";

for (const debug of [undefined, "", "express"]) {
  test(`the stack is the message alone, DEBUG=${debug}`, () => {
    const error = errorWith(debug);
    assert.is(error.message, message);
    assert.is(error.stack, message);
    assert.is(error.skipOriginalStack, true);
  });
}

for (const debug of ["indigo", "Eleventy*", "express,Eleventy:TemplateMap", "*"]) {
  test(`the stack stays, DEBUG=${debug}`, () => {
    const error = errorWith(debug);
    assert.is(error.message, message);
    assert.ok(error.stack?.includes(message));
    assert.match(error.stack ?? "", /\n {4}at errorWith .*errors\.test\.ts:\d+/);
    assert.is(error.skipOriginalStack, false);
  });
}

test("the command prints the stack, DEBUG=indigo", async () => {
  const problem = 'indigo: the folder "nowhere" does not exist.';
  const outputWith = async (DEBUG: string): Promise<string> =>
    (await run(process.execPath, [cliFile, "check", "nowhere"], root, { DEBUG })).output;
  assert.is(await outputWith(""), `${problem}\n`);
  assert.match(
    await outputWith("indigo"),
    /nowhere" does not exist\.\n.*nowhere" does not exist\.\n {4}at .+\.js:\d+/,
  );
});

test.run();
