import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "../../scripts/browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const port = Number(process.env.E2E_PORT ?? 4193);
// A build of one's own, where several people test the same tree at once.
const folder = process.env.E2E_DIST ?? "dist";
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  // A page of seven charts on two shared cores: most tests take a tenth of this.
  timeout: 60_000,
  // Of a machine that others use too; what has to be quick is measured where it is tested.
  expect: { timeout: 15_000 },
  testDir: ".",
  testMatch: "**/*.e2e.ts",
  outputDir: `${root}/test-results`,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  reporter: "list",
  use: {
    baseURL: address,
    // A trace holds the whole page after every step: it took 40 % of the suite's time.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    // With this flag Chromium lets a page change its address as often as it likes; people's browsers do not.
    launchOptions: { ...launchOptions(), ignoreDefaultArgs: ["--disable-ipc-flooding-protection"] },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 900 } } },
    // What a phone changes: layout, touch, how the answer stays in sight. The rest is the same code, tried on the desktop.
    {
      name: "phone",
      testMatch: /\/(access|answer|compare|input|share|touch)\.e2e\.ts$/,
      use: { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
  webServer: [
    {
      // Not through npx: the process that Playwright ends must be the server itself.
      command: `node node_modules/vite/bin/vite.js preview --outDir ${folder} --host 127.0.0.1 --port ${port} --strictPort`,
      cwd: root,
      url: address,
      reuseExistingServer: false,
      stdout: "ignore",
    },
  ],
});
