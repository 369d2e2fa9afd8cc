import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));
const port = Number(process.env.E2E_PORT ?? 4193);
const address = `http://127.0.0.1:${port}/`;
const browser = process.env.SMOKE_BROWSER === "webkit" ? "webkit" : "firefox";

/**
 * The end-to-end tests that need nothing of Chromium's own (no clipboard to read, no debugging protocol), in Playwright's Firefox or WebKit,
 * which the GitHub workflow fetches: open, type, bill, share, status, import by hostile files, pages without scripts.
 */
export default defineConfig({
  timeout: 90_000,
  testDir: "../e2e",
  testMatch: /\/(answer|bill|share|status|import-hostile|static-pages|one-call)\.e2e\.ts$/,
  outputDir: `${root}/test-results`,
  forbidOnly: true,
  workers: 2,
  reporter: "list",
  use: { baseURL: address, browserName: browser, viewport: { width: 1280, height: 900 } },
  projects: [{ name: browser }],
  webServer: [
    {
      command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
      cwd: root,
      url: address,
      reuseExistingServer: false,
      stdout: "ignore",
    },
  ],
});
