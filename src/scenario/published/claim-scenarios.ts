import type { IsoDay } from "../../lib/calendar.ts";
import { priceWithCard } from "../../pricing/price-request.ts";
import type { Usage } from "../../pricing/usage.ts";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "../defaults.ts";
import { eachSimulated } from "../each-profile.ts";
import { rateBook } from "../rate-book.ts";
import type { MixShare, Profile, Scenario, SimulatedUsage, TotalsUsage } from "../scenario.ts";

export const HAIKU_3_5 = "claude-3-5-haiku-20241022";
export const HAIKU_4_5 = "claude-haiku-4-5-20251001";
export const SONNET_4 = "claude-sonnet-4-20250514";
export const SONNET_4_6 = "claude-sonnet-4-6";
export const OPUS_4 = "claude-opus-4-20250514";
export const OPUS_4_6 = "claude-opus-4-6";
export const OPUS_4_7 = "claude-opus-4-7";

/** A model with a price of its own choosing: what a session costs is stated, not its tokens. */
const STATED = "own-stated";

/** A day on which every model that guides A, B, D and E name is served, at the prices they state. */
const DAY: IsoDay = "2026-11-20";

/** A day on which guide C's models were all served: Haiku 3.5 left on 2026-02-19. */
const DAY_OF_C: IsoDay = "2026-02-01";

const DAYS: Readonly<Record<string, IsoDay>> = { [HAIKU_3_5]: DAY_OF_C, [SONNET_4]: DAY_OF_C, [OPUS_4]: DAY_OF_C };

/** The session that guide b takes as representative. */
export const REPRESENTATIVE: Partial<TotalsUsage> = { input: 45_000, cacheRead: 38_000, output: 13_000 };

type ProfileFields = Partial<Pick<Profile, "name" | "sessionsPerDay">>;

/** All sessions on one model. */
export function only(model: string): readonly MixShare[] {
  return [{ model, percent: 100, locked: false }];
}

/** A kind of session by its totals, one a day. */
export function byTotals(model: string, tokens: Partial<TotalsUsage>, fields: ProfileFields = {}): Profile {
  return { name: "Session", sessionsPerDay: 1, mix: only(model), usage: { ...DEFAULT_TOTALS, ...tokens }, ...fields };
}

/** A call of the API, one a day. */
export function call(model: string, tokens: Pick<Usage, "input" | "output">, fields: ProfileFields = {}): Profile {
  return byTotals(model, { ...tokens, requests: 1 }, { name: "Call", ...fields });
}

/** A kind of session by its shape, one a day: what is not stated is zero, and nothing is cached. */
export function byShape(model: string, shape: Partial<SimulatedUsage>, fields: ProfileFields = {}): Profile {
  const nothing = { requests: 1, basePromptTokens: 0, inputGrowthPerRequest: 0, outputPerRequest: 0, outputKeptShare: 0 };
  const usage = { ...DEFAULT_SIMULATED, ...nothing, caching: "off" as const, pauseMinutes: 0, ...shape };
  return { name: "Session", sessionsPerDay: 1, mix: only(model), usage, ...fields };
}

/** One developer and one working day, so that a month of one session a day is that session; on a day that the first model had its price. */
export function scenarioOf(profiles: readonly Profile[], fields: Partial<Scenario> = {}): Scenario {
  const model = profiles[0]?.mix[0]?.model ?? SONNET_4_6;
  return {
    ...DEFAULT_SCENARIO,
    priceDate: DAYS[model] ?? DAY,
    tokensOf: model,
    workingDays: 1,
    profiles,
    ...fields,
  };
}

/** Sessions of a stated price: a million tokens of a model that costs so much a million. */
export function statedSessions(
  usd: number,
  { perDay = 1, ...fields }: Partial<Scenario> & { readonly perDay?: number },
): Scenario {
  const rates = { input: usd, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0 };
  const profile = byTotals(STATED, { input: 1_000_000 }, { name: "Stated price", sessionsPerDay: perDay });
  return scenarioOf([profile], { tokensOf: SONNET_4_6, ownModels: [{ id: STATED, rates, tokenizer: "before-4.7" }], ...fields });
}

/** A scenario with something else in all its simulated sessions. */
export function reshaped(scenario: Scenario, shape: Partial<SimulatedUsage>): Scenario {
  return eachSimulated(scenario, (usage) => ({ ...usage, ...shape }));
}

/** What one request costs at the prices of a scenario, USD unrounded. @throws RangeError for an unknown model and as `priceWithCard` */
export function requestCost(scenario: Scenario, model: string, usage: Usage): number {
  const { find, webSearch } = rateBook(scenario);
  const card = find(model);
  if (card === null) throw new RangeError(`model: "${model}" is not in the catalog`);
  return priceWithCard(card, { usage, at: scenario.priceDate }, webSearch).total;
}
