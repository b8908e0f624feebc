import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/** Returns the file of a built site that a static host serves for a path: `folder/index.html` for `folder/`. */
export function fileAt(folder: string, name: string): string | undefined {
  const file = path.join(folder, decoded(name === "" || name.endsWith("/") ? `${name}index.html` : name));
  return existsSync(file) && !statSync(file).isDirectory() ? file : undefined;
}

/** Decodes a URL; returns it unchanged if its encoding is invalid. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A running server. */
export interface Running {
  /** Its URL, with the path prefix and a trailing slash. */
  url: string;
  close(): Promise<void>;
}

/** Further features of the host. */
interface HostOptions {
  /** Sent with every file. */
  headers?: Record<string, string>;
  /** Whether text is compressed and files with a hash in their name are cached, as by most hosts. */
  isFast?: boolean;
}

const isText = (type: string): boolean => /^text\/|javascript|json|xml|svg/.test(type);
const hashed = /-[\da-f]{10}(-\d+)?\.\w+$/;

/** Serves a folder under a path prefix, as a static host does. Missing files are 404. */
export async function serve(
  folder: string,
  prefix = "/",
  { headers = {}, isFast = false }: HostOptions = {},
): Promise<Running> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname.startsWith(prefix) ? fileAt(folder, pathname.slice(prefix.length)) : undefined;
    if (!file) {
      response.writeHead(404).end("not found");
      return;
    }
    const type = types[path.extname(file)] ?? "application/octet-stream";
    const isPacked = isFast && isText(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(200, {
      "content-type": type,
      ...(isFast && { "cache-control": hashed.test(file) ? "max-age=31536000, immutable" : "no-cache" }),
      ...(isPacked && { "content-encoding": "gzip" }),
      ...headers,
    });
    response.end(isPacked ? gzipSync(readFileSync(file)) : readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
