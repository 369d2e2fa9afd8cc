import { type ReactElement, useId } from "react";
import { dashOf, MARK_FILL, MARK_STROKE, type Mark, type MarkLook } from "./marks.ts";

const PAPER_FILL = "fill-card forced-colors:fill-[Canvas]";
const PAPER_STROKE = "stroke-card forced-colors:stroke-[Canvas]";

// One path for each mark on an 8 × 8 tile; the first is plain.
const LINES: Readonly<Record<Mark, string>> = {
  1: "",
  2: "M-2 2 2 -2M0 8 8 0M6 10 10 6",
  3: "M2 2h.01M6 6h.01",
  4: "M0 4h8",
  5: "M-2 6 2 10M0 0 8 8M6 -2 10 2",
  6: "M4 0v8M0 4h8",
};

/** The `id` of the texture for the part at `index`, to be used as `fill="url(#id)"`. */
export function textureId(prefix: string, index: number): string {
  return `${prefix}-${index}`;
}

/** SVG patterns for a list of parts: each mark has its own lines, so that parts are told apart without colour. */
export function TextureDefs({ prefix, looks }: { readonly prefix: string; readonly looks: readonly MarkLook[] }): ReactElement {
  return (
    <defs>
      {looks.map((look, index) => (
        <pattern key={look.name} id={textureId(prefix, index)} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className={look.isOutlined ? PAPER_FILL : MARK_FILL[look.mark]} />
          <path
            d={look.isOutlined ? outlinedLines(look.mark) : LINES[look.mark]}
            className={look.isOutlined ? MARK_STROKE[look.mark] : PAPER_STROKE}
            strokeWidth={look.mark === 3 ? 2.4 : 1.2}
            strokeLinecap="round"
            fill="none"
          />
        </pattern>
      ))}
    </defs>
  );
}

// A plain mark turned inside out would be blank paper.
function outlinedLines(mark: Mark): string {
  return LINES[mark] === "" ? "M0 0h8v8h-8z" : LINES[mark];
}

/** A small square that looks like a part of the drawing. */
export function AreaSwatch({ look }: { readonly look: MarkLook }): ReactElement {
  const prefix = useId();
  return (
    <svg aria-hidden="true" width="16" height="16" className="shrink-0">
      <TextureDefs prefix={prefix} looks={[look]} />
      <rect
        x="1"
        y="1"
        width="14"
        height="14"
        rx="2"
        fill={`url(#${textureId(prefix, 0)})`}
        className={MARK_STROKE[look.mark]}
        strokeWidth="1.5"
      />
    </svg>
  );
}

/** A short line that looks like a line of the drawing. */
function LineSwatch({ mark, dash }: { readonly mark: Mark; readonly dash: string }): ReactElement {
  return (
    <svg aria-hidden="true" width="28" height="16" className="shrink-0">
      <path d="M1 8h26" className={MARK_STROKE[mark]} strokeWidth="2.5" strokeDasharray={dash || undefined} fill="none" />
    </svg>
  );
}

/** The swatch of the line at `index`, with its own dashes or those of its place. */
export function swatchOfLine({ mark, dash }: { readonly mark: Mark; readonly dash?: string }, index: number): ReactElement {
  return <LineSwatch mark={mark} dash={dash ?? dashOf(index)} />;
}
