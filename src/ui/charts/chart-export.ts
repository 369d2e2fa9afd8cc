import { standAlone } from "./chart-export-style.ts";
import { lineOf, type PictureWords, wordsAbove, wordsBelow } from "./chart-export-words.ts";
import { textWidth } from "./chart-text.ts";

/** A picture of a chart, in CSS pixels. */
export interface ExportedChart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 20;
/** Under this the words beside a narrow chart would be broken too often. */
const LEAST_WIDTH = 320;
const FONT = "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/**
 * A chart as it is drawn on the page now, as an SVG that needs nothing else: title, sentence, legend, drawing, prices' day and link, always
 * in the light colours on white.
 *
 * @param frame what holds the drawing (`data-chart-slot`) and its legend (`data-chart-legend`)
 * @throws Error where nothing is drawn
 */
export function chartSvg(frame: HTMLElement | null, words: PictureWords): ExportedChart {
  const slot = frame?.querySelector<HTMLElement>("[data-chart-slot]");
  const drawings = slot ? drawingsIn(slot) : [];
  if (!frame || !slot || drawings.length === 0) throw new Error("no chart is drawn");
  const box = slot.getBoundingClientRect();
  const legend = legendIn(frame);
  const room = Math.max(LEAST_WIDTH, Math.ceil(box.width));
  const [first, ...rest] = chunked(standAlone([...drawings, ...legend.flatMap(({ swatch }) => swatch ?? [])]), drawings.length);
  const parts: Part[] = [
    textPart(wordsAbove(words, room)),
    legendPart(legend, rest, room),
    drawingPart(first ?? [], { drawings, box }),
    textPart(wordsBelow(words, room), words.link),
  ];
  return assembled(
    parts.filter(({ height }) => height > 0),
    { width: room + 2 * EDGE, words },
  );
}

/** A part of the picture, drawn from its own top left corner. */
interface Part {
  readonly nodes: readonly Element[];
  readonly height: number;
}

function drawingsIn(slot: HTMLElement): readonly SVGSVGElement[] {
  return Array.from(slot.querySelectorAll<SVGSVGElement>("svg")).filter(
    (svg) => svg.parentElement?.closest("svg") === null && svg.closest("[aria-live]") === null && svg.getClientRects().length > 0,
  );
}

function chunked(copies: readonly SVGSVGElement[], length: number): readonly [readonly SVGSVGElement[], ...SVGSVGElement[]] {
  return [copies.slice(0, length), ...copies.slice(length)];
}

interface LegendItem {
  readonly text: string;
  /** Null for a sentence, which gets lines of its own. */
  readonly swatch: SVGSVGElement | null;
}

function legendIn(frame: HTMLElement): readonly LegendItem[] {
  const items = frame.querySelectorAll<HTMLElement>("[data-chart-legend] li, [data-chart-legend] p");
  return Array.from(items, (item) => ({ text: item.textContent.trim(), swatch: item.querySelector("svg") }));
}

const ROW = 20;

function legendPart(legend: readonly LegendItem[], swatches: readonly SVGSVGElement[], room: number): Part {
  const nodes: Element[] = [];
  const free = [...swatches];
  let x = 0;
  let y = 0;
  for (const { text, swatch } of legend) {
    const size = swatch?.getBoundingClientRect();
    const indent = size ? size.width + 6 : 0;
    if (x > 0 && (swatch === null || x + indent + textWidth(text) > room)) {
      x = 0;
      y += ROW;
    }
    const copy = size ? free.shift() : undefined;
    if (copy && size) nodes.push(placed(copy, { x, y, width: size.width, height: size.height }));
    nodes.push(element("text", { x: x + indent, y: y + 12, "font-size": 12, fill: SOFT }, text));
    x += swatch === null ? room : indent + textWidth(text) + 16;
  }
  return { nodes, height: legend.length === 0 ? 0 : y + ROW + 4 };
}

function drawingPart(
  copies: readonly SVGSVGElement[],
  { drawings, box }: { readonly drawings: readonly SVGSVGElement[]; readonly box: DOMRect },
): Part {
  const nodes = copies.map((copy, index) => {
    const { left, top, width, height } = drawings[index]?.getBoundingClientRect() ?? box;
    return placed(copy, { x: left - box.left, y: top - box.top, width, height });
  });
  return { nodes, height: Math.ceil(box.height) + 8 };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function placed(copy: SVGSVGElement, place: Place): SVGSVGElement {
  for (const [name, value] of Object.entries({ ...place, overflow: "visible" })) copy.setAttribute(name, String(value));
  return copy;
}

const SOFT = "#575a61";

function textPart(lines: ReturnType<typeof wordsAbove>, link?: string): Part {
  let y = 0;
  const nodes = lines.map((line) => {
    y += lineOf(line);
    const { text, size, isStrong, isLink } = line;
    const fill = isStrong ? "#1d1f23" : SOFT;
    const made = element("text", { y: y - 4, "font-size": size, fill, ...(isStrong ? { "font-weight": 600 } : {}) }, text);
    if (!isLink || link === undefined) return made;
    const anchor = element("a", { href: link });
    anchor.append(made);
    return anchor;
  });
  return { nodes, height: y + 8 };
}

function assembled(
  parts: readonly Part[],
  { width, words }: { readonly width: number; readonly words: PictureWords },
): ExportedChart {
  const height = parts.reduce((sum, part) => sum + part.height, 2 * EDGE);
  const names = { "font-family": FONT, "font-size": 12, role: "img" };
  const svg = element("svg", { width, height, viewBox: `0 0 ${width} ${height}`, ...names });
  svg.append(
    element("title", {}, words.title),
    element("desc", {}, `${words.takeaway ?? ""} Prices of ${words.pricesOf}. ${words.link}`.trim()),
    element("rect", { width, height, fill: "#ffffff" }),
  );
  let top = EDGE;
  for (const part of parts) {
    const group = element("g", { transform: `translate(${EDGE} ${top})` });
    group.append(...part.nodes);
    svg.append(group);
    top += part.height;
  }
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ""): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}
