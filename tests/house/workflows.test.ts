import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { root } from "../support/site.ts";
import { eleventyVersions, nextEleventyVersions, nodeVersions } from "../tools/versions.ts";

const test = suite("workflows and forms of the repository");

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  uses?: string;
  needs?: string;
  steps?: Step[];
  permissions?: Record<string, string>;
  strategy?: { matrix: Record<string, string[]> };
  "timeout-minutes"?: number;
  "continue-on-error"?: boolean;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const read = (name: string): string => readFileSync(path.join(root, name), "utf8");

const manifest = JSON.parse(read("package.json")) as {
  engines: { node: string };
  scripts: Record<string, string>;
  peerDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

const folder = ".github/workflows";
const names = readdirSync(path.join(root, folder));
const workflows = Object.fromEntries(
  names.map((name) => [name, parse(read(`${folder}/${name}`)) as Workflow]),
);
const jobs = Object.entries(workflows).flatMap(([name, workflow]) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ place: `${name}: ${id}`, job })),
);
const steps = jobs.flatMap(({ place, job }) => (job.steps ?? []).map((step) => ({ place, step })));

test("there are workflows for tests, releases and pages", () => {
  assert.equal(names.toSorted(), ["pages.yml", "release.yml", "test.yml"]);
});

test("tests run with every supported version, and with the next Eleventy, which may fail", () => {
  const { test: supported, next } = workflows["test.yml"]?.jobs ?? {};
  assert.equal(supported?.strategy?.matrix, { node: nodeVersions, eleventy: eleventyVersions });
  assert.not.ok(supported?.["continue-on-error"]);
  assert.equal(next?.strategy?.matrix, { eleventy: nextEleventyVersions });
  assert.is(next?.["continue-on-error"], true);
});

test("the supported versions are those of package.json", () => {
  assert.is(manifest.engines.node, `>=${nodeVersions[0]}`);
  assert.is(
    manifest.peerDependencies["@11ty/eleventy"],
    [`^${eleventyVersions[0]}`, ...nextEleventyVersions].join(" || "),
  );
  assert.match(manifest.devDependencies["@types/node"] ?? "", new RegExp(`^\\^${nodeVersions[0]}\\.`));
});

test("each script that a workflow or CI runs exists", () => {
  const texts = [...steps.map(({ step }) => step.run ?? ""), read(".ci/run")];
  const called = texts.flatMap((text) =>
    [...text.matchAll(/\bnpm (?:(test)\b|run ((?:--\S+ )*)(\S+))/g)].map(([, own, flags, name]) => ({
      name: own ?? name ?? "",
      isOptional: flags?.includes("--if-present") ?? false,
    })),
  );
  assert.ok(called.length > 4);
  const missing = called.filter(({ name, isOptional }) => !isOptional && !(name in manifest.scripts));
  assert.equal(missing, []);
});

test("actions are pinned by commit, with their version, and each action by one commit", () => {
  const pins = new Map<string, Set<string>>();
  for (const name of names) {
    for (const [, action = ""] of read(`${folder}/${name}`).matchAll(/uses: (.+)$/gm)) {
      if (action.startsWith("./")) {
        assert.ok(existsSync(path.join(root, action)), action);
        continue;
      }
      const [, id = "", pin] = /^([\w-]+\/[\w-]+)@([\da-f]{40} # v\d+\.\d+\.\d+)$/.exec(action) ?? [];
      assert.ok(pin, `${name}: ${action}`);
      pins.set(id, (pins.get(id) ?? new Set()).add(pin));
    }
  }
  assert.ok(pins.size > 3);
  for (const [id, found] of pins) assert.is(found.size, 1, id);
});

test("a workflow may read, a job says what else it may, and a checkout keeps no token", () => {
  for (const [name, { permissions }] of Object.entries(workflows))
    assert.equal(permissions, { contents: "read" }, name);
  const writing = jobs.flatMap(({ place, job }) =>
    Object.entries(job.permissions ?? {})
      .filter(([, access]) => access === "write")
      .map(([scope]) => `${place}: ${scope}`),
  );
  assert.equal(writing.toSorted(), [
    "pages.yml: deploy: id-token",
    "pages.yml: deploy: pages",
    "release.yml: notes: contents",
    "release.yml: publish: id-token",
  ]);
  for (const { place, step } of steps)
    if (step.uses?.startsWith("actions/checkout@"))
      assert.is(step.with?.["persist-credentials"], false, place);
});

test("no step puts an expression into a shell, which would run it, and every job ends", () => {
  for (const { place, step } of steps) assert.not.match(step.run ?? "", /\$\{\{/, place);
  for (const { place, job } of jobs) assert.ok(job.uses ?? job["timeout-minutes"], place);
});

test("a release is published after all tests, checked, with provenance and without a token or a cache", () => {
  const { test: tested, publish } = workflows["release.yml"]?.jobs ?? {};
  assert.is(tested?.uses, "./.github/workflows/test.yml");
  assert.ok("workflow_call" in (workflows["test.yml"]?.on ?? {}));
  assert.is(publish?.needs, "test");
  const runs = (publish?.steps ?? []).flatMap(({ run = "" }) => run);
  assert.ok(runs.findIndex((run) => run.includes("npm run release")) < runs.findIndex(isPublish));
  assert.match(runs.find(isPublish) ?? "", "--provenance");
  assert.not.match(read(`${folder}/release.yml`), /NODE_AUTH_TOKEN|NPM_TOKEN|secrets\.|cache: npm/);
});

const isPublish = (run: string): boolean => run.includes("npm publish");

test("each form for an issue asks for the report of the check, or may have it", () => {
  const forms = ".github/ISSUE_TEMPLATE";
  const files = readdirSync(path.join(root, forms)).filter((name) => name !== "config.yml");
  assert.ok(files.length > 2);
  for (const name of files) {
    const form = parse(read(`${forms}/${name}`)) as {
      name: string;
      description: string;
      body: { id?: string; attributes: { description?: string; label?: string } }[];
    };
    assert.ok(form.name && form.description, name);
    const ids = form.body.flatMap(({ id }) => id ?? []);
    assert.is(new Set(ids).size, ids.length, name);
    const check = form.body.find(({ id }) => id === "check");
    assert.match(check?.attributes.description ?? "", "npx eleventy-plugin-indigo check --json", name);
  }
});

test.run();
