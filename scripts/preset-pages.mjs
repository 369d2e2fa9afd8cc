// Gives every preset a static page of its own when the site is built, and each page its head and preview picture: a chat program or a
// crawler sees neither the fragment of a link nor what scripts draw.
//
// Crawlers want whole addresses, but the site opens from any folder. SITE_URL, if set while building, is where it will stand. Without it
// pictures have relative addresses, and what may only be whole (canonical, og:url, sitemap.xml) is left out.
import { readFileSync } from "node:fs";
import { CARD, previewCard } from "./preview-cards.mjs";
import { fromSource } from "./source.mjs";

const CARD_FILE = "card.png";
const ROBOTS = new URL("../public/robots.txt", import.meta.url);

/** @typedef {import("../src/prerender.tsx").StaticPage} StaticPage */

/** @returns {import("vite").Plugin} */
export function presetPages(address = process.env.SITE_URL ?? "") {
  const site = siteAt(address);
  return {
    name: "preset-pages",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const main = bundle["index.html"];
        if (main?.type !== "asset") throw new Error("index.html is not built yet, so the presets' pages cannot be made from it");
        const html = String(main.source);
        const { renderStaticPages } = await fromSource("/src/prerender.tsx");
        /** @type {readonly StaticPage[]} */
        const pages = await renderStaticPages();
        const drawn = /** @type {StaticPage} */ (pages[0]).page;
        for (const page of pages) {
          const source = withHead(withPage(html, page, drawn), page, site);
          if (page.preset === null) main.source = source;
          else this.emitFile({ type: "asset", fileName: `${page.path}index.html`, source });
          this.emitFile({ type: "asset", fileName: page.path + CARD_FILE, source: previewCard(page.card) });
        }
        if (site === null) return;
        this.emitFile({ type: "asset", fileName: "sitemap.xml", source: sitemap(pages.map(({ path }) => site + path)) });
        const robots = readFileSync(ROBOTS, "utf8");
        this.emitFile({ type: "asset", fileName: "robots.txt", source: `${robots}Sitemap: ${site}sitemap.xml\n` });
      },
    },
  };
}

/** @param {readonly string[]} addresses */
function sitemap(addresses) {
  const listed = addresses.map((address) => `  <url><loc>${escaped(address)}</loc></url>\n`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${listed}</urlset>\n`;
}

/**
 * The address of the site's folder, with a slash at its end; null where none is given.
 * @param {string} address
 * @throws {Error} for one that is not a whole http(s) address
 */
function siteAt(address) {
  if (address === "") return null;
  if (!URL.canParse(address) || !/^https?:/.test(address) || /[?#]/.test(address))
    throw new Error(`SITE_URL is "${address}", and should be where the site will stand: https://…/`);
  return address.replace(/\/*$/, "/");
}

/**
 * The main page with another page's body in it, and with what stands there without scripts.
 * @param {string} html
 * @param {StaticPage} page
 * @param {string} drawn the body of the main page
 */
function withPage(html, { preset, root, page, withoutScript }, drawn) {
  const body = '<div id="page">';
  let next = replaced(html, body + drawn, `<noscript>${withoutScript}</noscript>\n    ${body}${page}`);
  if (preset === null) return next;
  next = replaced(next, '<html lang="en"', `<html lang="en" data-preset="${preset}"`);
  return next.replaceAll(/ (href|src)="\.\//g, ` $1="${root}`);
}

/**
 * The page with its own title, description and what a link to it shows.
 * @param {string} html
 * @param {StaticPage} page
 * @param {string | null} site
 */
function withHead(html, { preset, path, title: ownTitle, description: ownDescription, card }, site) {
  const title = preset === null ? found(html, TITLE) : escaped(ownTitle);
  const description = preset === null ? found(html, DESCRIPTION) : escaped(ownDescription);
  const alt = `${card.subject}: ${card.headline}. ${card.verdict} ${card.date}.`;
  const tags = [
    ...(site === null
      ? []
      : [`<link rel="canonical" href="${escaped(site + path)}" />`, property("og:url", escaped(site + path))]),
    property("og:type", "website"),
    property("og:title", title),
    property("og:description", description),
    property("og:image", site === null ? `./${CARD_FILE}` : escaped(site + path + CARD_FILE)),
    property("og:image:type", "image/png"),
    property("og:image:width", String(CARD.width)),
    property("og:image:height", String(CARD.height)),
    property("og:image:alt", escaped(alt)),
    '<meta name="twitter:card" content="summary_large_image" />',
  ];
  return replaced(html, "</head>", `${tags.map((tag) => `  ${tag}\n`).join("  ")}  </head>`)
    .replace(TITLE, (_, before, __, after) => before + title + after)
    .replace(DESCRIPTION, (_, before, __, after) => before + description + after);
}

const TITLE = /(<title>)([^<]+)(<\/title>)/;
const DESCRIPTION = /(<meta\s+name="description"\s+content=")([^"]+)(")/;

/** @param {string} name @param {string} content */
function property(name, content) {
  return `<meta property="${name}" content="${content}" />`;
}

/** @param {string} html @param {RegExp} what */
function found(html, what) {
  const text = what.exec(html)?.[2];
  if (!text) throw new Error(`index.html: ${what} is missing`);
  return text;
}

/** @param {string} html @param {string} what @param {string} by */
function replaced(html, what, by) {
  if (!html.includes(what)) throw new Error(`index.html: ${what.slice(0, 60)} is missing`);
  return html.replace(what, () => by);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
