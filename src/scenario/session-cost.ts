import { utcDay } from "../lib/calendar.ts";
import { outOfRange } from "../lib/range-error.ts";
import { type BillLine, billLine, totalOf } from "../pricing/bill-line.ts";
import type { Modifiers } from "../pricing/modifiers.ts";
import { priceTotals } from "../pricing/price-totals.ts";
import { type ModelCard, rulesInForce } from "../pricing/rate-card.ts";
import { type SessionTerms, sessionLines } from "../pricing/session-bill.ts";
import type { SessionShape } from "../pricing/session-shape.ts";
import { type SessionTokens, sessionTokens, usageByThreshold } from "../pricing/session-tokens.ts";
import { firstOver } from "../pricing/simulate-session.ts";
import { scaleSession, scaleUsage, tokenScale } from "../pricing/tokenizer.ts";
import { isOwnModel, type RateBook } from "./rate-book.ts";
import type { Profile, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

/** What one session of a profile costs on one model, with the scenario's batch share, router fee, discount and place inside. */
export interface SessionCost {
  readonly model: string;
  readonly name: string;
  readonly lines: readonly BillLine[];
  /** USD, unrounded: the sum of `lines`. */
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

/** One session before the scenario's terms of paying are laid on it. */
interface Run {
  readonly lines: readonly BillLine[];
  /** Requests sent, compactions included. */
  readonly requests: number;
  readonly lowerBound: boolean;
  readonly firstOverWindow: number | null;
}

interface Terms extends SessionTerms {
  readonly webSearch: RateBook["webSearch"];
}

/**
 * Prices sessions of one profile on any model. A simulated session is run once for each tokenizer and serves every model of it.
 * @throws RangeError (the returned function) for an unknown model, a session that cannot be run, and as `priceWithCard`
 */
export function sessionPricer(scenario: Scenario, usage: Profile["usage"], book: RateBook): (model: string) => SessionCost {
  const terms: Terms = { ...modifiersOf(scenario), day: utcDay(scenario.priceDate), webSearch: book.webSearch };
  const run = usage.kind === "totals" ? totalsRun(usage, terms) : simulatedRun(usage, terms);
  const { tokenizer } = knownCard(book, scenario.tokensOf);
  return (model) => {
    const card = knownCard(book, model);
    const scale = tokenScale(tokenizer, card.tokenizer, scenario.tokenizerFactor);
    const { lines, requests, lowerBound, firstOverWindow } = run(card, scale);
    const paid = [...splitByBatch(lines, card, scenario.batchPercent / 100), ...routerLines(requests, scenario.routerFee)];
    const { period, retired } = rulesInForce(card, terms.day);
    return {
      model,
      name: card.name,
      lines: paid,
      cost: totalOf(paid),
      tokenScale: scale,
      rates: { effectiveFrom: period.from, source: period.source, checkedOn: period.checkedOn, retired },
      lowerBound,
      firstOverWindow,
      ownRates: book.discounted || isOwnModel(model),
    };
  };
}

function totalsRun(usage: TotalsUsage, terms: Terms): (card: ModelCard, scale: number) => Run {
  const { kind: _, requests, ...tokens } = usage;
  return (card, scale) => ({
    ...priceTotals(card, { usage: scaleUsage(tokens, scale), requests }, terms),
    // Nobody counted them, but somebody sent at least one.
    requests: requests ?? 1,
    firstOverWindow: null,
  });
}

function simulatedRun(usage: SimulatedUsage, terms: Terms): (card: ModelCard, scale: number) => Run {
  const shape = shapeOf(usage);
  const runs = new Map<number, SessionTokens>();
  return (card, scale) => {
    const tokens = runs.get(scale) ?? sessionTokens(scaleSession(shape, scale));
    runs.set(scale, tokens);
    const window = rulesInForce(card, terms.day).period.contextWindow;
    return {
      lines: sessionLines(card, tokens, terms),
      requests: tokens.count,
      lowerBound: false,
      firstOverWindow: firstOver(tokens, window),
    };
  };
}

/** The session that a simulated profile describes, as the core takes it. */
export function shapeOf({ kind: _, pauseMinutes, pauseHours, ...shape }: SimulatedUsage): SessionShape {
  return { ...shape, pauses: { minutes: pauseMinutes, hours: pauseHours } };
}

/** What a simulated session comes to, as totals with their request count. */
export function totalsOfSession(usage: SimulatedUsage): TotalsUsage {
  const tokens = sessionTokens(shapeOf(usage));
  return { kind: "totals", ...usageByThreshold(tokens, null).upTo, requests: tokens.count };
}

/** The modifiers that a scenario lays on every request; batch is a share of the work and applied to lines. */
function modifiersOf({ place, fast }: Pick<Scenario, "place" | "fast">): Modifiers {
  return { geo: place === "us" ? "us" : "global", regional: place === "regional", speed: fast ? "fast" : "standard" };
}

function knownCard(book: RateBook, model: string): ModelCard {
  const card = book.find(model);
  if (!card) throw outOfRange("model", model, "a model of the catalog or an own one");
  return card;
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
  return fee === 0 ? [] : [billLine({ item: "routerFee", quantity: requests, rate: fee, per: 1 })];
}
