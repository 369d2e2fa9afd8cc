import { describe, expect, it } from "vitest";
import { combineLogUse, combinePasteUse } from "../../src/features/import/combine-use-my-usage.ts";
import { type SessionProfile, simulateSession } from "../../src/index.ts";
import { NO_USAGE } from "../../src/pricing/usage.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import { type LogProfile, profileOfLog } from "../../src/usage-import/log-profile.ts";
import type { MeasuredUsage } from "../../src/usage-import/usage-format.ts";
import { SMALL } from "../pricing/any-session.ts";
import { logOf } from "../usage-import/simulated-log.ts";

const TERMS = { priceDate: "2026-11-20", tokenizerFactor: 1.3 };
const SESSION: SessionProfile = { ...SMALL, model: "claude-sonnet-5-5", at: "2026-11-20" };

function profileOf(session: SessionProfile = SESSION): LogProfile {
  const log = readLogFiles([{ path: "a", text: logOf(session, simulateSession(session).requests) }]);
  const profile = profileOfLog(log, { dayOf: () => "2026-11-20", outputKeptShare: 0.5 });
  if (profile === null) throw new Error("the log has a main conversation");
  return profile;
}

describe("the model's cost beside the log's", () => {
  it("is the same for a log that the model itself wrote", () => {
    // Prompts 1,100, 1,225, 1,350, 1,475: 1,475 written at 2.50, 3,675 read at 0.10, 200 out at 10 a million: 0.0036875 + 0.0003675 + 0.002.
    expect(combineLogUse(profileOf(), TERMS).sentence).toBe("The model says $0.00606 a session, your log $0.00606: the same.");
  });

  it("is apart where the log is otherwise, to the percent", () => {
    const profile = profileOf();
    // As measured 0.006055; twice that beside 0.006055 is half apart.
    const dearer = { ...profile, measured: { ...profile.measured, cost: 2 * profile.measured.cost } };
    expect(combineLogUse(dearer, TERMS).sentence).toBe("The model says $0.00606 a session, your log $0.0121: 50% apart.");
  });

  it("is of a session as long as the profile's, where the log's are of many lengths", () => {
    const profile = profileOf();
    // Twice the requests for twice the cost are two such sessions.
    const { cost, requests } = profile.measured;
    const twice = { ...profile, measured: { ...profile.measured, cost: 2 * cost, requests: 2 * requests } };
    expect(combineLogUse(twice, TERMS).sentence).toContain("your log $0.00606: the same");
  });

  it("is not given where nothing has a price", () => {
    const profile = profileOf();
    expect(combineLogUse({ ...profile, measured: { ...profile.measured, cost: 0 } }, TERMS).sentence).toMatch(
      /^Nothing in your log/,
    );
  });

  it("stands with the cache's share of both", () => {
    // 3,675 of 5,150 read: 71 %.
    expect(combineLogUse(profileOf(), TERMS).notes).toContain(
      "From the cache came 71% of the prompt tokens of your conversations; of the simulated ones 71%.",
    );
  });
});

describe("what is said of a log's profile", () => {
  it("names what is assumed and what stays", () => {
    const notes = combineLogUse({ ...profileOf(), sessionsPerDay: null }, TERMS).notes.join("\n");
    expect(notes).toContain("50% is assumed");
    expect(notes).toContain("sessions a day stay");
    expect(notes).toContain("working days stay");
    expect(notes).not.toContain("no price");
  });

  it("lists measured values with what they stand on", () => {
    const { rows } = combineLogUse(profileOf(), TERMS);
    const cells = Object.fromEntries(rows.map(({ id, cells: [, value, basis] }) => [id, [value, basis]]));
    expect(cells["Requests in a session"]).toEqual(["4", "mean by requests, 1 session"]);
    expect(cells["Breaks of 5–60 minutes a session"]).toEqual(["0", "no break"]);
    expect(cells.mix).toEqual(["1", "Sonnet 5.5 100% by requests"]);
    expect(cells.caching).toEqual(["5 minutes", "1 hour for 0% of the writes"]);
    expect(cells).not.toHaveProperty("Compaction at, tokens");
  });
});

describe("a paste", () => {
  const OPUS_OUTPUT = { model: "claude-opus-5-5", known: true, requests: null, stated: null };
  const pasted = (format: string): MeasuredUsage => ({
    format,
    // A million of output at $20.
    models: [
      { ...OPUS_OUTPUT, usage: { ...NO_USAGE, output: 1_000_000 }, cost: 20 },
      { ...OPUS_OUTPUT, usage: NO_USAGE, model: "nobody's-model", known: false, cost: null },
    ],
    cost: 20,
    stated: null,
    problems: [],
  });

  it("is compared as one session, its unknown models named", () => {
    const view = combinePasteUse(pasted("cost-text"), TERMS);
    expect(view?.sentence).toBe("The model says $20.00 a session, your paste $20.00: the same.");
    expect(view?.notes.join("\n")).toMatch(/one session[\s\S]*no price: nobody's-model\.[\s\S]*lower bound/);
    expect(combinePasteUse(pasted("ccusage"), TERMS)?.notes[0]).toContain("one month of one developer");
  });

  it("without a price says nothing", () => {
    expect(combinePasteUse({ ...pasted("cost-text"), models: [], cost: 0 }, TERMS)).toBeNull();
  });
});
