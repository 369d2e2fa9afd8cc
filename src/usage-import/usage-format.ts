import type { FullUsage } from "../pricing/usage.ts";

/** A part of an import that was not read as usage, or was priced by a rule the reader should know. */
export interface ImportProblem {
  /** The path as given; left out for a paste. */
  readonly file?: string;
  /** Counts from 1. */
  readonly line: number;
  readonly reason: string;
}

/** What one model was used for, over everything imported. */
export interface MeasuredModel {
  /** The catalog's id; as written where the catalog knows none. */
  readonly model: string;
  /** Whether the catalog prices it: an unknown model is listed with its tokens and never priced. */
  readonly known: boolean;
  readonly usage: FullUsage;
  /** How many API requests, or null where the text does not say. */
  readonly requests: number | null;
  /** USD at the catalog's rates of the day, unrounded; null for an unknown model. */
  readonly cost: number | null;
  /** USD as the text itself states it for this model, or null. */
  readonly stated: number | null;
}

/** What an import comes to. */
export interface MeasuredUsage {
  /** The id of the format that read the text; null when it was none of them. */
  readonly format: string | null;
  /** One entry a model, the dearest first. */
  readonly models: readonly MeasuredModel[];
  /** USD over the known models, unrounded. */
  readonly cost: number;
  /** USD as the text itself states it, or null. */
  readonly stated: number | null;
  /** The first hundred, in order of file and line. */
  readonly problems: readonly ImportProblem[];
}

/** One form in which usage is met. */
export interface UsageFormat {
  /** Stays as it is: `cost-text`, `ccusage`, `api-usage`, `session-log`, … */
  readonly id: string;
  /** Whether a text has this form, by its shape alone; never throws. */
  readonly detect: (text: string) => boolean;
  /** Reads a text that `detect` took; never throws. */
  readonly parse: (text: string) => Omit<MeasuredUsage, "format">;
}
