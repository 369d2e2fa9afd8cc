// npm run test:firefox: the smoke list in the Firefox of this machine. Not a part of `npm test`: it would fetch 70 MB more for CI each time, and
// what it finds is found seldom. Needs a built dist/ (npm run build), or the folder that E2E_DIST names.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { node, root, run } from "../../scripts/run.mjs";

const PLACES = [
  process.env.FIREFOX_PATH,
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];
const findFirefox = () => PLACES.find((path) => path && existsSync(path));

/** On Debian as root it is installed; elsewhere a person is asked to. */
async function fetchFirefox() {
  const isDebian = spawnSync("sh", ["-c", ". /etc/os-release && echo $ID"]).stdout?.toString().trim() === "debian";
  if (!isDebian || process.getuid?.() !== 0) return;
  const quietly = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], quietly);
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "firefox-esr"], quietly);
}

if (!findFirefox()) await fetchFirefox();
const firefox = findFirefox();
const folder = resolve(root, process.env.E2E_DIST ?? "dist");
if (firefox === undefined)
  console.error("No Firefox here: install one (Debian: apt-get install firefox-esr), or name it in FIREFOX_PATH.");
else if (!existsSync(folder)) console.error(`${folder} is not there: npm run build`);
else if (typeof WebSocket === "undefined") {
  // Node 20 has it behind a flag, 22 without.
  process.exitCode = (await run(process.execPath, ["--experimental-websocket", "--no-warnings", "tests/firefox/run.mjs"]))
    ? 0
    : 1;
} else {
  process.env.FIREFOX_PATH = firefox;
  process.env.E2E_DIST = folder;
  // Chromium is what its figures are compared with.
  if (await node("scripts/browser.mjs")) await import("./smoke.mjs");
}
process.exitCode ??= 1;
