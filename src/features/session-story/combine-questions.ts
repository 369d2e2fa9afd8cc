import type { Scenario } from "../../scenario/scenario.ts";
import { nextRequest, oneReadCost, type StartOver, startOverPoint } from "../../scenario/session-questions.ts";
import type { SimulatedProfile } from "../../scenario/session-story.ts";
import type { DataRow } from "../../ui/data-table.tsx";
import { formatCount, formatTokens } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";

/** What a person in the middle of a session asks, answered. */
export interface QuestionsView {
  /** The next request by when it is sent. */
  readonly next: readonly DataRow[];
  /** What stands behind the answers about the next request. */
  readonly nextNote: string;
  readonly startOver: string;
  readonly oneRead: string;
}

/** @throws RangeError as `sessionStory` */
export function combineQuestions(scenario: Scenario, profile: SimulatedProfile): QuestionsView {
  const { atOnce, afterMinutes, afterHours } = nextRequest(scenario, profile);
  return {
    next: [
      { id: "atOnce", cells: ["Sent at once", formatUsd(atOnce)] },
      { id: "minutes", cells: ["After a coffee break (5 to 60 minutes)", formatUsd(afterMinutes)] },
      { id: "hours", cells: ["After more than an hour", formatUsd(afterHours)] },
    ],
    nextNote: nextNoteOf(profile.usage),
    startOver: startOverInWords(startOverPoint(scenario, profile), scenario, profile.usage),
    oneRead: oneReadInWords(oneReadCost(scenario, profile), scenario, profile.usage),
  };
}

function nextNoteOf({ caching, compactAtTokens, requests }: SimulatedProfile["usage"]): string {
  const compaction = compactAtTokens === null ? "" : " A compaction that runs first is counted in.";
  const gone = {
    off: "Nothing is cached, so a break changes nothing.",
    "5m": "A break of more than 5 minutes finds the cache gone: the whole prompt is written again.",
    "1h": "The cache lives an hour: after more than that the whole prompt is written again.",
  }[caching];
  return `Request ${formatCount(requests + 1)} of this session. ${gone}${compaction}`;
}

function startOverInWords(
  point: StartOver | null,
  { reReadTokens }: Scenario,
  { requests, caching }: SimulatedProfile["usage"],
): string {
  const base = caching === "off" ? "sends the base prompt" : "finds the base prompt cached";
  const reads = reReadTokens === 0 ? "" : ` and reads ${formatTokens(reReadTokens)} tokens again`;
  const first = `the first request of a new session, which ${base}${reads}`;
  if (point === null) return `Starting over never pays: no request up to the 5,000th costs more than ${first}.`;
  const { after, firstCost } = point;
  const past = requests - after;
  const here =
    past > 0
      ? `This session sends ${formatCount(past)} more ${past === 1 ? "request" : "requests"} after that.`
      : `This session ends before that, at ${formatCount(requests)}.`;
  return `After request ${formatCount(after)} each further request costs more than starting over: ${first}, costs ${formatUsd(firstCost)}. From there a fresh session or /compact pays for itself. ${here}`;
}

/** Tokens in a line of a log: the middle of what a guide gives for code (5–8). */
const TOKENS_PER_LINE = 6.5;

function oneReadInWords(cost: number, { oneRead }: Scenario, { requests }: SimulatedProfile["usage"]): string {
  const { tokens, request } = oneRead;
  const what = `${formatTokens(tokens)} tokens (a log of about ${formatCount(Math.round(tokens / TOKENS_PER_LINE))} lines)`;
  if (request > requests)
    return `The session ends with request ${formatCount(requests)}: what would be read at request ${formatCount(request)} is never read.`;
  const when = `${what}, read at request ${formatCount(request)}`;
  if (cost < 0) return `${when}, leave the session ${formatUsd(-cost)} cheaper by its end: the read brings a compaction forward.`;
  return `${when}, cost ${formatUsd(cost)} by the session's end: once to read, then with every request that sends them again.`;
}
