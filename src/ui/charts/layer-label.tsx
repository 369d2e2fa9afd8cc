import type { ReactElement } from "react";

interface LayerLabelProps {
  /** The middle of the text, in CSS pixels. */
  readonly x: number;
  /** The text's base line, in CSS pixels. */
  readonly y: number;
  readonly label: string;
}

/** What a layer over a chart says beside its mark: the ink text of the layer, kept legible by a rim in the colour of the card. */
export function LayerLabel({ x, y, label }: LayerLabelProps): ReactElement {
  return (
    <text
      x={x}
      y={y}
      textAnchor="middle"
      paintOrder="stroke"
      strokeWidth="4"
      strokeLinejoin="round"
      className="fill-ink stroke-card font-semibold forced-colors:fill-[CanvasText] forced-colors:stroke-[Canvas]"
    >
      {label}
    </text>
  );
}
