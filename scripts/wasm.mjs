// npm run wasm: builds the scanner of session logs (src/usage-import/wasm) into src/usage-import/log-scan-wasm.ts, which is committed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { node } from "./run.mjs";

const BUILT = "node_modules/.cache/wasm/log-scan.wasm";
const OPTIONS = ["--runtime", "stub", "--enable", "simd", "-O3", "--noAssert", "--converge"];

mkdirSync("node_modules/.cache/wasm", { recursive: true });
if (!(await node("node_modules/assemblyscript/bin/asc.js", "src/usage-import/wasm/index.ts", "-o", BUILT, ...OPTIONS)))
  process.exit(1);
const base64 = readFileSync(BUILT).toString("base64");
writeFileSync(
  "src/usage-import/log-scan-wasm.ts",
  `/** src/usage-import/wasm, built by \`npm run wasm\`: WebAssembly in base64. */\nexport const LOG_SCAN_WASM: string =\n  "${base64}";\n`,
);
