import { type Estimate, estimate } from "../estimate.ts";
import type { Scenario } from "../scenario.ts";

/** The public guides whose figures are worked out again, by the letter with which the ids of their claims begin. */
export const GUIDES = {
  A: "Claude Code API Pricing: Pay-Per-Token Costs Explained",
  B: "Claude Code Token Cost (team-bill article)",
  C: "Claude API Pricing Explained (What It Actually Costs in 2026)",
  D: "Claude API Pricing: Tokens, Caching, and Limits",
  E: "Claude Code cost per session (log-paste calculator article)",
} as const;

export type GuideId = keyof typeof GUIDES;

/** What claims are about, in the order in which they are shown. */
export const SUBJECTS = {
  sessions: "One session or call",
  months: "A month of work",
  plans: "Plans beside the API",
  caching: "Caching",
  savings: "Habits that cut the bill",
  rates: "Rates",
  tokens: "How many tokens",
} as const;

export type SubjectId = keyof typeof SUBJECTS;

/** What a figure is counted in; `share` and `times` are of another figure, `yes-or-no` is a sentence that holds or does not. */
export type FigureUnit = "usd" | "usd-per-million" | "tokens" | "share" | "times" | "calls" | "days" | "choice" | "yes-or-no";

/** From the least to the most. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export type ClaimValue = number | Span | string | boolean;

/** What a claim's scenario comes to. */
export interface Opened {
  readonly scenario: Scenario;
  readonly estimate: Estimate;
}

/** One figure of a claim: as published, and how ours is worked out from the scenario as which the claim opens. */
export interface ClaimFigure {
  /** Told apart from the claim's other figures; empty where it has one. */
  readonly key: string;
  /** What it is the figure of: "a month". */
  readonly label: string;
  readonly unit: FigureUnit;
  /** null = the guide states none: ours stands there to explain. */
  readonly published: ClaimValue | null;
  /**
   * `exactly` = no digit of it was rounded away ("the full price"); `at-least` = "or more"; `given` = an input of the guide's that prices
   * cannot check.
   */
  readonly meant?: "exactly" | "at-least" | "given";
  readonly ours: (opened: Opened) => ClaimValue;
  /** What the opened scenario has in place of `ours`, where that is a span or comes from elsewhere; it lies in `ours`. */
  readonly shows?: (opened: Opened) => number;
}

/** One published claim, in our words. How it is judged: `judge-claim.ts`. */
export interface PublishedClaim {
  /** That of our list of claims: the guide's letter, a number, a part. */
  readonly id: string;
  readonly subject: SubjectId;
  readonly says: string;
  /** What the guide gives for it, in words; what it leaves open is `assumes`. */
  readonly inputs: string;
  readonly figures: readonly ClaimFigure[];
  /** What had to be set by us, because the guide leaves it open: then no single figure follows from it. */
  readonly assumes?: string;
  /** Why it does not follow from its inputs, or what else has to be known, with figures. */
  readonly reason?: string;
  /** What it opens as. */
  readonly scenario: Scenario;
  /** Where the opened page shows the figure. */
  readonly look: string;
}

/** The guide that makes a claim. @throws RangeError for an id that begins with no guide's letter: our mistake */
export function guideOf({ id }: Pick<PublishedClaim, "id">): string {
  const title = GUIDES[id.charAt(0) as GuideId];
  if (title === undefined) throw new RangeError(`id: "${id}" begins with no guide's letter`);
  return title;
}

/** A scenario worked out. @throws RangeError as `estimate` */
export function opened(scenario: Scenario): Opened {
  return { scenario, estimate: estimate(scenario) };
}

/** Whether a value is one from the least to the most. */
export function isSpan(value: ClaimValue | null): value is Span {
  return typeof value === "object" && value !== null;
}
