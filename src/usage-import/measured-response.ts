import type { IsoDay } from "../lib/calendar.ts";
import type { FirstSeen } from "./log-collector.ts";
import type { Attribution } from "./log-record.ts";
import type { MeasuredRequest } from "./request-terms.ts";

/** One response of the API, priced, with all by which responses can be grouped. Instant, session and path are its earliest line's. */
export interface MeasuredResponse extends FirstSeen, Attribution {
  /** The UTC day of `at`. */
  readonly day: IsoDay | null;
  /** The project's folder as Claude Code names it (`-home-me-shop`); empty where the path does not say. */
  readonly project: string;
  /** Whether a subagent or another sidechain asked for it. */
  readonly isSubagent: boolean;
  /** More than one where the response took several requests, or asked an advisor. */
  readonly requests: readonly MeasuredRequest[];
  /** USD as old versions logged it. */
  readonly costUsd: number | null;
  /**
   * Whether the output can only be too low: no line of the response has its end, and the one that counts says 0 or 1 output tokens, the
   * number with which a stream begins. Builds of early 2026 logged nothing else. A response that has ended is never one.
   */
  readonly isLowerBound: boolean;
}
