// What the whole build must hold to when all of it is written, the embed and the static pages too: nothing inline, no text that becomes
// code, no way to ask a server for anything, no other site's files. And the pages' policies as headers, for hosts that read `_headers`.
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";

/** @typedef {readonly [what: string, found: RegExp]} Rule */

/** @type {readonly Rule[]} */
const IN_PAGES = [
  ["an inline script", /<script(?![^>]*\ssrc=)[^>]*>/],
  ["a script with text in it", /<script[^>]*>\s*[^<\s]/],
  ["an inline style", /<style\b|\sstyle=["']/],
  ["an inline handler", /<[^>]*\son[a-z]+=/],
  ["an address that is a script", /=["']?\s*javascript:/i],
  // The canonical address is told to crawlers, not loaded.
  [
    "a file of another site",
    /<(?!a\s|meta\s|link rel="canonical")[^>]*\s(?:src|href|srcset|action|data|poster)=["'](?:https?:)?\/\//,
  ],
];

/** @type {readonly Rule[]} */
const IN_SCRIPTS = [
  // A library of Recharts looks for the global object so where there is no `self`: never in a browser, and the policy would refuse it.
  ["a text that becomes code", /\beval\(|\bFunction\(\s*["'`](?!return this["'`]\)\(\))|\bset(?:Timeout|Interval)\(\s*["'`]/],
  [
    "a text that becomes HTML",
    /[{,]\s*dangerouslySetInnerHTML:|\.outerHTML\s*=[^=]|insertAdjacentHTML|document\.write|\.srcdoc\s*=[^=]/,
  ],
  [
    "a way to ask a server",
    /\bfetch\(|\bimportScripts\(|\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|serviceWorker)\b/,
  ],
  ["a script of another site", /\bimport\(?\s*["'`](?:https?:)?\/\/|\bfrom\s*["'`](?:https?:)?\/\//],
];

/** @type {readonly Rule[]} */
const IN_STYLES = [
  ["a file of another site", /url\(\s*["']?(?:https?:)?\/\//],
  ["an imported style", /@import\b/],
];

// Names of XML kinds, and places where React's and Recharts' errors are explained: words, asked by nobody. Whoever adds one has looked.
const WORDS_ONLY = ["www.w3.org", "react.dev", "bit.ly", "redux.js.org", "redux-toolkit.js.org"];

/**
 * What a built file may not have in it, in words; empty for one that is as it should be.
 * @param {string} path from the built folder
 * @param {string} text
 * @returns {readonly string[]}
 */
export function faultsIn(path, text) {
  if (path.endsWith(".html")) return [...found(IN_PAGES, text), ...(policyOf(text) ? [] : ["no content policy"])];
  if (path.endsWith(".css")) return found(IN_STYLES, text);
  return path.endsWith(".js") ? [...found(IN_SCRIPTS, text), ...otherSites(text)] : [];
}

function found(/** @type {readonly Rule[]} */ rules, /** @type {string} */ text) {
  return rules.flatMap(([what, where]) => {
    const hit = where.exec(text);
    return hit ? [`${what}: ${text.slice(hit.index, hit.index + 80)}`] : [];
  });
}

function otherSites(/** @type {string} */ text) {
  const hosts = new Set(Array.from(text.matchAll(/\bhttps?:\/\/([\w.-]+\.\w+)/g), ([, host = ""]) => host));
  return Array.from(hosts)
    .filter((host) => !WORDS_ONLY.includes(host))
    .map((host) => `the name of another site, ${host}: known ones are in scripts/quiet-build.mjs`);
}

/** The content policy of a page; undefined where it has none. @param {string} html */
function policyOf(html) {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*default-src 'none'[^"]*)"/.exec(html)?.[1];
}

/**
 * Each page's policy as a header. One rule a page and none for all: where several rules name one header, Cloudflare sends both values, which
 * a browser takes together, Netlify's tools take the last. `frame-ancestors` works in headers only: an embed may stand in any page, the
 * calculator itself in none but its own site's.
 * @param {readonly { readonly path: string, readonly text: string }[]} files
 */
export function headersOf(files) {
  const rules = files.flatMap(({ path, text }) => {
    const folder = `/${path.replace(/index\.html$/, "")}`;
    const policy = policyOf(text) + (path.startsWith("embed/") ? "" : "; frame-ancestors 'self'");
    const addresses = new Set([folder, folder.replace(/(?<=.)\/$/, ""), `/${path}`]);
    return Array.from(addresses, (address) => `\n${address}\n  Content-Security-Policy: ${policy}\n`);
  });
  return `\n# Written by scripts/quiet-build.mjs: what stands in each page's own meta tag, and who may frame it.\n${rules.join("")}`;
}

/** @returns {import("vite").Plugin} */
export function quietBuild() {
  let folder = "";
  let isServed = false;
  return {
    name: "quiet-build",
    configResolved: ({ root, command, build: { outDir } }) => {
      isServed = command === "serve";
      folder = resolve(root, outDir);
    },
    closeBundle: {
      // Behind the embed, which is built when the site is.
      order: "post",
      sequential: true,
      handler(error) {
        if (isServed || error) return;
        const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((path) => /\.(html|js|css)$/.test(path))
          .map((path) => ({ path: path.replaceAll(sep, "/"), text: readFileSync(join(folder, path), "utf8") }))
          .sort((a, b) => (a.path < b.path ? -1 : 1));
        const faults = files.flatMap(({ path, text }) => faultsIn(path, text).map((fault) => `${path} has ${fault}`));
        if (faults.length > 0) throw new Error(`the build breaks what the page promises:\n${faults.join("\n")}`);
        appendFileSync(join(folder, "_headers"), headersOf(files.filter(({ path }) => path.endsWith(".html"))));
      },
    },
  };
}
