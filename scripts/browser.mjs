// Finds the Chromium of the end-to-end tests; run as a program, it fetches one where there is none.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { node, run } from "./run.mjs";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const isRoot = process.getuid?.() === 0;

/** The Chromium to use: the one that CHROMIUM_PATH names, Playwright's own, the system's; undefined where there is none. */
function findChromium() {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
}

/**
 * How Playwright starts it: asks nothing of the network by itself, and draws without a graphics card.
 * @returns {{ args: string[], executablePath?: string }}
 */
export function launchOptions() {
  const path = findChromium();
  const args = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  if (isRoot) args.push("--no-sandbox");
  // Playwright starts its own best without being told a path: it then takes the smaller headless build.
  return path && path !== chromium.executablePath() ? { args, executablePath: path } : { args };
}

async function fetchChromium() {
  // On Debian only: Ubuntu's package of that name is a stub for a snap.
  const isDebian = existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  if (!(isDebian && isRoot)) return node("node_modules/@playwright/test/cli.js", "install", "chromium");
  const quietly = { DEBIAN_FRONTEND: "noninteractive" };
  const packages = ["chromium", "fonts-liberation"];
  return (
    (await run("apt-get", ["update", "-qq"], quietly)) &&
    (await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quietly))
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !findChromium()) {
  console.log("Fetching a Chromium for the end-to-end tests …");
  if (!(await fetchChromium())) process.exit(1);
}
