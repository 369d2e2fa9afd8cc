// Draws a page into its HTML when the site is built, so that the answer stands there before any script has run.
import { fromSource } from "./source.mjs";

const PLACE = "<!--page-->";

// Without exception, in every page: no server is asked for data, its own neither. Lighthouse asks for robots.txt in the page's name and so
// takes it for unreadable, which costs points of its SEO score; what this page promises is worth more. No text becomes a script or HTML.
const QUIET = [
  "default-src 'none'",
  "connect-src 'none'",
  "style-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

/**
 * What a page may do: run its own scripts and styles. WebAssembly is the log scanner's. Workers are started from blobs, which are under the
 * page's own policy; one started from a file would not be. The one policy of Trusted Types lets them, and nothing else (src/main.tsx).
 * Frames of its own are for the embed dialog, whose preview is `embed/v1/` as another page would show it; the person opens it.
 */
export const POLICY = [
  ...QUIET,
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src blob:",
  "frame-src 'self'",
  "trusted-types default",
].join("; ");

/** What an embed may do: less, for it reads no logs and starts no worker. */
export const EMBED_POLICY = [...QUIET, "script-src 'self'", "worker-src 'none'", "trusted-types 'none'"].join("; ");

/** What a page of text may do: nothing but look as it does (scripts/static-pages.mjs). */
export const TEXT_POLICY = [...QUIET, "trusted-types 'none'"].join("; ");

/**
 * @param {object} [page]
 * @param {string} [page.view] the module whose `renderPage` draws it, from the repository's folder
 * @param {string} [page.policy] its content policy
 * @param {boolean} [page.fetchesAhead] whether it lists its later chunks, to be fetched once it has loaded
 * @returns {import("vite").Plugin}
 */
export function prerendered({ view = "/src/prerender.tsx", policy = POLICY, fetchesAhead = true } = {}) {
  return {
    name: "prerendered",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: async (html, { bundle }) => {
        if (!html.includes(PLACE))
          throw new Error(`${view}: ${PLACE} is missing in its HTML, so there is no place to draw the page into`);
        const page = await drawnPage(view);
        // The content policy allows no style attributes, and an empty page would be a silent failure.
        if (/\sstyle="/.test(page))
          throw new Error(`the drawn page has a style attribute: ${/<[^>]*\sstyle="[^>]*>/.exec(page)?.[0]}`);
        if (page.includes("<script")) throw new Error("the drawn page has a script in it");
        if (!page.includes("data-answer")) throw new Error("the drawn page has no answer in it");
        return html
          .replace(PLACE, () => page)
          .replace("<head>", () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
          .replace("</head>", () => `${fetchesAhead ? laterChunks(html, Object.values(bundle ?? {})) : ""}  </head>`);
      },
    },
  };
}

// The chunks that the first paint does not need, for main.tsx to fetch once the page has loaded.
function laterChunks(
  /** @type {string} */ html,
  /** @type {readonly { readonly type: string, readonly fileName: string }[]} */ files,
) {
  const links = files
    .filter(({ type, fileName }) => type === "chunk" && !html.includes(fileName))
    .map(({ fileName }) => `<link rel="modulepreload" crossorigin href="./${fileName}" />`);
  return `  <template id="later-chunks">${links.join("")}</template>\n`;
}

async function drawnPage(/** @type {string} */ view) {
  const { renderPage } = await fromSource(view);
  return renderPage();
}
