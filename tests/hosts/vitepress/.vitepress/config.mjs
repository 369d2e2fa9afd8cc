import { defineConfig } from "vitepress";

// A light page names no colour scheme, so docs/embed.md asks for the first rule; the second holds the loader's room.
const CSS = `html:not(.dark) { color-scheme: light } claude-code-cost { display: block; min-height: 2185px }`;

export default defineConfig({
  title: "A docs site",
  outDir: "dist",
  cacheDir: ".cache",
  head: [
    ["style", {}, CSS],
    ["script", { src: "https://calculator.example/embed/v1.js", async: "" }],
  ],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "claude-code-cost" } } },
});
