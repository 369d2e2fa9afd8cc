import fc from "fast-check";
import { type SessionProfile, type SimulatedRequest, simulateSession } from "../../src/index.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import type { MeasuredLog } from "../../src/usage-import/measured-log.ts";
import { anyRunThrough } from "../pricing/any-session.ts";
import { logLine } from "./log-lines.ts";

const served = [
  { model: "claude-sonnet-4-6" },
  { model: "claude-sonnet-5-5", geo: "us" },
  { model: "claude-haiku-5-5", batch: true },
  { model: "claude-opus-5-5", speed: "fast", geo: "us" },
  { model: "us.anthropic.claude-opus-4-5-20251101-v1:0" },
] as const;

/** Sessions without compaction and prefix changes, served in all the ways that logs know. */
export const anyProfile: fc.Arbitrary<SessionProfile> = fc
  .record({
    through: anyRunThrough,
    pauses: fc.record({ minutes: fc.nat(3), hours: fc.nat(3) }),
    served: fc.constantFrom(...served),
  })
  .map(({ through, pauses, served: how }) => ({ ...through, pauses, ...how, at: "2026-11-20" }));

/** Where a made session stands among others. */
export interface SessionPlace {
  readonly session?: string;
  /** The instant from which its first request is a minute away. */
  readonly from?: string;
}

/** The log of a session: a line a request, a minute apart; breaks of minutes are gaps of 10 minutes more, those of hours of 2 hours. */
export function logOf(
  profile: SessionProfile,
  requests: readonly SimulatedRequest[],
  { session = "s-1", from = "2026-11-20T08:00:00Z" }: SessionPlace = {},
): string {
  let at = Date.parse(from);
  const lines = requests.map(({ usage }, index) => {
    at += 60_000 * (1 + breakMinutes(profile, index + 1));
    const { cacheWrite5m = 0, cacheWrite1h = 0 } = usage;
    return logLine({
      id: `msg_${session}_${index}`,
      session,
      model: profile.model,
      at: new Date(at).toISOString(),
      usage: {
        input_tokens: usage.input,
        cache_creation_input_tokens: cacheWrite5m + cacheWrite1h,
        cache_creation: { ephemeral_5m_input_tokens: cacheWrite5m, ephemeral_1h_input_tokens: cacheWrite1h },
        cache_read_input_tokens: usage.cacheRead,
        output_tokens: usage.output,
        speed: profile.speed ?? "standard",
        inference_geo: profile.geo ?? "not_available",
        service_tier: profile.batch ? "batch" : "standard",
      },
    });
  });
  return lines.join("\n");
}

/** The measured log of one simulated session. */
export function measuredSession(profile: SessionProfile): MeasuredLog {
  return readLogFiles([{ path: "session.jsonl", text: logOf(profile, simulateSession(profile).requests) }]);
}

/** How many breaks of each kind a log can show: where both kinds fall on one request, one gap stands for both, and it is of hours. */
export function visiblePauses({ requests, pauses }: SessionProfile): { readonly minutes: number; readonly hours: number } {
  const hours = breaksOf(requests, pauses.hours);
  const minutes = breaksOf(requests, pauses.minutes);
  return { minutes: [...minutes].filter((request) => !hours.has(request)).length, hours: hours.size };
}

function breakMinutes({ requests, pauses }: SessionProfile, request: number): number {
  return breaksOf(requests, pauses.hours).has(request) ? 120 : breaksOf(requests, pauses.minutes).has(request) ? 10 : 0;
}

// The i-th of p breaks comes before request 1 + floor(i × N / (p + 1)); one before request 1 is none.
function breaksOf(requests: number, count: number): ReadonlySet<number> {
  const before = Array.from({ length: count }, (_, index) => 1 + Math.floor(((index + 1) * requests) / (count + 1)));
  return new Set(before.filter((request) => request > 1));
}
