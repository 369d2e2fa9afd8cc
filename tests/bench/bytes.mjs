// What the page weighs: gzip -9 bytes of the scripts that index.html asks for at once, and of all scripts. Prints JSON, kB of 1,000 bytes.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

// The chunks in the template are fetched after the page has loaded.
const html = readFileSync("dist/index.html", "utf8").replace(/<template id="later-chunks">.*?<\/template>/s, "");
const first = [...html.matchAll(/(?:<script[^>]* src|rel="modulepreload"[^>]* href)="\.\/([^"]+\.js)"/g)].map(
  (match) => `dist/${match[1]}`,
);
const all = readdirSync("dist/assets")
  .filter((name) => name.endsWith(".js"))
  .map((name) => `dist/assets/${name}`);
const weigh = (/** @type {readonly string[]} */ files) =>
  Math.round(files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 100) / 10;
console.log(
  JSON.stringify({ firstScripts: weigh([...new Set(first)]), allScripts: weigh(all), html: weigh(["dist/index.html"]) }),
);
