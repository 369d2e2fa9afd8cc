// Draws a page's preview picture, 1200 × 630: what chat programs and networks show of a link. Fonts come from a package and none from the
// machine, so that the same figures give the same bytes everywhere.
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";

/** Pixels, as networks ask for. */
export const CARD = { width: 1200, height: 630 };

/** Pixels between the picture's edge and everything that is drawn on it. */
export const EDGE = 56;

// The light palette of src/style.css.
const PAPER = "#f7f6f3";
const SHEET = "#ffffff";
const LINE = "#dcd9d1";
const INK = "#1d1f23";
const SOFT = "#575a61";
const ACCENT = "#0b5f73";

const REGULAR = 400;
const SEMIBOLD = 600;

const require = createRequire(import.meta.url);
/** @type {import("@resvg/resvg-js").ResvgRenderOptions} */
const OPTIONS = {
  font: {
    loadSystemFonts: false,
    fontFiles: [
      require.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
      require.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
    ],
    defaultFontFamily: "Inter",
  },
};

const SHEET_BOX = { x: EDGE, y: 120, width: CARD.width - 2 * EDGE, height: 424 };
const INSIDE = { x: SHEET_BOX.x + 36, width: SHEET_BOX.width - 72 };
const ANSWER = { top: SHEET_BOX.y + 16, bottom: 396 };
const FIGURES_TOP = 412;
const GAP = 24;
const LINE_HEIGHT = 1.22;
const BETWEEN = 10;

/**
 * @typedef {{ readonly size: number, readonly weight: number, readonly fill: string }} Look
 * @typedef {{ readonly x: number, readonly y: number, readonly anchor?: "start" | "end" }} Place
 * @typedef {import("../src/app/page-words.ts").CardWords} CardWords
 */

/**
 * The picture as PNG.
 * @param {CardWords} words
 * @throws {Error} for a text that does not fit, so that none is ever cut off
 */
export function previewCard(words) {
  return new Resvg(cardDrawing(words), OPTIONS).render().asPng();
}

/** @param {CardWords} words */
function cardDrawing({ subject, headline, verdict, figures, date }) {
  const { x, y, width, height } = SHEET_BOX;
  const right = CARD.width - EDGE;
  const small = { size: 24, weight: REGULAR, fill: SOFT };
  const title = { size: 30, weight: SEMIBOLD, fill: INK };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    mark(),
    written("What does Claude Code cost?", { x: EDGE + 64, y: 86 }, { look: title, width: 560 }),
    written(subject, { x: right, y: 86, anchor: "end" }, { look: { ...title, fill: ACCENT }, width: 440 }),
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${SHEET}" stroke="${LINE}" stroke-width="2"/>`,
    ...answer(headline, verdict),
    `<path d="M${INSIDE.x} ${FIGURES_TOP - 4}h${INSIDE.width}" stroke="${LINE}" stroke-width="2"/>`,
    ...figures.map((figure, index) => amount(figure, { index, count: figures.length })),
    written(date, { x: EDGE, y: 586 }, { look: small, width: 480 }),
    written("Not affiliated with Anthropic", { x: right, y: 586, anchor: "end" }, { look: small, width: 480 }),
    "</svg>",
  ].join("");
}

// The page's icon, as in index.html.
function mark() {
  return `<g transform="translate(${EDGE} 52) scale(1.5)"><rect width="32" height="32" rx="7" fill="${ACCENT}"/><path d="M16 6v20M21 10.500c-1-1.700-2.800-2.500-5-2.500-3 0-5 1.500-5 3.900 0 5.600 10.300 2.600 10.300 8.200 0 2.400-2.200 3.900-5.300 3.900-2.300 0-4.400-.9-5.500-2.700" fill="none" stroke="#fff" stroke-width="2.400" stroke-linecap="round"/></g>`;
}

