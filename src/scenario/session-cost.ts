import { type IsoDay, utcDay } from "../lib/calendar.ts";
import { type BillLine, billLine, totalOf } from "../pricing/bill-line.ts";
import type { Modifiers } from "../pricing/modifiers.ts";
import { priceTotals } from "../pricing/price-totals.ts";
import { type ModelCard, rulesInForce } from "../pricing/rate-card.ts";
import { requestCosts, type ServedTerms, type SessionTerms, sessionLines } from "../pricing/session-bill.ts";
import type { SessionTokens } from "../pricing/session-tokens.ts";
import { firstOver } from "../pricing/simulate-session.ts";
import { scaleUsage } from "../pricing/tokenizer.ts";
import { billedLines, billedShares } from "./failed-requests.ts";
import { isOwnModel, type RateBook } from "./rate-book.ts";
import type { MixShare, Profile, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";
import { leadOf, type ServedSession, type Server, serverFinder, sessionRunner } from "./session-run.ts";

/** What one model costs in a session: the whole session, or its part of one that several serve. */
export interface SessionCost {
  readonly model: string;
  readonly name: string;
  /** The conversation itself, or the subagents that it starts. */
  readonly role: "main" | "subagents";
  readonly lines: readonly BillLine[];
  /** USD, unrounded: the sum of `lines`; the scenario's batch share, router fee, discount, place and failed requests are inside. */
  readonly cost: number;
  /** Tokens of this model for one token as stated; 1 where the tokenizer is the same. */
  readonly tokenScale: number;
  readonly rates: {
    readonly effectiveFrom: string;
    readonly source: string;
    readonly checkedOn: string;
    readonly retired: boolean;
  };
  /** Totals without a request count, on a model with a long-context tier: it can have cost more. */
  readonly lowerBound: boolean;
  /** Index of the first request whose prompt is above the model's context window, or null. */
  readonly firstOverWindow: number | null;
  /** The person's own rates are in it: an own model or a discount. */
  readonly ownRates: boolean;
}

/** Prices sessions of one profile; what comes back are the parts of one session, one for each model and role. */
export interface SessionPricer {
  /** A session that begins on a model. */
  readonly startedOn: (model: string) => readonly SessionCost[];
  /** A session each request of which is served by a model of the mix, by its shares; null where each session stays on its model. */
  readonly routedOver: ((mix: readonly MixShare[]) => readonly SessionCost[]) | null;
}

/** A model's part of a session before the scenario's terms of paying are laid on it. */
interface Part extends Pick<SessionCost, "role" | "lines" | "lowerBound" | "firstOverWindow"> {
  readonly server: Server;
  /** Requests sent, compactions included. */
  readonly requests: number;
}

/**
 * Prices sessions of one profile on any model.
 * @throws RangeError (the functions) for an unknown model, a session that cannot be run, and as `priceWithCard`
 */
export function sessionPricer(scenario: Scenario, usage: Profile["usage"], book: RateBook): SessionPricer {
  const terms = termsOf(scenario);
  const paid = (part: Part): SessionCost => sessionCost(part, scenario, { day: terms.day, isDiscounted: book.discounted });
  if (usage.kind === "totals") {
    const partOn = totalsPart(scenario, usage, book);
    return { startedOn: (model) => [paid(partOn(model))], routedOver: null };
  }
  const { startedOn, routedOver, subagentOf } = sessionRunner(scenario, usage, book);
  const parts = (main: ServedSession, starter: string): readonly SessionCost[] => {
    const subagent = subagentOf(starter);
    const started = subagent ? partsOf(subagent, terms).map((part) => subagentPart(part, usage)) : [];
    return [...partsOf(main, terms), ...started].map(paid);
  };
  return {
    startedOn: (model) => parts(startedOn(model), model),
    routedOver: usage.routing === "request" ? (mix) => parts(routedOver(mix), leadOf(mix)) : null,
  };
}

/** The day and the modifiers that a scenario lays on every request; batch is a share of the work and applied to lines. */
export function termsOf({ place, fast, priceDate }: Pick<Scenario, "place" | "fast" | "priceDate">): SessionTerms {
  const modifiers: Modifiers = {
    geo: place === "us" ? "us" : "global",
    regional: place === "regional",
    speed: fast ? "fast" : "standard",
  };
  return { ...modifiers, day: utcDay(priceDate) };
}

/**
 * Lines as a scenario pays for them: its batch share at the batch price, a router's fee for each request of a conversation, and of all that
 * what is billed where requests fail.
 */
export function paidLines(
  lines: readonly BillLine[],
  card: ModelCard,
  { scenario, routed }: { readonly scenario: PayingTerms; readonly routed: number },
): readonly BillLine[] {
  const planned = [...splitByBatch(lines, card, scenario.batchPercent / 100), ...routerLines(routed, scenario.routerFee)];
  return billedLines(planned, billedShares(scenario));
}

type PayingTerms = Pick<Scenario, "batchPercent" | "routerFee" | "failed" | "priceDate">;

/**
 * What each request of a conversation costs as a scenario pays: at its own tier, with the batch share and the router's fee, and on the
 * average of those that fail. USD.
 */
export function paidRequestCosts({ tokens, servers }: ServedSession, scenario: Scenario): readonly number[] {
  const cards = servers.map(({ card }) => card);
  const factors = cards.map(({ batchMultiplier }) => 1 - (scenario.batchPercent / 100) * (1 - (batchMultiplier ?? 1)));
  const terms = termsOf(scenario);
  const { sent, answered } = billedShares(scenario);
  const costs = requestCosts(cards, tokens, terms);
  // The two differ only where a refusal is billed for its prompt.
  const prompts = sent === answered ? costs : requestCosts(cards, { ...tokens, output: tokens.output.map(() => 0) }, terms);
  return costs.map((cost, index) => {
    const prompt = prompts[index] ?? cost;
    const billed = prompt * sent + (cost - prompt) * answered;
    return billed * (factors[tokens.servedBy[index] ?? 0] ?? 1) + scenario.routerFee * sent;
  });
}

function sessionCost(
  { server: { card, scale }, role, requests, lines, lowerBound, firstOverWindow }: Part,
  scenario: Scenario,
  { day, isDiscounted }: { readonly day: IsoDay; readonly isDiscounted: boolean },
): SessionCost {
  // A router picks models for the conversation; subagents have theirs.
  const paid = paidLines(lines, card, { scenario, routed: role === "main" ? requests : 0 });
  const { period, retired } = rulesInForce(card, day);
  return {
    model: card.id,
    name: card.name,
    role,
    lines: paid,
    cost: totalOf(paid),
    tokenScale: scale,
    rates: { effectiveFrom: period.from, source: period.source, checkedOn: period.checkedOn, retired },
    lowerBound,
    firstOverWindow,
    ownRates: isDiscounted || isOwnModel(card.id),
  };
}

function totalsPart(scenario: Scenario, usage: TotalsUsage, book: RateBook): (model: string) => Part {
  const serverOf = serverFinder(scenario, book);
  const terms = { ...termsOf(scenario), webSearch: book.webSearch };
  const { kind: _, requests, ...tokens } = usage;
  return (model) => {
    const server = serverOf(model);
    return {
      server,
      ...priceTotals(server.card, { usage: scaleUsage(tokens, server.scale), requests }, terms),
      role: "main",
      // Nobody counted them, but somebody sent at least one.
      requests: requests ?? 1,
      firstOverWindow: null,
    };
  };
}

function partsOf({ tokens, servers }: ServedSession, terms: SessionTerms): readonly Part[] {
  const [first, ...others] = servers;
  // Alone it serves every request: nothing needs to be told apart.
  if (first && others.length === 0) return [mainPart(first, tokens, terms)];
  return servers
    .map((server, servedBy) => mainPart(server, tokens, { ...terms, servedBy }))
    .filter(({ requests }) => requests > 0);
}

function mainPart(server: Server, tokens: SessionTokens, terms: ServedTerms): Part {
  const { servedBy, day } = terms;
  return {
    server,
    role: "main",
    lines: sessionLines(server.card, tokens, terms),
    requests: servedBy === undefined ? tokens.count : tokens.servedBy.filter((model) => model === servedBy).length,
    lowerBound: false,
    firstOverWindow: firstOver(tokens, contextWindow(server.card, day), servedBy),
  };
}

function contextWindow(card: ModelCard, day: IsoDay): number {
  return rulesInForce(card, day).period.contextWindow;
}

function subagentPart(part: Part, { subagents: { count } }: SimulatedUsage): Part {
  const lines = part.lines.map((line) => ({ ...line, quantity: line.quantity * count, amount: line.amount * count }));
  return { ...part, role: "subagents", lines, requests: part.requests * count };
}

// Batch halves tokens, not searches; where a model has no batch, the work simply runs synchronously.
function splitByBatch(lines: readonly BillLine[], card: ModelCard, share: number): readonly BillLine[] {
  const multiplier = card.batchMultiplier;
  if (share === 0 || multiplier === null) return lines;
  return lines.flatMap((line) => {
    if (line.item === "webSearch") return [line];
    const { item, quantity, rate, per } = line;
    const batched = billLine({ item, quantity: quantity * share, rate: rate * multiplier, per });
    return share === 1 ? [batched] : [billLine({ item, quantity: quantity * (1 - share), rate, per }), batched];
  });
}

function routerLines(requests: number, fee: number): BillLine[] {
  return fee === 0 || requests === 0 ? [] : [billLine({ item: "routerFee", quantity: requests, rate: fee, per: 1 })];
}
