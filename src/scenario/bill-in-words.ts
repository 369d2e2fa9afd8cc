import { utcDay } from "../lib/calendar.ts";
import type { BillLine } from "../pricing/bill-line.ts";
import { type RatePeriod, rulesInForce } from "../pricing/rate-card.ts";
import { catalog } from "../rates/catalog.ts";
import type { Estimate, MonthLine, ProfileEstimate } from "./estimate.ts";
import { isOwnModel, rateBook } from "./rate-book.ts";
import type { Scenario } from "./scenario.ts";
import type { SessionCost } from "./session-cost.ts";

/** A line of a bill as a reader needs it: what, how much of it, at which rate, from where. */
export interface LineInWords {
  readonly id: string;
  /** What is charged: "Cache read, Opus 5.5". */
  readonly item: string;
  readonly quantity: number;
  /** What the quantity counts: `tokens`, `searches`, `requests`. */
  readonly unit: string;
  /** USD. */
  readonly rate: number;
  /** What the rate is for: `MTok`, `1,000 searches`, `request`. */
  readonly per: string;
  /** USD, unrounded. */
  readonly amount: number;
  /** Where the rate comes from; "own" for the person's own. */
  readonly source: "own" | { readonly label: string; readonly checkedOn: string };
}

const ITEMS: Readonly<Record<string, string>> = {
  input: "Input",
  cacheWrite5m: "Cache write, 5 minutes",
  cacheWrite1h: "Cache write, 1 hour",
  cacheRead: "Cache read",
  output: "Output",
  webSearch: "Web searches",
  routerFee: "Router's fee",
};

/** Every item that a bill can hold, in the order of the bill, with its name. */
export const BILL_ITEMS: readonly (readonly [item: string, name: string])[] = Object.entries(ITEMS);

/** A model's name without the brand that all of them carry. @example shortName("Claude Opus 5.5") //=> "Opus 5.5" */
export function shortName(name: string): string {
  return name.replace(/^Claude /, "");
}

/** The month's bill of all developers. */
export function monthInWords({ lines, profiles }: Pick<Estimate, "lines" | "profiles">): readonly LineInWords[] {
  const sessions = new Map(profiles.flatMap(({ models }) => models.map(({ session }) => [session.model, session] as const)));
  return lines.map((line, index) => lineInWords(line, index, sessions.get(line.model ?? "") ?? null));
}

/** A session's part on one model; lines of subagents say so. */
export function sessionInWords(session: SessionCost): readonly LineInWords[] {
  const { model, role } = session;
  return session.lines.map((line, index) => {
    const words = lineInWords(line, index, session);
    return { ...words, id: `${model} ${role} ${index}`, item: role === "subagents" ? `${words.item} (subagents)` : words.item };
  });
}

/** Lines of a model's tokens as a scenario pays for them: those of one request, say. */
export function modelLinesInWords(scenario: Scenario, model: string, lines: readonly BillLine[]): readonly LineInWords[] {
  const book = rateBook(scenario);
  const card = book.find(model);
  const ownRates = book.discounted || isOwnModel(model);
  const rated = card && { name: card.name, ownRates, rates: originOf(rulesInForce(card, utcDay(scenario.priceDate)).period) };
  return lines.map((line, index) => lineInWords(line, index, rated));
}

/** The mean session: each profile's session on each model of its mix by its weight; quantities are means and need not be whole. */
export function meanSessionInWords({
  profiles,
  sessionsPerDay,
}: Pick<Estimate, "profiles" | "sessionsPerDay">): readonly LineInWords[] {
  const weightOf = (profile: ProfileEstimate): number =>
    sessionsPerDay > 0 ? profile.sessionsPerDay / sessionsPerDay : 1 / profiles.length;
  return profiles.flatMap((profile, place) =>
    profile.models.flatMap(({ session, share }) =>
      scaled(sessionInWords(session), share * weightOf(profile))
        .filter(({ quantity }) => quantity > 0)
        .map((line) => ({
          ...line,
          id: `${place} ${line.id}`,
          item: profiles.length > 1 ? `${line.item} (${profile.name})` : line.item,
        })),
    ),
  );
}

/** The same lines for so many times the work. */
export function scaled(lines: readonly LineInWords[], times: number): readonly LineInWords[] {
  return lines.map((line) => ({ ...line, quantity: line.quantity * times, amount: line.amount * times }));
}

/** What a line has to know of the session or the model that it belongs to. */
interface Rated extends Pick<SessionCost, "name" | "ownRates"> {
  readonly rates: Pick<SessionCost["rates"], "effectiveFrom" | "source" | "checkedOn">;
}

function originOf({ from, source, checkedOn }: RatePeriod): Rated["rates"] {
  return { effectiveFrom: from, source, checkedOn };
}

function lineInWords(line: BillLine | MonthLine, index: number, session: Rated | null): LineInWords {
  const { item, quantity, rate, amount } = line;
  const name = ITEMS[item] ?? item;
  return {
    id: String(index),
    item: session === null || item === "routerFee" ? name : `${name}, ${shortName(session.name)}`,
    quantity,
    rate,
    amount,
    ...unitOf(line),
    source: sourceOf(line, session),
  };
}

function unitOf({ item, per }: BillLine): Pick<LineInWords, "unit" | "per"> {
  if (item === "routerFee") return { unit: "requests", per: "request" };
  return per === 1_000 ? { unit: "searches", per: "1,000 searches" } : { unit: "tokens", per: "MTok" };
}

function sourceOf({ item }: BillLine, session: Rated | null): LineInWords["source"] {
  if (item === "routerFee" || session === null || session.ownRates) return "own";
  if (item === "webSearch") return { label: catalog.webSearch.source, checkedOn: catalog.webSearch.checkedOn };
  const { effectiveFrom, source, checkedOn } = session.rates;
  return { label: `in force from ${effectiveFrom}; ${source}`, checkedOn };
}
