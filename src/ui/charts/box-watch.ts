/** Calls back when an element comes near to or leaves the window (`margin` in CSS pixels); without an observer it always is near. */
export function watchSight(element: Element, margin: number, heard: (isInside: boolean) => void): () => void {
  if (typeof IntersectionObserver === "undefined") {
    heard(true);
    return () => undefined;
  }
  // Vertical only: a chart may be wider than a narrow window without being out of sight.
  const observer = new IntersectionObserver((entries) => heard(entries.at(-1)?.isIntersecting ?? false), {
    rootMargin: `${margin}px 0px`,
  });
  observer.observe(element);
  return () => observer.disconnect();
}

const widthListeners = new WeakMap<Element, (width: number) => void>();
let sizes: ResizeObserver | undefined;

/** Calls back with an element's width in whole CSS pixels, now and whenever it changes; one observer serves all. */
export function watchWidth(element: HTMLElement, heard: (width: number) => void): () => void {
  if (typeof ResizeObserver === "undefined") {
    heard(element.clientWidth || WIDTH_WITHOUT_LAYOUT);
    return () => undefined;
  }
  sizes ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) widthListeners.get(target)?.(Math.floor(contentRect.width));
  });
  widthListeners.set(element, heard);
  sizes.observe(element);
  return () => {
    widthListeners.delete(element);
    sizes?.unobserve(element);
  };
}

// A page that is not laid out (a test's) still gets a drawing.
const WIDTH_WITHOUT_LAYOUT = 640;
