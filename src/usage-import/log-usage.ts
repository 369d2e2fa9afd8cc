import { type FullUsage, promptTokens } from "../pricing/usage.ts";
import { fieldOf, isJsonObject, type JsonObject, objectIn, textIn } from "./json-field.ts";
import { countIn } from "./log-fields.ts";

/** One request to the API that a log line stands for, as it is billed. */
export interface BilledRequest {
  /** As written; the catalog is not asked yet. */
  readonly model: string;
  readonly usage: FullUsage;
  readonly speed: "standard" | "fast";
  /** "us" = US-only inference. */
  readonly geo: "us" | "global";
  readonly batch: boolean;
}

/** What `usage` of one log line says: the line's own counts, and what is billed for it. */
export interface LoggedUsage {
  /** The top level's counts, by which lines of one response are compared; iterations are left out. */
  readonly top: FullUsage;
  readonly requests: readonly BilledRequest[];
}

interface Iteration {
  readonly type: string | null;
  readonly request: BilledRequest;
}

/**
 * The billed requests behind a `usage` object. The top level is one request, unless two or more "message" iterations add up to it: then
 * each is its own, with its own prompt for the tier. "advisor_message" and "compaction" come on top. Where any iteration is a
 * "fallback_message" the top level repeats only the last attempt, so the iterations stand in its place.
 *
 * @param model the message's own model, which iterations without one take
 * @throws RangeError for a count, at the top or in any iteration, that is no whole number from 0 to 1e9
 */
export function readUsage(usage: JsonObject, model: string): LoggedUsage {
  const top = countsOf(usage, statedWrites(usage) ?? { fiveMinutes: writesIn(usage), oneHour: 0 });
  const iterations = iterationsOf(usage, { model, top });
  const requestsOf = (...types: readonly string[]) =>
    iterations.filter(({ type }) => type !== null && types.includes(type)).map(({ request }) => request);

  if (requestsOf("fallback_message").length > 0) return { top, requests: withSearchesOf(top, iterations) };
  const messages = requestsOf("message");
  const own =
    messages.length > 1 && addUpTo(top, messages)
      ? withSearchesOf(
          top,
          iterations.filter(({ type }) => type === "message"),
        )
      : [{ model, usage: top, ...servedAs(usage, usage) }];
  return { top, requests: [...own, ...requestsOf("advisor_message", "compaction")] };
}

interface CacheWrites {
  readonly fiveMinutes: number;
  readonly oneHour: number;
}

/** The total of cache writes where no split is stated. */
function writesIn(usage: JsonObject): number {
  return countIn(usage, "cache_creation_input_tokens");
}

/** Cache writes by lifetime as the usage itself splits them; what the split leaves out of the total is of 5 minutes. */
function statedWrites(usage: JsonObject): CacheWrites | null {
  const split = objectIn(usage, "cache_creation");
  if (split === null) return null;
  const fiveMinutes = countIn(split, "ephemeral_5m_input_tokens");
  const oneHour = countIn(split, "ephemeral_1h_input_tokens");
  return { fiveMinutes: fiveMinutes + Math.max(0, writesIn(usage) - fiveMinutes - oneHour), oneHour };
}

function countsOf(usage: JsonObject, { fiveMinutes, oneHour }: CacheWrites): FullUsage {
  const tools = objectIn(usage, "server_tool_use");
  return {
    input: countIn(usage, "input_tokens"),
    cacheWrite5m: fiveMinutes,
    cacheWrite1h: oneHour,
    cacheRead: countIn(usage, "cache_read_input_tokens"),
    output: countIn(usage, "output_tokens"),
    webSearches: tools === null ? 0 : countIn(tools, "web_search_requests"),
  };
}

function iterationsOf(usage: JsonObject, { model, top }: { readonly model: string; readonly top: FullUsage }): Iteration[] {
  const listed = fieldOf(usage, "iterations");
  if (!Array.isArray(listed)) return [];
  const splitShared = sharedSplit(top);
  return listed.filter(isJsonObject).map((iteration) => ({
    type: textIn(iteration, "type"),
    request: {
      model: textIn(iteration, "model") ?? model,
      usage: countsOf(iteration, statedWrites(iteration) ?? splitShared(writesIn(iteration))),
      ...servedAs(iteration, usage),
    },
  }));
}

/** Splits one total after the other by the top level's share of 1-hour writes, so that what they come to is the share of their sum. */
function sharedSplit({ cacheWrite5m, cacheWrite1h }: FullUsage): (writes: number) => CacheWrites {
  const share = cacheWrite1h === 0 ? 0 : cacheWrite1h / (cacheWrite5m + cacheWrite1h);
  let before = 0;
  return (writes) => {
    const oneHour = Math.round((before + writes) * share) - Math.round(before * share);
    before += writes;
    return { fiveMinutes: writes - oneHour, oneHour };
  };
}

function servedAs(usage: JsonObject, whole: JsonObject): Pick<BilledRequest, "speed" | "geo" | "batch"> {
  const stated = (name: string) => textIn(usage, name) ?? textIn(whole, name);
  return {
    speed: stated("speed") === "fast" ? "fast" : "standard",
    geo: stated("inference_geo") === "us" ? "us" : "global",
    batch: stated("service_tier") === "batch",
  };
}

function addUpTo(top: FullUsage, requests: readonly BilledRequest[]): boolean {
  const sum = (countOf: (usage: FullUsage) => number) => requests.reduce((total, { usage }) => total + countOf(usage), 0);
  const parts: readonly ((usage: FullUsage) => number)[] = [promptTokens, (u) => u.input, (u) => u.cacheRead, (u) => u.output];
  return parts.every((countOf) => sum(countOf) === countOf(top));
}

// Searches are stated for the whole response; those that no iteration names are billed with its last attempt.
function withSearchesOf(top: FullUsage, iterations: readonly Iteration[]): BilledRequest[] {
  const named = iterations.reduce((sum, { request }) => sum + request.usage.webSearches, 0);
  const unnamed = Math.max(0, top.webSearches - named);
  const last = iterations.findLastIndex(({ type }) => type === "message" || type === "fallback_message");
  return iterations.map(({ request }, index) =>
    index === last ? { ...request, usage: { ...request.usage, webSearches: request.usage.webSearches + unnamed } } : request,
  );
}
