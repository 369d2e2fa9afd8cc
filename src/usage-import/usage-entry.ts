import type { IsoDay } from "../lib/calendar.ts";
import type { Modifiers } from "../pricing/modifiers.ts";
import type { FullUsage, Usage } from "../pricing/usage.ts";
import type { ImportProblem } from "./usage-format.ts";

/** The name under which usage is listed whose text names no model. It is nobody's name, so it is never priced. */
export const UNKNOWN_MODEL = "unknown";

/** The name under which usage of several models is listed that the text does not tell apart. Never priced either. */
export const SEVERAL_MODELS = "several models";

/** A portion of usage as a text gives it: one model, one span of days, one set of modifiers. */
export interface UsageEntry {
  /** As written. */
  readonly model: string;
  /** Where the text has it, counted from 1. */
  readonly line: number;
  /** Cache writes without a lifetime stand in `cacheWrite5m`, with `unsplitWrites`. */
  readonly usage: FullUsage;
  /** API requests behind it; null where the text does not say. */
  readonly requests: number | null;
  /** USD that the text states for it; null where it states none. */
  readonly stated: number | null;
  /** The last day of it, whose rates apply; left out: the catalog's date. */
  readonly day?: IsoDay;
  /** Its first day, where that is another. */
  readonly since?: IsoDay;
  readonly modifiers?: Modifiers;
  /** Whether the text merges 5-minute and 1-hour cache writes. */
  readonly unsplitWrites?: boolean;
  /** Half of the last printed digit of each count, in tokens; left out: exact. */
  readonly slack?: Usage;
  /** Half of the last printed digit of `stated`, USD; left out: exact but for the last bits of a sum. */
  readonly statedSlackUsd?: number;
  /** Whether its requests were all above 200,000 prompt tokens (true) or all below (false); left out: nobody knows. */
  readonly above200k?: boolean;
  /** Dollars without tokens: nothing can be calculated. */
  readonly statedOnly?: boolean;
}

/** What a format has read, before anything is priced or added up. */
export interface UsageReading {
  readonly entries: readonly UsageEntry[];
  readonly problems: readonly ImportProblem[];
  /** USD that the text states over all, or null. */
  readonly stated: number | null;
}
