import type { ReactElement } from "react";
import { AreaSwatch, swatchOfLine } from "./mark-texture.tsx";
import { marksOf, type NamedMark } from "./marks.ts";

/** What each mark of a drawing stands for; put beside or above the chart's slot, and drawn without its code. */
export function ChartLegend({
  items,
  shape = "areas",
}: {
  readonly items: readonly (NamedMark & { readonly dash?: string; readonly isOutlined?: boolean })[];
  readonly shape?: "areas" | "lines";
}): ReactElement {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
      {marksOf(items).map((look, index) => (
        <li key={look.name} className="flex items-center gap-1.5">
          {shape === "areas" ? (
            <AreaSwatch look={{ ...look, isOutlined: items[index]?.isOutlined ?? look.isOutlined }} />
          ) : (
            swatchOfLine(items[index] ?? look, index)
          )}
          {look.name}
        </li>
      ))}
    </ul>
  );
}
