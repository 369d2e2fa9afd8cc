import type { MeasuredConversation } from "./log-profile-conversations.ts";

/** A measured value, and what it stands on. */
export interface Estimated {
  readonly value: number;
  /**
   * `mean`; `request-mean` = mean of conversations, each counted as often as it has requests; `median`; `ratio` = one sum over another;
   * `assumed` = a log does not tell.
   */
  readonly basis: "mean" | "request-mean" | "median" | "ratio" | "assumed";
  /** How many conversations, requests, days… it is taken from, as the field says. */
  readonly n: number;
}

/** The size of a conversation that many are replaced by. */
export interface EstimatedShape {
  /** Requests of the conversation in which the average request stands, Σr²/Σr, whole. n = conversations. */
  readonly requests: Estimated;
  /** Tokens; first prompts without growth. n = conversations. */
  readonly basePromptTokens: Estimated;
  /** Tokens; the mean step from prompt to prompt without the kept output. n = steps. */
  readonly inputGrowthPerRequest: Estimated;
  /** Tokens. n = requests. */
  readonly outputPerRequest: Estimated;
  /** 0–1: as assumed, or less where prompts grew by less than that. */
  readonly outputKeptShare: Estimated;
  /** Tokens of first prompts that came from the cache. n = conversations. */
  readonly warmPromptTokens: Estimated;
}

/**
 * The one shape that costs about what these conversations did. Prompts grow request by request, so that a session twice as long costs
 * more than two: the plain mean of short and long ones would come out too cheap. Counting each conversation by its requests keeps the mean
 * prompt, and the number of such conversations, Σr ÷ `requests`, keeps the requests. Tokens are rounded to whole ones.
 *
 * @param conversations at least one request in all
 * @param outputKeptShare what is assumed, 0–1: a log does not tell what of a prompt's growth was output
 */
export function shapeOf(conversations: readonly MeasuredConversation[], outputKeptShare: number): EstimatedShape {
  const n = conversations.length;
  const requests = sumOf(conversations, (one) => one.requests);
  const steps = sumOf(conversations, (one) => one.steps);
  const byRequests = (of: (one: MeasuredConversation) => number) =>
    Math.round(sumOf(conversations, (one) => one.requests * of(one)) / requests);
  const output = Math.round(sumOf(conversations, (one) => one.output) / requests);
  const step = Math.max(0, steps === 0 ? 0 : Math.round(sumOf(conversations, (one) => one.growth) / steps));
  const assumed = Math.round(outputKeptShare * output);
  // With one request a conversation nothing shows its growth: all of the prompt is base prompt.
  const kept = steps === 0 ? outputKeptShare : assumed <= step ? outputKeptShare : step / output;
  const growth = Math.max(0, step - assumed);
  const base = Math.max(0, byRequests((one) => one.firstPrompt) - growth);
  return {
    requests: {
      value: Math.max(
        1,
        byRequests((one) => one.requests),
      ),
      basis: "request-mean",
      n,
    },
    basePromptTokens: { value: base, basis: "request-mean", n },
    inputGrowthPerRequest: { value: growth, basis: "mean", n: steps },
    outputPerRequest: { value: output, basis: "mean", n: requests },
    outputKeptShare: { value: kept, basis: kept === outputKeptShare ? "assumed" : "ratio", n: steps },
    warmPromptTokens: {
      value: Math.min(
        base,
        byRequests((one) => one.firstRead),
      ),
      basis: "request-mean",
      n,
    },
  };
}

/** What a figure of many things adds up to. */
export function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  let sum = 0;
  for (const item of items) sum += of(item);
  return sum;
}

/** The middle of some figures, or the mean of the two in the middle; of none 0. */
export function medianOf(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}
