import type { ComponentType } from "react";
import type { ChartNames } from "./chart-names.ts";
import type { CostLinesProps } from "./cost-lines-plan.ts";
import type { DrawingSize } from "./plot-box.ts";
import type { StackedBarsProps } from "./stacked-bars-plan.ts";

/** A chart whose code is fetched when its slot first comes near to the window; `load` may be called early to prefetch it. */
export interface ChartKind<Props> {
  readonly load: () => Promise<ComponentType<Props & DrawingSize & ChartNames>>;
}

/** Bars, each stacked by named parts. */
export const stackedBars: ChartKind<StackedBarsProps> = {
  load: async () => (await import("./stacked-bars.tsx")).StackedBars,
};

/** Costs as straight lines over a number. */
export const costLines: ChartKind<CostLinesProps> = {
  load: async () => (await import("./cost-lines.tsx")).CostLines,
};
