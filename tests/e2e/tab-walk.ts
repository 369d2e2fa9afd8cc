import type { Page } from "@playwright/test";

/** A place that the focus came to. */
export interface FocusedPlace {
  /** The beginning of its HTML. */
  readonly name: string;
  /**
   * How much of it can be seen, 0–1, by what lies on top at points all over it; of one higher than half the window, how much of what lies
   * inside the window, as it could not be shown whole.
   */
  readonly visible: number;
  /** Whether it, or the box that it is the inside of, has an outline of 2 px or more. */
  readonly hasRing: boolean;
}

/** Presses Tab from the heading to the page's end; the places that the focus came to, in order. */
export async function tabThrough(page: Page): Promise<readonly FocusedPlace[]> {
  // Tab goes on from where a person last clicked.
  await page.getByRole("heading", { level: 1 }).click();
  const places: FocusedPlace[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(lookAtFocus);
    if (place === null) return places;
    places.push(place);
  }
}

/** Runs in the page. null where the focus has left it, or has come round. */
function lookAtFocus(): FocusedPlace | null {
  const target = document.activeElement;
  if (target === null || target === document.body || target.hasAttribute("data-seen")) return null;
  const name = target.outerHTML.slice(0, 120);
  target.setAttribute("data-seen", "");
  return { name, visible: visibleShare(target), hasRing: hasRing(target) };

  function visibleShare(element: Element): number {
    const box = element.getBoundingClientRect();
    const isTall = box.height > innerHeight / 2;
    const top = isTall ? Math.max(0, box.top) : box.top;
    const height = (isTall ? Math.min(innerHeight, box.bottom) : box.bottom) - top;
    const at = [0.05, 0.275, 0.5, 0.725, 0.95];
    const points = at.flatMap((x) => at.map((y) => [box.left + box.width * x, top + height * y] as const));
    const onTop = points.map(([x, y]) => document.elementFromPoint(x, y));
    // A label lies on the hidden box of its own radio button.
    const isOwn = (found: Element | null) => found && (element.contains(found) || found.contains(element.closest("label")));
    return onTop.filter(isOwn).length / points.length;
  }

  function hasRing(element: Element): boolean {
    const framed = [element, element.parentElement, element.closest("label")].filter((box) => box !== null);
    const styles = framed.map((box) => getComputedStyle(box));
    return styles.some((style) => style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2);
  }
}
