// Writes the pages that need no script when the site is built: rates/ and published/, each a folder below the calculator, whose stylesheet
// they share.
import { TEXT_POLICY } from "./prerender.mjs";
import { fromSource } from "./source.mjs";

const SITEMAP = "sitemap.xml";

/** @typedef {import("../src/prerender.tsx").TextPage} TextPage */
/** @typedef {Record<string, { readonly type: string, source?: string | Uint8Array }>} Bundle */

/** @returns {import("vite").Plugin} */
export function staticPages() {
  return {
    name: "static-pages",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_, /** @type {Bundle} */ bundle) {
        const { renderTextPages } = await fromSource("/src/prerender.tsx");
        /** @type {readonly TextPage[]} */
        const pages = renderTextPages();
        const site = siteOf(bundle);
        const shared = { icon: iconOf(bundle), style: styleOf(bundle), site };
        for (const page of pages) {
          if (!page.body.includes("<h1")) throw new Error(`${page.path} has no heading: it was drawn empty`);
          this.emitFile({ type: "asset", fileName: `${page.path}index.html`, source: htmlOf(page, shared) });
        }
        if (site !== null)
          addToSitemap(
            bundle,
            pages.map(({ path }) => site + path),
          );
      },
    },
  };
}

/**
 * @param {TextPage} page
 * @param {{ readonly icon: string, readonly style: string, readonly site: string | null }} shared
 */
function htmlOf({ path, title, description, body }, { icon, style, site }) {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${TEXT_POLICY}" />`,
    '<meta charset="utf-8" />',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="color-scheme" content="light dark" />',
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}" />`,
    '<meta property="og:type" content="website" />',
    `<meta property="og:title" content="${escaped(title)}" />`,
    `<meta property="og:description" content="${escaped(description)}" />`,
    ...(site === null ? [] : [`<link rel="canonical" href="${site}${path}" />`]),
    icon,
    `<link rel="stylesheet" href="../${style}" />`,
  ];
  const lines = head.map((tag) => `    ${tag}\n`).join("");
  return `<!doctype html>\n<html lang="en">\n  <head>\n${lines}  </head>\n  <body>\n    ${body}\n  </body>\n</html>\n`;
}

/** The site's one stylesheet. @param {Bundle} bundle */
function styleOf(bundle) {
  const styles = Object.keys(bundle).filter((name) => name.endsWith(".css"));
  const [style] = styles;
  if (style === undefined || styles.length > 1)
    throw new Error(`one stylesheet was expected for the pages without scripts, not ${styles.length}: ${styles.join(", ")}`);
  return style;
}

/** The icon as the main page has it, written out. @param {Bundle} bundle */
function iconOf(bundle) {
  const icon = /<link rel="icon"[^>]*>/.exec(String(bundle["index.html"]?.source))?.[0];
  if (icon === undefined) throw new Error("index.html has no icon for the pages without scripts to share");
  return icon;
}

/** Where the site will stand, as the sitemap says (scripts/preset-pages.mjs); null where nobody has said. @param {Bundle} bundle */
function siteOf(bundle) {
  return /<loc>([^<]*)<\/loc>/.exec(String(bundle[SITEMAP]?.source ?? ""))?.[1] ?? null;
}

/** @param {Bundle} bundle @param {readonly string[]} addresses */
function addToSitemap(bundle, addresses) {
  const listed = addresses.map((address) => `  <url><loc>${address}</loc></url>\n`).join("");
  const sitemap = bundle[SITEMAP];
  if (sitemap) sitemap.source = String(sitemap.source).replace("</urlset>", () => `${listed}</urlset>`);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
