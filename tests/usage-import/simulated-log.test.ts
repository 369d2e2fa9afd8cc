import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulateSession } from "../../src/index.ts";
import { profileOfLog } from "../../src/usage-import/log-profile.ts";
import { usageOfLog } from "../../src/usage-import/measured-log.ts";
import { type LogChange, repriceLog } from "../../src/usage-import/what-if.ts";
import { anyProfile, measuredSession, visiblePauses } from "./simulated-log.ts";

const NONE: LogChange = { model: null, scope: "all", batch: false, cacheLifetime: "as-measured", tokenizerFactor: 1.3 };
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const RUNS = { numRuns: 1_000 };

function isNear(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 1e-9 * Math.abs(expected);
}

describe("a simulated session, written as a log and read back", () => {
  it("has its cost and its pauses", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const log = measuredSession(profile);
        const { cost } = simulateSession(profile);
        expect(isNear(usageOfLog(log).cost, cost)).toBe(true);
        const measured = profileOfLog(log, { dayOf, outputKeptShare: profile.outputKeptShare });
        expect(measured?.pauseMinutes.value).toBe(visiblePauses(profile).minutes);
        expect(measured?.pauseHours.value).toBe(visiblePauses(profile).hours);
        expect(measured?.prefixChanges.value).toBe(0);
      }),
      RUNS,
    );
  });

  it("gives back its sizes", () => {
    const longer = anyProfile.filter(({ requests }) => requests > 1);
    fc.assert(
      fc.property(longer, (profile) => {
        const measured = profileOfLog(measuredSession(profile), { dayOf, outputKeptShare: profile.outputKeptShare });
        expect(measured?.requests.value).toBe(profile.requests);
        expect(measured?.basePromptTokens.value).toBe(profile.basePromptTokens);
        expect(measured?.inputGrowthPerRequest.value).toBe(profile.inputGrowthPerRequest);
        expect(measured?.outputPerRequest.value).toBe(profile.outputPerRequest);
        expect(measured?.outputKeptShare.value).toBe(profile.outputKeptShare);
        const warm = profile.caching === "off" ? 0 : Math.min(profile.warmPromptTokens, profile.basePromptTokens);
        expect(measured?.warmPromptTokens.value).toBe(warm);
      }),
      RUNS,
    );
  });

  it("costs the same again when its measured profile is simulated", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const log = measuredSession(profile);
        const measured = profileOfLog(log, { dayOf, outputKeptShare: profile.outputKeptShare });
        if (measured === null) throw new Error("a session has a profile");
        // Where both kinds of break fall on one request the log shows fewer, and they would be spread otherwise.
        fc.pre(visiblePauses(profile).minutes === Math.min(profile.pauses.minutes, profile.requests - 1));
        const again = simulateSession({
          ...profile,
          requests: measured.requests.value,
          basePromptTokens: measured.basePromptTokens.value,
          inputGrowthPerRequest: measured.inputGrowthPerRequest.value,
          outputPerRequest: measured.outputPerRequest.value,
          warmPromptTokens: measured.warmPromptTokens.value,
          // A session that wrote nothing does not tell for how long.
          caching: measured.oneHourShare === null ? profile.caching : measured.caching,
          pauses: { minutes: measured.pauseMinutes.value, hours: measured.pauseHours.value },
        });
        expect(isNear(measured.measured.cost, again.cost)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("flipped to the other lifetime costs what the simulator's other run does, with the same terms there and back", () => {
    fc.assert(
      fc.property(anyProfile, fc.boolean(), (through, isFiveMinutes) => {
        const [is, other] = isFiveMinutes ? (["5m", "1h"] as const) : (["1h", "5m"] as const);
        const profile = { ...through, caching: is };
        const log = measuredSession(profile);
        const there = repriceLog(log, { ...NONE, cacheLifetime: other });
        expect(isNear(there.after, simulateSession({ ...profile, caching: other }).cost)).toBe(true);
        expect(isNear(there.before + there.writes + there.rewrites, there.after)).toBe(true);
        const back = repriceLog(measuredSession({ ...profile, caching: other }), { ...NONE, cacheLifetime: is });
        expect(isNear(back.after, there.before)).toBe(true);
        expect(Math.abs(back.writes + there.writes)).toBeLessThanOrEqual(1e-9 * there.after);
        expect(Math.abs(back.rewrites + there.rewrites)).toBeLessThanOrEqual(1e-9 * there.after);
        // As it was it stays as it was.
        expect(repriceLog(log, { ...NONE, cacheLifetime: is }).after).toBe(there.before);
      }),
      RUNS,
    );
  });

  it("flipped to 5 minutes with changes of its prefix, too", () => {
    fc.assert(
      fc.property(anyProfile, fc.nat(5), (through, prefixChanges) => {
        const profile = { ...through, prefixChanges, caching: "1h" as const };
        const { after } = repriceLog(measuredSession(profile), { ...NONE, cacheLifetime: "5m" });
        expect(isNear(after, simulateSession({ ...profile, caching: "5m" }).cost)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
