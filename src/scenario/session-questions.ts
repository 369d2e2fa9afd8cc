import { cacheExpiries } from "../pricing/session-breaks.ts";
import { type SessionTokens, sessionTokens } from "../pricing/session-tokens.ts";
import { rateBook } from "./rate-book.ts";
import type { Scenario, SimulatedUsage } from "./scenario.ts";
import { paidRequestCosts } from "./session-cost.ts";
import { leadOf, type RunnableUsage, sessionRunner, shapeOf } from "./session-run.ts";
import type { SimulatedProfile } from "./session-story.ts";

/** What the request after the session's last would cost, USD: sent at once, after a break of 5 to 60 minutes, after more than an hour. */
export interface NextRequest {
  readonly atOnce: number;
  readonly afterMinutes: number;
  readonly afterHours: number;
}

/** The next request of a profile's session, with the compaction that would run before it. @throws RangeError as `sessionStory` */
export function nextRequest(scenario: Scenario, { mix, usage }: SimulatedProfile): NextRequest {
  const { tokens, servers } = sessionRunner(scenario, usage, rateBook(scenario)).conversation(mix);
  const server = servers[tokens.servedBy.at(-1) ?? 0];
  if (!server) return { atOnce: 0, afterMinutes: 0, afterHours: 0 };
  const breaks = cacheExpiries(shapeOf(usage));
  const requests = usage.requests + 1;
  const shape = { ...shapeOf(usage), requests };
  const costWith = (isCold: boolean): number => {
    const expired = new Set(isCold ? [...breaks, requests] : breaks);
    const longer = sessionTokens(shape, { scales: [server.scale], modelOf: () => 0, expired });
    return sumOf(paidRequestCosts({ tokens: longer, servers: [server] }, scenario).slice(firstOfLastTurn(longer)));
  };
  const [warm, cold] = [costWith(false), costWith(true)];
  return { atOnce: warm, afterMinutes: usage.caching === "5m" ? cold : warm, afterHours: cold };
}

/** Where starting over begins to pay. */
export interface StartOver {
  /** After so many requests each further one costs more than the first of a new session. */
  readonly after: number;
  /** What that first request costs, USD. */
  readonly firstCost: number;
}

/**
 * The smallest number of requests after which one more costs more than the first of a new session, which sends the base prompt (warm),
 * its growth and `reReadTokens`; null where that never comes within 5,000. Breaks and compaction are left out: it is the conversation's
 * length alone that is asked about.
 */
export function startOverPoint(scenario: Scenario, { mix, usage }: SimulatedProfile): StartOver | null {
  const plain: SimulatedUsage = { ...usage, ...UNBROKEN, requests: LONGEST };
  const first: RunnableUsage = {
    ...plain,
    requests: 1,
    warmPromptTokens: usage.basePromptTokens,
    extraInput: { tokens: scenario.reReadTokens, request: 1 },
  };
  const book = rateBook(scenario);
  const costsOf = (run: RunnableUsage): readonly number[] =>
    paidRequestCosts(sessionRunner(scenario, run, book).startedOn(leadOf(mix)), scenario);
  const [firstCost = 0] = costsOf(first);
  const after = costsOf(plain).findIndex((cost, index) => index > 0 && cost > firstCost);
  return after < 0 ? null : { after, firstCost };
}

const LONGEST = 5_000;
const UNBROKEN = {
  pauseMinutes: 0,
  pauseHours: 0,
  prefixChanges: 0,
  compactAtTokens: null,
  clearAfterRequests: null,
  modelSwitch: null,
} as const satisfies Partial<SimulatedUsage>;

/** What the scenario's one long read costs by the session's end: the session with it less the session without, USD. @throws as `sessionStory` */
export function oneReadCost(scenario: Scenario, { mix, usage }: SimulatedProfile): number {
  const book = rateBook(scenario);
  const costOf = (run: RunnableUsage): number =>
    sumOf(paidRequestCosts(sessionRunner(scenario, run, book).conversation(mix), scenario));
  return costOf({ ...usage, extraInput: scenario.oneRead }) - costOf(usage);
}

// The last turn, and the compaction that ran just before it.
function firstOfLastTurn({ count, compactions }: SessionTokens): number {
  return compactions.at(-1) === count - 2 ? count - 2 : count - 1;
}

function sumOf(costs: readonly number[]): number {
  return costs.reduce((sum, cost) => sum + cost, 0);
}
