import { type Context, createContext } from "react";

/** What every exported file says of its figures. */
export interface ExportOrigin {
  /** The day whose prices the figures are worked out at, `YYYY-MM-DD`. */
  readonly pricesOf: string;
  /** The address that opens the calculator with the inputs behind the figures. */
  readonly link: string;
}

/** Asked for when something is exported; null where nothing can be, and then no button for it is drawn. Must stay the same function. */
export type AskOrigin = (() => Promise<ExportOrigin>) | null;

/** Where the charts below it ask for the origin of their figures. */
export const ExportOriginContext: Context<AskOrigin> = createContext<AskOrigin>(null);
