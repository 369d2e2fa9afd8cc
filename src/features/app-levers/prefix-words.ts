import type { AppCalls, AppTerms } from "../../pricing/app-bill.ts";
import { type CachedPrefix, LIFETIME_MINUTES, MONTH_MINUTES } from "../../pricing/cached-prefix.ts";
import { shortName } from "../../scenario/bill-in-words.ts";
import { formatCount, formatExact, formatTokens } from "../../ui/format-count.ts";
import { type ServedPrefix, servedPrefixes } from "./app-months.ts";

/** How the prefix lives in the cache of each model that serves calls, one sentence each, and what does not fit together. */
export function prefixInWords(app: AppCalls, prefix: CachedPrefix, terms: AppTerms): readonly string[] {
  return [
    ...servedPrefixes(app, prefix, terms).map((served) => servedInWords(served, prefix, app)),
    ...tooFewBursts(app, prefix),
    ...(app.cachedPercent > 0
      ? [`It takes the place of the ${formatExact(app.cachedPercent)}% that the call reads from the cache.`]
      : []),
  ];
}

function servedInWords({ card, tokens, calls, use }: ServedPrefix, prefix: CachedPrefix, app: AppCalls): string {
  const name = shortName(card.name);
  const least = card.minCacheableTokens;
  if (use === null)
    return `${name}: nothing is cached. It caches from ${formatTokens(least ?? 0)} tokens on, and this prefix has ${formatTokens(tokens)}.`;
  const written = `${callsInWords(use.writes)} ${use.writes === 1 ? "writes" : "write"}, ${callsInWords(use.reads)} ${use.reads === 1 ? "reads" : "read"}`;
  const unknown = least === null ? " The shortest prefix that it caches was not found." : "";
  return `${name}: ${whyInWords(prefix, { calls, app })}: ${written} ${formatTokens(tokens)} tokens a month.${unknown}`;
}

function whyInWords(
  { lifetime, arrival, burstCalls, burstMinutes }: CachedPrefix,
  { calls, app }: { readonly calls: number; readonly app: AppCalls },
): string {
  const minutes = LIFETIME_MINUTES[lifetime];
  const gap = arrival === "steady" ? MONTH_MINUTES / calls : burstMinutes;
  const what =
    arrival === "steady"
      ? `a call every ${minutesInWords(gap)}`
      : `${formatTokens(Math.ceil(app.arriving / burstCalls))} bursts, one every ${minutesInWords(gap)}`;
  return gap <= minutes ? `${what}, so the entry lives on` : `${what}, so the entry of ${minutesInWords(minutes)} is gone`;
}

// Bursts day and night may be too few for the calls that are stated: both stand, and it is said.
function tooFewBursts({ arriving }: AppCalls, { arrival, burstCalls, burstMinutes }: CachedPrefix): readonly string[] {
  const most = Math.floor(MONTH_MINUTES / burstMinutes) * burstCalls;
  if (arrival === "steady" || arriving <= most) return [];
  const month = `a month of 30 days has room for ${formatTokens(most)} calls in such bursts`;
  return [`Note that ${month}, and ${formatTokens(arriving)} are stated.`];
}

function callsInWords(calls: number): string {
  return `${formatCount(calls)} ${calls === 1 ? "call" : "calls"}`;
}

function minutesInWords(minutes: number): string {
  if (minutes < 1) return `${formatCount(minutes * 60)} seconds`;
  return minutes === 1 ? "minute" : `${formatCount(minutes)} minutes`;
}
