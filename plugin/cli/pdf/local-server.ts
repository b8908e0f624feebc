import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** Media types of the files that pages load, without which browsers ignore styles and scripts. */
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".otf": "font/otf",
};

/**
 * Serves a folder to this computer only, while a function runs.
 *
 * @param prefix - The path of the site on its host, with slashes at both ends.
 * @param use - Takes the URL of the server, without a slash at its end.
 */
export async function withServer<T>(
  folder: string,
  prefix: string,
  use: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => {
    const file = fileAt(folder, prefix, request.url ?? "/");
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(file).toLowerCase()] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Returns the file of a URL; undefined if there is none within the folder. */
function fileAt(folder: string, prefix: string, url: string): string | undefined {
  let pathname: string;
  try {
    pathname = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
  } catch {
    return undefined;
  }
  if (!pathname.startsWith(prefix)) return undefined;
  const name = pathname.slice(prefix.length);
  const file = path.join(folder, name === "" || name.endsWith("/") ? `${name}index.html` : name);
  const isInside = !path.relative(folder, file).startsWith("..");
  return isInside && existsSync(file) && statSync(file).isFile() ? file : undefined;
}
