import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
};

/** The file of a built site that a plain host gives for a path in it: `folder/` is `folder/index.html`. */
export function fileAt(folder: string, name: string): string | undefined {
  const file = path.join(folder, decoded(name === "" || name.endsWith("/") ? `${name}index.html` : name));
  return existsSync(file) && !statSync(file).isDirectory() ? file : undefined;
}

/** An address without its escapes; one whose escapes are broken is of no file. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A running server of a folder. */
export interface Running {
  /** Its address, with the prefix and a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Serves a folder under a prefix, as a plain host does; what is not there is 404. */
export async function serve(folder: string, prefix = "/"): Promise<Running> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname.startsWith(prefix) ? fileAt(folder, pathname.slice(prefix.length)) : undefined;
    if (!file) {
      response.writeHead(404).end("not found");
      return;
    }
    response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
