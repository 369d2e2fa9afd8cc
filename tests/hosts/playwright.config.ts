import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "../../scripts/browser.mjs";
import { addressOf, CALCULATOR, HOSTS } from "./host-list.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

// A project for each host: `--project vitepress` runs one.
export default defineConfig({
  timeout: 60_000,
  testDir: ".",
  testMatch: "hosts.e2e.ts",
  outputDir: `${root}/test-results/hosts`,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  reporter: "list",
  use: {
    // As in a person's browser: an emulated scheme would hold in every frame, whatever its host says.
    colorScheme: null,
    viewport: { width: 1280, height: 900 },
    trace: "retain-on-failure",
    // With this flag Chromium lets a page change its address as often as it likes; people's browsers do not.
    launchOptions: { ...launchOptions(), ignoreDefaultArgs: ["--disable-ipc-flooding-protection"] },
  },
  projects: HOSTS.map(({ name }) => ({ name, use: { baseURL: addressOf(name) } })),
  webServer: [
    {
      command: "node tests/hosts/serve.mjs",
      cwd: root,
      url: `${CALCULATOR}embed/v1/`,
      reuseExistingServer: false,
      stdout: "ignore",
    },
  ],
});
