/** One of the six colours of marks, `--color-mark-1` to `--color-mark-6`. */
export type Mark = 1 | 2 | 3 | 4 | 5 | 6;

/** Something drawn: the name that a reader sees and its mark. */
export interface NamedMark {
  readonly name: string;
  readonly mark: Mark;
}

/** How a named part looks: `isOutlined` sets a second part of the same mark apart from the first. */
export interface MarkLook extends NamedMark {
  readonly isOutlined: boolean;
}

/** Looks for a list of parts: the second part that uses a mark (6 marks, up to 12 parts) is drawn outlined. */
export function marksOf(parts: readonly NamedMark[]): readonly MarkLook[] {
  const used = new Set<Mark>();
  return parts.map(({ name, mark }) => {
    const isOutlined = used.has(mark);
    used.add(mark);
    return { name, mark, isOutlined };
  });
}

/** The dashes of a line without its own: lines are told apart without colour. The first is whole. */
export function dashOf(index: number): string {
  return DASHES[index % DASHES.length] ?? "";
}

const DASHES = ["", "8 4", "2 4", "12 4 2 4", "5 2", "1 3 6 3"] as const;

/** The colour of a mark as an SVG attribute. */
export function markColour(mark: Mark): string {
  return `var(--color-mark-${mark})`;
}

// Written out whole because Tailwind finds class names by reading the source.
/** Fill and stroke of a mark; where the reader forces their own colours, the text colour. */
export const MARK_FILL: Readonly<Record<Mark, string>> = {
  1: "fill-mark-1 forced-colors:fill-[CanvasText]",
  2: "fill-mark-2 forced-colors:fill-[CanvasText]",
  3: "fill-mark-3 forced-colors:fill-[CanvasText]",
  4: "fill-mark-4 forced-colors:fill-[CanvasText]",
  5: "fill-mark-5 forced-colors:fill-[CanvasText]",
  6: "fill-mark-6 forced-colors:fill-[CanvasText]",
};

/** @see MARK_FILL */
export const MARK_STROKE: Readonly<Record<Mark, string>> = {
  1: "stroke-mark-1 forced-colors:stroke-[CanvasText]",
  2: "stroke-mark-2 forced-colors:stroke-[CanvasText]",
  3: "stroke-mark-3 forced-colors:stroke-[CanvasText]",
  4: "stroke-mark-4 forced-colors:stroke-[CanvasText]",
  5: "stroke-mark-5 forced-colors:stroke-[CanvasText]",
  6: "stroke-mark-6 forced-colors:stroke-[CanvasText]",
};
