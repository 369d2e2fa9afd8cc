// Runs modules of src/ in Node while the site is built, for what is drawn then.
import { createServer } from "vite";

/** @type {Promise<import("vite").ViteDevServer> | null} */
let server = null;

/**
 * What a module exports. All come through one server: starting one takes longer than drawing a page does.
 * @param {string} path from the repository's folder: `/src/prerender.tsx`
 * @returns {Promise<Record<string, any>>}
 */
export async function fromSource(path) {
  server ??= createServer({
    appType: "custom",
    // Without a watcher nothing of it keeps the build from ending.
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
  });
  return (await server).ssrLoadModule(path);
}
