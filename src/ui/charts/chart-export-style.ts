const SVG = "http://www.w3.org/2000/svg";

/** Inherited properties of SVG that drawings here use, each with its value where nothing is set. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: "rgb(0, 0, 0)",
  "fill-opacity": "1",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "font-size": "",
  "font-weight": "400",
  "text-anchor": "start",
  "paint-order": "normal",
};
const OWN: Readonly<Record<string, string>> = { opacity: "1", "vector-effect": "none" };
const DROPPED = /^(class|style|role|tabindex|focusable|aria-.*|data-.*)$/;

/**
 * Copies of drawings on the page that look the same alone: what style sheets say is written into each element, in the light palette and
 * without a reader's forced colours.
 */
export function standAlone(drawings: readonly SVGSVGElement[]): readonly SVGSVGElement[] {
  const root = document.documentElement;
  const host = document.createElement("div");
  host.className = "text-xs text-ink";
  // One by one: the content policy allows no style attribute, but each property may be set.
  host.style.position = "fixed";
  host.style.insetInlineStart = "-10000px";
  host.style.setProperty("forced-color-adjust", "none");
  host.append(...drawings.map(withoutForcedColours));
  document.body.append(host);
  root.classList.add("in-light");
  try {
    return Array.from(host.children, (copy) => written(copy as SVGSVGElement, INHERITED) as SVGSVGElement);
  } finally {
    root.classList.remove("in-light");
    host.remove();
  }
}

function withoutForcedColours(drawing: SVGSVGElement): Node {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const element of [copy, ...copy.querySelectorAll("[class]")]) {
    const kept = Array.from(element.classList).filter((name) => !name.startsWith("forced-colors:"));
    element.setAttribute("class", kept.join(" "));
  }
  return copy;
}

/** An element written out anew; `around` is what it inherits. */
function written(element: Element, around: Readonly<Record<string, string>>): Element {
  const style = getComputedStyle(element);
  const made = document.createElementNS(SVG, element.localName);
  for (const { name, value } of element.attributes) if (!DROPPED.test(name)) made.setAttribute(name, value);
  const inherited = Object.fromEntries(Object.keys(INHERITED).map((name) => [name, computed(element, style, name)]));
  for (const [name, value] of Object.entries(inherited)) setOrDrop(made, name, value === around[name] ? null : value);
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    setOrDrop(made, name, value === usual || value === "" ? null : value);
  }
  for (const node of element.childNodes) {
    if (node instanceof SVGElement && getComputedStyle(node).display !== "none") made.append(written(node, inherited));
    else if (node instanceof Text) made.append(node.data);
  }
  return made;
}

// A reference may come back with the page's whole address before its `#`: the attribute has it plain.
function computed(element: Element, style: CSSStyleDeclaration, name: string): string {
  const value = style.getPropertyValue(name);
  return value.startsWith("url(") ? (element.getAttribute(name) ?? value) : value;
}

function setOrDrop(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
