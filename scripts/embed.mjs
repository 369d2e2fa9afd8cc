// Builds the embed behind the site, into its `embed/`: a page of its own with chunks of its own, because an old version of it must go on
// working beside a newer site, and because nothing of it may weigh on the site's first chunk. And the loader, one file.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { notedPackages } from "./licenses.mjs";
import { EMBED_POLICY, prerendered } from "./prerender.mjs";

const SOURCES = fileURLToPath(new URL("../src/embed/", import.meta.url));
const OPENING = fileURLToPath(new URL("../public/opening.js", import.meta.url));

/** Where the sources of what is built into `embed/` are served while developing. @type {Readonly<Record<string, string>>} */
const SERVED = {
  "/embed/v1/": "/src/embed/index.html",
  "/embed/v1.js": "/src/embed/loader.ts",
  "/src/embed/opening.js": "/opening.js",
};

/** @returns {import("vite").Plugin} */
export function embedded() {
  /** @type {Site} */
  let site;
  let isServed = false;
  return {
    name: "embedded",
    configResolved: ({ root, command, build: { outDir, target } }) => {
      isServed = command === "serve";
      site = { outDir: resolve(root, outDir), target };
    },
    closeBundle: async (error) => {
      if (isServed || error) return;
      await build(page(site));
      await build(loader(site));
    },
    // While developing, the addresses of the built embed lead to its sources.
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const [path, query] = (request.url ?? "").split("?", 2);
        const to = SERVED[path ?? ""];
        if (to === undefined) return next();
        response.writeHead(302, { location: query === undefined ? to : `${to}?${query}` }).end();
      });
    },
  };
}

/** @typedef {{ readonly outDir: string, readonly target: import("vite").ResolvedConfig["build"]["target"] }} Site */

/** @returns {import("vite").InlineConfig} */
function page(/** @type {Site} */ { outDir, target }) {
  return {
    configFile: false,
    root: SOURCES,
    base: "./",
    publicDir: false,
    logLevel: "warn",
    plugins: [
      react(),
      tailwindcss(),
      prerendered({ view: "/src/embed/prerender.tsx", policy: EMBED_POLICY, fetchesAhead: false }),
      opening(),
      notedPackages(),
    ],
    build: {
      outDir: join(outDir, "embed/v1"),
      emptyOutDir: true,
      target,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: "first", tags: ["$initial"], priority: 1 },
              { name: "charts", test: /node_modules\/|ui\/charts\// },
            ],
          },
        },
      },
    },
  };
}

/**
 * The one script that must run before anything is drawn stays a file of its own, as it is: a copy, for a newer site may change its own.
 * @returns {import("vite").Plugin}
 */
function opening() {
  return {
    name: "opening",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "opening.js", source: readFileSync(OPENING, "utf8") });
    },
  };
}

/** @returns {import("vite").InlineConfig} */
function loader(/** @type {Site} */ { outDir, target }) {
  return {
    configFile: false,
    root: SOURCES,
    publicDir: false,
    logLevel: "warn",
    plugins: [notedPackages()],
    build: {
      outDir: join(outDir, "embed"),
      emptyOutDir: false,
      target,
      lib: { entry: join(SOURCES, "loader.ts"), formats: ["iife"], name: "unused", fileName: () => "v1.js" },
    },
  };
}
