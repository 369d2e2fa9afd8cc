import type { ModelCard, Provenance } from "../pricing/rate-card.ts";

/** What a new API account is given once. */
export interface StartingCredit extends Provenance {
  readonly usd: number;
  readonly confidence: ModelCard["confidence"];
  readonly note: string;
}

/** The credit of a new account on the Claude API. Anthropic promises one and names no sum; the sum is public guides'. */
export const startingCredit: StartingCredit = {
  usd: 5,
  source:
    "platform.claude.com/docs/en/about-claude/pricing, its questions and answers (a copy of 2026-09-20: a credit to try the API, no sum); juejin.cn/post/7630020855678435343 (2026: usually $5)",
  checkedOn: "2026-11-21",
  confidence: "low",
  note: "Once for a new account. Anthropic names no sum, and some say that new accounts get none any more.",
};
