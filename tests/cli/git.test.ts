import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { assertCommitted, gitFolderOf } from "../../plugin/cli/git.ts";
import { Site } from "../support/site.ts";

const test = suite("git, asked about a repository that is not trusted");

const git = (folder: string, ...args: string[]): string =>
  execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Settings of a repository that make git run a program, by what they are called. */
const traps: Record<string, (folder: string, program: string) => void> = {
  "core.fsmonitor": (folder, program) => git(folder, "config", "core.fsmonitor", program),
  "a filter": (folder, program) => {
    git(folder, "config", "filter.trap.clean", `${program} clean`);
    appendFileSync(path.join(folder, ".git/info/attributes"), "* filter=trap\n");
  },
  "a filter that is a process": (folder, program) => {
    git(folder, "config", "filter.trap.process", program);
    git(folder, "config", "filter.trap.required", "true");
    appendFileSync(path.join(folder, ".git/info/attributes"), "* filter=trap\n");
  },
  "a filter from an included file": (folder, program) => {
    writeFileSync(path.join(folder, ".git/more"), `[filter "tr.ap"]\n\tclean = ${program}\n`);
    git(folder, "config", "include.path", "more");
    appendFileSync(path.join(folder, ".git/info/attributes"), "* filter=tr.ap\n");
  },
  "a hook": (folder, program) => {
    const hook = path.join(folder, ".git/hooks/post-index-change");
    mkdirSync(path.dirname(hook), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\n${program}\n`);
    chmodSync(hook, 0o755);
  },
};

function repository(): { folder: string; program: string; trace: string; site: Site } {
  const site = new Site({ "about.md": "Text.\n" });
  const { folder } = site;
  const trace = path.join(folder, ".git/ran");
  git(folder, "init", "-q");
  git(folder, "add", ".");
  git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Add");
  const program = path.join(folder, ".git/program.sh");
  writeFileSync(program, `#!/bin/sh\ntouch "${trace}"\ncat\n`);
  chmodSync(program, 0o755);
  // Of another time, so that git compares the file again.
  rmSync(path.join(folder, "about.md"));
  site.write({ "about.md": "Text.\n" });
  return { folder, program, trace, site };
}

for (const [name, set] of Object.entries(traps)) {
  test(`${name} of the repository does not run`, () => {
    const { folder, program, trace, site } = repository();
    try {
      set(folder, program);
      assert.match(gitFolderOf(folder, "old", ""), /\.git$/);
      assertCommitted(folder, "old", "");
      assert.not.ok(existsSync(trace), "it ran");
      // The trap works: git by itself runs the program.
      try {
        git(folder, "status");
      } catch {}
      assert.ok(existsSync(trace), "git alone does not run it either");
    } finally {
      site.remove();
    }
  });
}

test.run();
