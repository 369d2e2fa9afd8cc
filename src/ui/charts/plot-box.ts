/** The pixels of a whole drawing. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/** The part of a drawing in which its marks stand, in CSS pixels from the drawing's upper left corner. */
export interface PlotBox extends DrawingSize {
  readonly left: number;
  readonly top: number;
}

/** Room around the plot, for axes and labels. */
export interface PlotMargin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The plot left by a margin; never narrower or lower than one pixel, so that a tiny drawing stays a drawing. */
export function plotBox({ width, height }: DrawingSize, { left, right, top, bottom }: PlotMargin): PlotBox {
  return { left, top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) };
}

/** The margin that Recharts needs to put its marks into this plot: its own axes are hidden and take no room. */
export function marginOf({ width, height }: DrawingSize, box: PlotBox): PlotMargin {
  return { left: box.left, top: box.top, right: width - box.left - box.width, bottom: height - box.top - box.height };
}
