import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { BuildEnvironmentOptions } from "vite";
import { defineConfig } from "vitest/config";
import { embedded } from "./scripts/embed.mjs";
import { licenses, notedPackages } from "./scripts/licenses.mjs";
import { prerendered } from "./scripts/prerender.mjs";
import { presetPages } from "./scripts/preset-pages.mjs";
import { publicRates } from "./scripts/public-rates.mjs";
import { quietBuild } from "./scripts/quiet-build.mjs";
import { staticPages } from "./scripts/static-pages.mjs";

/** The page: opens from any folder of any server, so every address in it is relative. */
const site: BuildEnvironmentOptions = {
  outDir: "dist",
  // The oldest browsers that Tailwind CSS 4 draws right in.
  target: ["chrome111", "firefox128", "safari16.4"],
  // What comes later is fetched ahead by main.tsx: a list of it in the first chunk would weigh more than it saves.
  modulePreload: false,
  // Left alone, whatever two chunks share becomes a small chunk of its own; each weighs more than its bytes.
  rolldownOptions: {
    output: {
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          { name: "first", tags: ["$initial"], priority: 1 },
          {
            name: "dialogs",
            test: /features\/(share\/(share-|embed-|combine-(share|embed)|read-shared)|saved\/saved-)|scenario\/embed-snippet|node_modules\/lean-qr/,
          },
          {
            name: "charts",
            test: /node_modules\/|ui\/charts\/(plot-axis|chart-reader|bare-bars|bare-lines|stacked-bars|cost-lines)\.tsx/,
          },
          {
            name: "panels",
            test: /src\/(ui\/(bill-lines|data-table|disclosure|export-origin|charts\/(marks|mark-texture|box-watch|chart-(text|scale)|plot-box|cost-lines-plan|stacked-bars-plan|layer-label))|scenario\/work-kinds)/,
          },
          {
            name: "link",
            test: /src\/(scenario\/(link|codec|questions)|state\/(url-sync|link-selector|page-memory|saved-|undo|use-(undo|saved))|features\/(status\/|share\/(copy|open-)|saved\/(open-|undo-|keeping-)|notices\/(combine-)?price-note)|app\/header-tools|ui\/(copy-|format-changes))/,
          },
        ],
      },
    },
  },
};

/** `vite build --mode library`: the pricing core as one readable module; its types come from `tsc -p tsconfig/library.json`. */
const library: BuildEnvironmentOptions = {
  outDir: "dist-lib",
  target: "es2023",
  copyPublicDir: false,
  minify: false,
  sourcemap: true,
  lib: { entry: "src/index.ts", formats: ["es"], fileName: () => "index.js" },
};

export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [
    react(),
    tailwindcss(),
    mode === "library" || mode === "test"
      ? null
      : [prerendered(), presetPages(), publicRates(), staticPages(), embedded(), licenses(), quietBuild()],
  ],
  build: mode === "library" ? library : site,
  worker: { plugins: () => [notedPackages()] },
  // As a static host has to (public/_headers): in a sandbox an embed has no origin, and even its own files are another's to it.
  preview: { headers: { "Access-Control-Allow-Origin": "*" }, cors: false },
  test: {
    // Left alone, Vitest keeps one core free: of two that is half.
    maxWorkers: "100%",
    // For the 10,000 cases of a property and the million of a table on a machine that others use too: to end what hangs, no measure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // `*.test.ts` needs no page and runs in plain Node; `*.test.tsx` draws one in jsdom.
    projects: [
      { extends: true, test: { name: "core", environment: "node", include: ["tests/**/*.test.ts"] } },
      {
        extends: true,
        test: { name: "page", environment: "jsdom", include: ["tests/**/*.test.tsx"], setupFiles: ["tests/setup.ts"] },
      },
    ],
  },
}));