/** Headline and verdict, as large as both fit, in the middle of their room. @param {string} headline @param {string} verdict */
function answer(headline, verdict) {
  for (let size = 66; size >= 36; size -= 2) {
    const blocks = [
      block(`${headline}.`, { size, weight: SEMIBOLD, fill: INK }),
      block(verdict, { size: Math.max(26, Math.round(size * 0.58)), weight: REGULAR, fill: SOFT }),
    ];
    const height = blocks.reduce((sum, { height }) => sum + height, 0) + BETWEEN;
    const spare = ANSWER.bottom - ANSWER.top - height;
    if (spare < 0 || (size > 44 && blocks.some(({ lines }) => lines.length > 1 && !lines.at(-1)?.includes(" ")))) continue;
    let top = ANSWER.top + spare / 2;
    return blocks.map(({ lines, look, height }) => {
      const drawn = lines.map((text, index) => {
        const y = Math.round(top + look.size * (1 + index * LINE_HEIGHT));
        return written(text, { x: INSIDE.x, y }, { look, width: INSIDE.width });
      });
      top += height + BETWEEN;
      return drawn.join("");
    });
  }
  throw new Error(`a preview picture has no room for: ${headline}. ${verdict}`);
}

/** @param {string} text @param {Look} look */
function block(text, look) {
  const lines = wrapped(text, look);
  return { lines, look, height: lines.length * look.size * LINE_HEIGHT };
}

/**
 * One figure: label, amount and what it is counted over, one below the other.
 * @param {CardWords["figures"][number]} figure
 * @param {{ readonly index: number, readonly count: number }} place
 */
function amount({ label, value, note }, { index, count }) {
  const width = (INSIDE.width - (count - 1) * GAP) / count;
  const x = INSIDE.x + index * (width + GAP);
  return [
    written(label, { x, y: FIGURES_TOP + 32 }, { look: { size: 22, weight: REGULAR, fill: SOFT }, width }),
    written(value, { x, y: FIGURES_TOP + 80 }, { look: { size: 44, weight: SEMIBOLD, fill: INK }, width }),
    written(note, { x, y: FIGURES_TOP + 112 }, { look: { size: 18, weight: REGULAR, fill: SOFT }, width }),
  ].join("");
}

/**
 * One line of text.
 * @param {string} text
 * @param {Place} place
 * @param {{ readonly look: Look, readonly width: number }} options
 */
function written(text, { x, y, anchor = "start" }, { look, width }) {
  const taken = widthOf(text, look);
  if (taken > width) throw new Error(`a preview picture has ${width} px for "${text}", which takes ${Math.ceil(taken)}`);
  return drawnText(text, look, `x="${x}" y="${y}" text-anchor="${anchor}"`);
}

/** The text in lines that fit into the sheet. @param {string} text @param {Look} look */
function wrapped(text, look) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = [...lines.slice(-1), word].join(" ");
    if (lines.length > 0 && widthOf(longer, look) <= INSIDE.width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** @type {Map<string, number>} */
const widths = new Map();

// Outlines grow with the size, so one measurement does for all sizes.
/** @param {string} text @param {Look} look */
function widthOf(text, { size, weight }) {
  const key = `${weight} ${text}`;
  const known = widths.get(key) ?? measured(text, weight);
  widths.set(key, known);
  return (known * size) / 100;
}

/** @param {string} text @param {number} weight */
function measured(text, weight) {
  const drawing = drawnText(text, { size: 100, weight, fill: INK }, 'x="0" y="100"');
  const box = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${drawing}</svg>`, OPTIONS).getBBox();
  if (!box) throw new Error(`the fonts of the preview pictures do not draw "${text}"`);
  return box.x + box.width;
}

/** @param {string} text @param {Look} look @param {string} place */
function drawnText(text, { size, weight, fill }, place) {
  const safe = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text ${place} font-family="Inter" font-size="${size}" font-weight="${weight}" fill="${fill}">${safe}</text>`;
}
