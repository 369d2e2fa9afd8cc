import { totalOf } from "../pricing/bill-line.ts";
import { promptTokens } from "../pricing/usage.ts";
import type { MeasuredLog } from "./measured-log.ts";
import type { MeasuredResponse } from "./measured-response.ts";
import { REQUEST_COUNTS, responsesOf } from "./measured-rows.ts";
import {
  addQuantity,
  billOf,
  emptyBook,
  emptyLines,
  type LineBook,
  type LineSums,
  type ModelLine,
  slotsOf,
} from "./model-lines.ts";
import type { MeasuredRequest, RequestTerms } from "./request-terms.ts";
import { type CachedBefore, type CachedRequest, causeOfWrite, WRITE_CAUSES, type WriteCause } from "./write-cause.ts";

/** All cache writes of one cause. */
export interface LedgerEntry {
  readonly cause: WriteCause;
  /** Requests that wrote for this cause. */
  readonly requests: number;
  /** Tokens written, those without a price included. */
  readonly tokens: number;
  /** USD, unrounded: the sum of `lines`. */
  readonly cost: number;
  readonly lines: readonly ModelLine[];
}

/** What the dollars of cache writes were for: each is in exactly one entry. One entry for each cause, in the order of `WRITE_CAUSES`. */
export interface CacheLedger {
  readonly main: readonly LedgerEntry[];
  readonly subagents: readonly LedgerEntry[];
}

interface Sums {
  requests: number;
  tokens: number;
  readonly lines: LineSums;
}

type SumsByCause = ReadonlyMap<WriteCause, Sums>;

/** Where a conversation's writes are added, and at which rates. */
interface Account {
  readonly byCause: SumsByCause;
  readonly book: LineBook;
  /** The numbers that the rates of a request's terms have in the book. */
  readonly slots: ReadonlyMap<RequestTerms, readonly number[]>;
}

const FIVE_MINUTES = REQUEST_COUNTS.indexOf("cacheWrite5m");
const ONE_HOUR = REQUEST_COUNTS.indexOf("cacheWrite1h");

/** Conversations by session, and in each by agent; the main one's agent is null. */
type Conversations = Map<string, Map<string | null, CachedBefore>>;

/**
 * The cache writes of a log by cause, conversation by conversation: a session's own, and each of its agents'. A conversation is carried
 * on by the first request of each response; what else a response took (further iterations, an advisor) is compared with that one.
 *
 */
export function cacheLedger({ rows }: Pick<MeasuredLog, "rows">): CacheLedger {
  const book = emptyBook();
  const slots = new Map(rows.requests.allTerms.map((terms) => [terms, slotsOf(book, terms)]));
  const main: Account = { byCause: emptySums(book), book, slots };
  const subagents: Account = { byCause: emptySums(book), book, slots };
  const sessions: Conversations = new Map();
  for (const response of responsesOf(rows)) {
    const { sessionId, path, isSubagent, agentId } = response;
    const session = sessionId ?? path ?? "";
    const agents = sessions.get(session) ?? new Map<string | null, CachedBefore>();
    sessions.set(session, agents);
    // An agent without an id has at least a file of its own.
    const agent = isSubagent ? (agentId ?? path ?? "") : null;
    const carried = enter(response, agents.get(agent) ?? null, isSubagent ? subagents : main);
    if (carried) agents.set(agent, carried);
  }
  return { main: entriesOf(main), subagents: entriesOf(subagents) };
}

/** A request as it stands in a conversation: why it wrote, and what the next one is compared with. */
interface Entered extends CachedRequest, CachedBefore {}

function enter({ at, requests }: MeasuredResponse, before: CachedBefore | null, account: Account): CachedBefore | null {
  let carried: CachedBefore | null = null;
  for (const request of requests) {
    const { usage, model } = request;
    const lastsMinutes = lifetimeAfter(request, before);
    const sent: Entered = { at, model, prompt: promptTokens(usage), read: usage.cacheRead, lastsMinutes };
    if (usage.cacheWrite5m + usage.cacheWrite1h > 0) addWrites(request, causeOfWrite(carried ?? before, sent), account);
    carried ??= sent;
  }
  return carried;
}

// A request that wrote nothing leaves the lifetime as it was.
function lifetimeAfter({ usage }: MeasuredRequest, before: CachedBefore | null): 5 | 60 {
  if (usage.cacheWrite1h > 0) return 60;
  return usage.cacheWrite5m > 0 ? 5 : (before?.lastsMinutes ?? 5);
}

function addWrites({ usage, cost, terms }: MeasuredRequest, cause: WriteCause, { byCause, slots }: Account): void {
  const sums = byCause.get(cause);
  if (!sums) return;
  sums.requests += 1;
  sums.tokens += usage.cacheWrite5m + usage.cacheWrite1h;
  if (cost === null) return;
  const numbers = slots.get(terms);
  addQuantity(sums.lines, numbers?.[FIVE_MINUTES] ?? 0, usage.cacheWrite5m);
  addQuantity(sums.lines, numbers?.[ONE_HOUR] ?? 0, usage.cacheWrite1h);
}

function emptySums(book: LineBook): SumsByCause {
  return new Map(WRITE_CAUSES.map((cause) => [cause, { requests: 0, tokens: 0, lines: emptyLines(book) }]));
}

function entriesOf({ byCause, book }: Account): LedgerEntry[] {
  return [...byCause].map(([cause, { lines: sums, ...counts }]) => {
    const lines = billOf(sums, book);
    return { cause, ...counts, cost: totalOf(lines), lines };
  });
}
