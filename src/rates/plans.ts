import type { IsoDay } from "../lib/calendar.ts";
import type { ModelCard, Provenance } from "../pricing/rate-card.ts";

/** The plans that Anthropic sells to people and teams. */
export type PlanId = "free" | "pro" | "max" | "ultra" | "team-standard" | "team-premium" | "enterprise";

/** A limit on use that starts again after five hours or a week; `weekly-fable` is the share of the week that Fable may take. */
export type PlanWindow = "five-hour" | "weekly" | "weekly-fable";

/** A subscription: what a seat costs and what it includes. How much work it covers is not published (see `plan-capacity.ts`). */
export interface Plan extends Provenance {
  readonly id: PlanId;
  readonly name: string;
  /** Names it went by, each until the day on which it changed (exclusive). */
  readonly formerNames: readonly { readonly name: string; readonly until: IsoDay }[];
  /** USD a seat and month, paid by the month; null = sold by the year only. */
  readonly monthlyUsd: number | null;
  /** USD a seat and month, paid by the year; null = not sold so. */
  readonly annualUsdPerMonth: number | null;
  readonly includesClaudeCode: boolean;
  /** How many seats can be bought together, both ends included; null = one person. */
  readonly seats: { readonly least: number; readonly most: number } | null;
  /** The limits that its use runs into; empty where none is known or all use is billed. */
  readonly windows: readonly PlanWindow[];
  /** Credit for programmatic use of the API, from a day on; never for Claude Code. It lapses every month. */
  readonly apiCredit: { readonly usdPerMonth: number; readonly from: IsoDay } | null;
  readonly confidence: ModelCard["confidence"];
  readonly note?: string;
}

const INFERE = "github.com/api-evangelist/infere, plans (2026-10-18)";
const ULTIMATE_GUIDE = "github.com/FlorianBruniaux/claude-code-ultimate-guide v3.45.0 (2026-10-31)";

/** Every plan, by price. */
export const plans: readonly Plan[] = [
  {
    id: "free",
    name: "Free",
    formerNames: [],
    monthlyUsd: 0,
    annualUsdPerMonth: null,
    includesClaudeCode: false,
    seats: null,
    windows: [],
    apiCredit: null,
    source: "huggingface.co/datasets/Clevernesspc/ai-plan-limits (claude.com/pricing as of 2026-10-30)",
    checkedOn: "2026-11-20",
    confidence: "high",
  },
  {
    id: "pro",
    name: "Pro",
    formerNames: [],
    monthlyUsd: 20,
    annualUsdPerMonth: 17,
    includesClaudeCode: true,
    seats: null,
    windows: ["five-hour", "weekly"],
    apiCredit: null,
    source: `${INFERE}; apidog.com/jp/blog/claude-sonnet-5-5-claude-code (2026-09-29)`,
    checkedOn: "2026-11-20",
    confidence: "high",
    note: "Fable is paid from usage credits at API rates.",
  },
  {
    id: "max",
    name: "Max",
    formerNames: [{ name: "Max 5x", until: "2026-10-30" }],
    monthlyUsd: 100,
    annualUsdPerMonth: null,
    includesClaudeCode: true,
    seats: null,
    windows: ["five-hour", "weekly", "weekly-fable"],
    apiCredit: { usdPerMonth: 100, from: "2026-10-07" },
    source: `${ULTIMATE_GUIDE}; github.com/sriinnu/Runic, wiki (2026-10-11)`,
    checkedOn: "2026-11-20",
    confidence: "medium",
    note: "Fable may take up to half of the week. Whether the API credit covers `claude -p` is unresolved.",
  },
  {
    id: "ultra",
    name: "Ultra",
    formerNames: [{ name: "Max 20x", until: "2026-10-30" }],
    monthlyUsd: 200,
    annualUsdPerMonth: null,
    includesClaudeCode: true,
    seats: null,
    windows: ["weekly", "weekly-fable"],
    apiCredit: { usdPerMonth: 200, from: "2026-10-07" },
    source: `${ULTIMATE_GUIDE}; github.com/askalf/dario v6.23.13 (2026-11-15)`,
    checkedOn: "2026-11-20",
    confidence: "medium",
    note: "No five-hour limit once the account is verified. No page of Anthropic's that names Ultra was found.",
  },
  {
    id: "team-standard",
    name: "Team, standard seat",
    formerNames: [],
    monthlyUsd: 25,
    annualUsdPerMonth: 20,
    includesClaudeCode: true,
    seats: { least: 5, most: 150 },
    windows: ["five-hour", "weekly"],
    apiCredit: null,
    source: `${INFERE}; support.claude.com article 11845131 (every Team seat includes Claude Code)`,
    checkedOn: "2026-11-20",
    confidence: "medium",
    note: "Fable is paid from usage credits at API rates. Some API credit is included; how much was not found.",
  },
  {
    id: "team-premium",
    name: "Team, premium seat",
    formerNames: [],
    monthlyUsd: 125,
    annualUsdPerMonth: 100,
    includesClaudeCode: true,
    seats: { least: 5, most: 150 },
    windows: ["five-hour", "weekly"],
    apiCredit: null,
    source: `${INFERE}; morphllm.com/claude-code-usage-limits (2026)`,
    checkedOn: "2026-11-20",
    confidence: "medium",
    note: "Some API credit is included; how much was not found.",
  },
  {
    id: "enterprise",
    name: "Enterprise",
    formerNames: [],
    monthlyUsd: null,
    annualUsdPerMonth: 20,
    includesClaudeCode: true,
    seats: null,
    windows: [],
    apiCredit: null,
    source: `support.claude.com article 11526368; ${INFERE}`,
    checkedOn: "2026-11-20",
    confidence: "medium",
    note: "The seat includes no usage: every token is billed at API rates. The seat's price rests on one source.",
  },
];
