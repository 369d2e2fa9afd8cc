// Serves the built calculator, and each host on a port of its own. In the hosts' pages the calculator is at https://calculator.example/,
// which becomes its real address on the way out: nothing has to be built anew for another port.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { addressOf, CALCULATOR, HOSTS } from "./host-list.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".mjs", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
]);

// As docs/embed.md asks of whoever serves the calculator.
const OPEN_TO_ALL = { "access-control-allow-origin": "*", "x-content-type-options": "nosniff" };

const built = resolve(HERE, "../..", process.env.E2E_DIST ?? "dist");
serve(CALCULATOR, built, { headers: OPEN_TO_ALL, adapt: (body) => body });
for (const { name, folder } of HOSTS) serve(addressOf(name), join(HERE, folder), { headers: {}, adapt: withCalculator });

/**
 * @param {string} address
 * @param {string} folder
 * @param {{ readonly headers: Record<string, string>, readonly adapt: (body: Buffer) => Buffer | string }} options
 */
function serve(address, folder, { headers, adapt }) {
  const { hostname, port } = new URL(address);
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", address).pathname));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = await readFile(file);
      const type = TYPES.get(extname(file));
      response.writeHead(200, { ...headers, "content-type": type ?? "application/octet-stream" });
      response.end(type ? adapt(body) : body);
    } catch {
      // An icon that no site here has is no complaint.
      response.writeHead(path.startsWith("/favicon.") ? 204 : 404, headers).end();
    }
  });
  server.listen(Number(port), hostname);
}

/** @param {Buffer} body */
function withCalculator(body) {
  return body.toString("utf8").replaceAll("https://calculator.example/", CALCULATOR);
}
