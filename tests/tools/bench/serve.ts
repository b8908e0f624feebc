import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../../support/port.ts";
import { eleventy, type Site } from "../../support/site.ts";
import { type Kind, makeSite } from "./sites.ts";
import { median } from "./table.ts";

const posts = 1000;
/** The number of rounds. The first one is a warm-up and not counted. */
const rounds = 8;
const changed = "posts/post-7.md";

/** Eleventy in serve mode, from which a page is requested as by a browser. */
class Server {
  readonly #child: ChildProcess;
  readonly #site: Site;
  readonly #url: string;

  private constructor(site: Site, port: number) {
    this.#site = site;
    this.#url = `http://localhost:${port}/posts/post-7/`;
    this.#child = spawn(process.execPath, [eleventy, "--serve", "--quiet", `--port=${port}`], {
      cwd: site.folder,
      stdio: "ignore",
    });
  }

  static async of(site: Site): Promise<Server> {
    const server = new Server(site, await freePort());
    await server.#until((html) => html.includes("<title>"));
    // Eleventy starts to watch some time after it starts to serve.
    await wait(3000);
    return server;
  }

  /** Changes a post. Returns the seconds until its page has the change. */
  async change(mark: string): Promise<number> {
    const text = this.#site.source(changed).replace(/\n\n.*$/s, `\n\n${mark}\n`);
    const start = performance.now();
    this.#site.write({ [changed]: text });
    await this.#until((html) => html.includes(mark));
    return (performance.now() - start) / 1000;
  }

  async #until(isMet: (html: string) => boolean): Promise<void> {
    const end = Date.now() + 120_000;
    while (Date.now() < end) {
      const html = await fetch(this.#url).then(
        (answer) => answer.text(),
        () => "",
      );
      if (isMet(html)) return;
      await wait(10);
    }
    throw new Error(`${this.#url} does not have the expected content after 120 seconds`);
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#child.once("close", resolve));
    this.#child.kill();
    await closed;
  }
}

/**
 * Measures the time in serve mode from saving one of 1,000 posts to its changed page, with and without the plugin. Both take
 * turns.
 *
 * @param progress - Called after each round.
 * @returns The rows of a table.
 */
export async function measureServing(progress: () => void): Promise<string[][]> {
  const kinds: readonly Kind[] = ["bare", "plugin"];
  const sites = kinds.map((kind) => makeSite(kind, posts));
  const servers: Server[] = [];
  const samples = kinds.map(() => [] as number[]);
  try {
    for (const site of sites) servers.push(await Server.of(site));
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, server] of servers.entries()) {
        const seconds = await server.change(`Changed in round ${round}.`);
        if (round > 0) samples[at]?.push(seconds);
        // Wait for the end of the build.
        await wait(1500);
      }
      progress();
    }
  } finally {
    for (const server of servers) await server.stop();
    for (const site of sites) site.remove();
  }
  const [bare = Number.NaN, plugin = Number.NaN] = samples.map(median);
  return [
    ["one changed post of", "plugin / bare", "beyond bare ms", "bare ms", "plugin ms"],
    [
      String(posts),
      (plugin / bare).toFixed(2),
      ...[plugin - bare, bare, plugin].map((seconds) => (seconds * 1000).toFixed(0)),
    ],
  ];
}
