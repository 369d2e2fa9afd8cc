// `npm start`: installs, builds and serves the page, each only where needed. Plain Node: works in a bare clone.
import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { install } from "./install.mjs";
import { node, root } from "./run.mjs";

const SOURCES = ["src", "public", "scripts", "index.html", "vite.config.ts", "package-lock.json"];

if (!(await install())) process.exit(1);
if (!isBuilt() && !(await node("node_modules/vite/bin/vite.js", "build"))) process.exit(1);
const address = await serve();
console.log(`\nThe Claude Code cost calculator is at\n${address}\n\nCtrl-C ends it.`);
if (isSomeoneThere()) openBrowser(address);

function isBuilt() {
  const built = changedAt("dist/index.html");
  return built > 0 && SOURCES.every((path) => changedAt(path) <= built);
}

/**
 * When a file, or the newest of a folder, was last changed: milliseconds since 1970; 0 when there is none.
 * A folder counts itself, so that a removed file is a change.
 *
 * @param {string} path from the repository's folder
 * @returns {number}
 */
function changedAt(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return entry?.mtimeMs ?? 0;
  const inside = readdirSync(join(root, path)).map((name) => changedAt(join(path, name)));
  return Math.max(entry.mtimeMs, ...inside);
}

/** Serves dist/ on this machine only, on port 4173 or the next free one. */
async function serve() {
  const { preview } = await import("vite");
  const server = await preview({ root, preview: { host: "127.0.0.1", port: 4173, strictPort: false } });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error("the server has no address");
  return address;
}

function isSomeoneThere() {
  const hasScreen = ["darwin", "win32"].includes(process.platform) || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return Boolean(process.stdout.isTTY && hasScreen);
}

/** @param {string} address */
function openBrowser(address) {
  const [program, ...args] =
    process.platform === "darwin" ? ["open"] : process.platform === "win32" ? ["cmd", "/c", "start", ""] : ["xdg-open"];
  const child = spawn(/** @type {string} */ (program), [...args, address], { detached: true, stdio: "ignore" });
  // Without a browser to open, the printed address is all there is to do.
  child.on("error", () => {});
  child.unref();
}
