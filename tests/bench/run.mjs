// npm run bench: builds the site and prints what the project promises of its speed and size, one JSON line each.
//   npm run bench -- --skip lighthouse
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { node, root } from "../../scripts/run.mjs";

const PORT = "4194";
const URL = `http://127.0.0.1:${PORT}/`;
const SLIDER = 'input[aria-label="Sessions a working day slider"]';

const { values } = parseArgs({ options: { skip: { type: "string", default: "" } } });
const skipped = new Set(values.skip.split(","));

const benches = [
  { name: "estimate", run: () => node("tests/bench/estimate.mjs") },
  { name: "simulate", run: () => node("tests/bench/simulate.mjs") },
  { name: "month-range", run: () => node("tests/bench/month-range.mjs") },
  { name: "bytes", run: () => node("tests/bench/bytes.mjs") },
  { name: "drag", run: () => node("tests/bench/drag.mjs", URL, "--slider", SLIDER, "--answer", "[data-answer]", "--runs", "7") },
  { name: "import", run: () => node("tests/bench/import.mjs") },
  { name: "lighthouse", run: () => node("tests/bench/lighthouse.mjs", URL) },
];

if (!(await node("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"))) process.exit(1);
const server = spawn(
  process.execPath,
  ["node_modules/vite/bin/vite.js", "preview", "--host", "127.0.0.1", "--port", PORT, "--strictPort"],
  {
    cwd: root,
    stdio: "ignore",
  },
);
try {
  await answers();
  for (const { name, run } of benches) {
    if (skipped.has(name)) continue;
    console.log(`# ${name}`);
    if (!(await run())) process.exitCode = 1;
  }
} finally {
  server.kill();
  if (server.exitCode === null) await once(server, "exit");
}

async function answers() {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(URL).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await wait(100);
  }
  throw new Error(`nothing answers at ${URL}`);
}
