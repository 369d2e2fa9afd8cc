import type { ComponentType } from "react";
import type { ChartNames } from "./chart-names.ts";
import type { CostLinesProps } from "./cost-lines-plan.ts";
import type { DrawingSize } from "./plot-box.ts";
import type { SessionTurnsProps } from "./session-turns-plan.ts";
import type { StackedBarsProps } from "./stacked-bars-plan.ts";
import type { TornadoProps } from "./tornado-plan.ts";
import type { WaterfallProps } from "./waterfall-plan.ts";

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

/** A session, request by request: columns stacked by the parts of the prompt. */
export const sessionTurns: ChartKind<SessionTurnsProps> = {
  load: async () => (await import("./session-turns.tsx")).SessionTurns,
};

/** A bill, the changes to it one after the other, and the bill after them. */
export const waterfallBars: ChartKind<WaterfallProps> = {
  load: async () => (await import("./waterfall.tsx")).Waterfall,
};

/** How far each of some inputs moves one figure, to both sides of what it is. */
export const tornado: ChartKind<TornadoProps> = {
  load: async () => (await import("./tornado.tsx")).Tornado,
};
