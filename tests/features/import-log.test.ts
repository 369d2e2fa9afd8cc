import { describe, expect, it } from "vitest";
import { combineClasses } from "../../src/features/import/combine-import-classes.ts";
import { combineCosts } from "../../src/features/import/combine-import-costs.ts";
import { combineHeadline } from "../../src/features/import/combine-import-headline.ts";
import { combineLedger } from "../../src/features/import/combine-import-ledger.ts";
import { combineLongPrompts } from "../../src/features/import/combine-import-long-prompts.ts";
import { combineMonth } from "../../src/features/import/combine-import-month.ts";
import { measuredLinesInWords, modelName } from "../../src/features/import/import-lines.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import { type LogSummary, summarizeLog } from "../../src/usage-import/log-summary.ts";
import { type LineFields, logLine } from "../usage-import/log-lines.ts";

// A Saturday.
const UTC = { dayOf: (at: number) => new Date(at).toISOString().slice(0, 10), today: "2026-11-21" };
const FILE = { files: 1, bytes: 2_000_000 };
const MILLION = 1_000_000;
// Sonnet 4.6: $3 input, $3.75 and $6 cache writes, $0.30 cache reads, $15 output a MTok.
const output = (tokens: number) => ({ output_tokens: tokens });

function summary(lines: readonly LineFields[], path = "projects/-home-ada-shop/s-1.jsonl"): LogSummary {
  const text = lines.map((fields, index) => logLine({ id: `msg_${index}`, ...fields })).join("\n");
  return summarizeLog(readLogFiles([{ path, text }]), UTC);
}

describe("the headline of a log", () => {
  it("says the amount, requests, active days and the share that came from the cache", () => {
    const usage = { input_tokens: 250_000, cache_read_input_tokens: 750_000, output_tokens: 10_000 };
    // 250,000 × 3 + 750,000 × 0.30 + 10,000 × 15 = 1,125,000, a millionth of it twice; 750,000 of 1,000,000 sent.
    expect(combineHeadline(summary([{ usage }, { usage, at: "2026-11-20T12:00:00Z" }]), FILE)).toMatchObject({
      amount: "$2.25",
      rest: "over 2 requests on 2 active days, API-equivalent, not a bill; 75% of the prompt tokens came from the cache.",
      basis: "1 file, 2 MB; 1 session.",
      notes: [],
    });
  });

  it.each([
    [1, "1 kB"],
    [999_001, "1,000 kB"],
    [1_000_000, "1 MB"],
  ])("gives %i bytes as %s", (bytes, size) => {
    expect(combineHeadline(summary([{}]), { files: 1, bytes }).basis).toBe(`1 file, ${size}; 1 session.`);
  });

  it("is a lower bound where models have no price, and names them with the share that has one", () => {
    const lines = [{ usage: output(300_000) }, { usage: output(100_000), model: "acme/foo-1" }];
    const { amount, notes } = combineHeadline(summary(lines), FILE);
    // 300,000 of 400,000 tokens.
    expect([amount, notes]).toEqual([
      "At least $4.50",
      ["75% of the tokens have a known price. Not in the amount: acme/foo-1 (100K tokens)."],
    ]);
  });

  it("names five models without a price and counts the others", () => {
    const lines = [1, 2, 3, 4, 5, 6, 7].map((id) => ({ usage: output(id * 1_000), model: `acme/foo-${id}` }));
    const { amount, notes } = combineHeadline(summary(lines), FILE);
    expect(amount).toBe("No known price");
    expect(notes[0]).toMatch(/^0% of the tokens have a known price.*acme\/foo-7 \(7K tokens\).*acme\/foo-3 .*, 2 more models\.$/);
  });

  it("keeps a logged cost apart", () => {
    const { amount, notes } = combineHeadline({ ...summary([{ usage: output(100_000) }]), costUsdLogged: 9 }, FILE);
    expect(amount).toBe("$1.50");
    expect(notes).toEqual(["Older versions logged a cost of their own: $9.00 in all. It is no part of the amount above."]);
  });

  it("says so where outputs can only be too low", () => {
    expect(combineHeadline({ ...summary([{ usage: output(1) }]), lowerBoundCount: 1 }, FILE).notes[0]).toContain(
      "A lower bound: in 1 response",
    );
  });
});

describe("the cost shared out", () => {
  const ofModels = summary([
    { usage: output(200_000) },
    // Opus 5.5: $20 a MTok of output.
    { usage: output(300_000), model: "claude-opus-5-5" },
    { usage: output(50_000), model: "acme/foo-1" },
  ]);

  it("by model: the dearest first, none invented for an unknown one", () => {
    const view = combineCosts(ofModels, { way: "model", zone: "utc" });
    // 0.3 × 20 = 6 of 9; 0.2 × 15 = 3 of 9.
    expect(view?.rows.map(({ name, amount, share }) => [name, amount, share])).toEqual([
      ["Opus 5.5", "$6.00", "67%"],
      ["Sonnet 4.6", "$3.00", "33%"],
      ["acme/foo-1", null, null],
    ]);
    expect(view?.total).toBe("≥ $9.00");
    expect(view?.takeaway).toBe("Opus 5.5 is the dearest: $6.00, 67% of the cost.");
  });

  it("by session: eight characters of the id, the day it began, its folder", () => {
    const session = "44444444-aaaa-4000-8000-000000000004";
    const view = combineCosts(summary([{ session, at: "2026-11-20T12:00:00Z", usage: output(1_000) }]), {
      way: "session",
      zone: "utc",
    });
    expect(view?.rows[0]?.name).toBe("44444444, 2026-11-20, -home-ada-shop");
    expect(view?.takeaway).toBe("All of it is 44444444, 2026-11-20, -home-ada-shop.");
  });

  it("puts sessions beyond the dearest ten into one row with their number", () => {
    const sessions = Array.from({ length: 12 }, (_, index) => ({ session: `s-${index}`, usage: output(100_000 * (index + 1)) }));
    const rows = combineCosts(summary(sessions), { way: "session", zone: "utc" })?.rows ?? [];
    expect(rows).toHaveLength(11);
    // The two cheapest: 300,000 tokens at $15 a MTok.
    expect([rows[10]?.name, rows[10]?.amount]).toEqual(["All others (2)", "$4.50"]);
  });

  it("has nothing to show where no request names a skill, and the dearest named one where some do", () => {
    expect(combineCosts(ofModels, { way: "skill", zone: "utc" })).toBeNull();
    const named = summary([{ usage: output(400_000) }, { usage: output(100_000), more: { attributionSkill: "review" } }]);
    expect(combineCosts(named, { way: "skill", zone: "utc" })?.takeaway).toBe("review is the dearest: $1.50, 20% of the cost.");
  });
});

describe("tokens by class", () => {
  it("are the most first, with the share of tokens and of the cost", () => {
    const usage = { input_tokens: 100_000, cache_read_input_tokens: 800_000, output_tokens: 100_000 };
    const { takeaway, rows, total } = combineClasses(summary([{ usage }]).totals);
    // 0.8 × 0.30 = 0.24, 0.1 × 3 = 0.30, 0.1 × 15 = 1.50: 2.04 in all; 0.24 of it is 12%.
    expect(rows.map(({ name, tokenShare, amount, costShare }) => [name, tokenShare, amount, costShare])).toEqual([
      ["Cache read", "80%", "$0.24", "12%"],
      ["Input", "10%", "$0.30", "15%"],
      ["Output", "10%", "$1.50", "74%"],
    ]);
    expect(total).toBe("$2.04");
    expect(takeaway).toContain("Cache reads are 80% of all tokens and 12% of the cost");
  });

  it("of a model without a price cost nothing known, not nothing", () => {
    const { rows } = combineClasses(summary([{ usage: output(1_000), model: "acme/foo-1" }]).totals);
    expect(rows.map(({ amount, costShare }) => [amount, costShare])).toEqual([["no known price", "–"]]);
  });
});

describe("the ledger of cache writes", () => {
  it("tells what was written again after a pause, and what it cost", () => {
    const write = (tokens: number) => ({ cache_creation_input_tokens: tokens, output_tokens: 1 });
    const lines = [
      { usage: write(40_000), at: "2026-11-20T12:00:00Z" },
      { usage: write(60_000), at: "2026-11-20T12:30:00Z" },
    ];
    const view = combineLedger(summary(lines).ledger);
    // 40,000 and 60,000 at $3.75 a MTok.
    expect(view?.rows.map(({ name, amount, share }) => [name, amount, share])).toEqual([
      ["First write of a conversation", "$0.150", "40%"],
      ["Again after a pause of 5 to 60 minutes", "$0.225", "60%"],
    ]);
    expect(view?.takeaway).toBe(
      "Cache writes cost $0.375; $0.225 of it (60%) wrote again what had been there before, most of it after pauses of 5 to 60 minutes.",
    );
  });

  it("is none where nothing was written", () => {
    expect(combineLedger(summary([{ usage: output(1) }]).ledger)).toBeNull();
  });
});

describe("long prompts", () => {
  it("say what the tier cost more", () => {
    const tier = { model: "claude-sonnet-4-5-20250929", requests: 2, cost: 3, atStandard: 1.75 };
    const view = combineLongPrompts({ overTier: [tier], overWindow: { requests: 0, cost: 0 } });
    expect(view.takeaway).toBe(
      "2 requests were charged at the higher rates for long prompts: $1.25 more than at the standard ones.",
    );
    expect(view.rows).toEqual([["Sonnet 4.5", "2", "$3.00", "$1.75", "$1.25"]]);
  });

  it("that were longer than the model took are named", () => {
    const { takeaway } = combineLongPrompts({ overTier: [], overWindow: { requests: 1, cost: 2 } });
    expect(takeaway).toMatch(/^No request was charged.* 1 prompt \(\$2\.00\) is longer/);
  });
});

describe("the month", () => {
  const day = (at: string, tokens: number) => ({ at: `${at}T12:00:00Z`, usage: output(tokens) });

  it("has a calendar of five weeks from a Monday to the Sunday after today", () => {
    const { weeks } = combineMonth(summary([day("2026-11-02", 100_000), day("2026-11-20", 200_000)]));
    const cells = weeks.flat();
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect([cells[0]?.day, cells.at(-1)?.day]).toEqual(["2026-10-19", "2026-11-22"]);
    expect(cells.filter(({ isAhead }) => isAhead).map(({ day: ahead }) => ahead)).toEqual(["2026-11-22"]);
    // 0.1 × 15 and 0.2 × 15: half as large as the dearest.
    expect(cells.filter(({ amount }) => amount !== null).map((cell) => [cell.day, cell.amount, cell.size])).toEqual([
      ["2026-11-02", "$1.50", 0.5],
      ["2026-11-20", "$3.00", 1],
    ]);
    expect([cells[0]?.label, cells[1]?.label, cells[13]?.label]).toEqual(["19 Oct", "20", "1 Nov"]);
  });

  it("is forecast from three active days on, and not from two", () => {
    const two = [day("2026-11-18", 100_000), day("2026-11-19", 100_000)];
    expect(combineMonth(summary(two)).takeaway).toBe(
      "November to date: $3.00 on 2 active days. A forecast needs three active days in the last four weeks.",
    );
    const { takeaway, basis } = combineMonth(summary([...two, day("2026-11-20", 100_000)]));
    // Every one of the 3 days since the first was active: 9 days left at $1.50 each, 4.50 + 13.50 = 18.
    expect(takeaway).toBe("November to date: $4.50 on 3 active days. At its end: about $18.");
    expect(basis).toContain("3 active days of the 3 before today, at a median of $1.50; 9 days left, of which 9");
  });

  it("lists days with requests, the newest first", () => {
    const { days } = combineMonth(summary([day("2026-11-02", 100_000), day("2026-09-20", 200_000)]));
    expect(days.map((row) => [row.day, row.amount])).toEqual([
      ["2026-11-02", "$1.50"],
      ["2026-09-20", "$3.00"],
    ]);
  });
});

describe("the lines of an amount", () => {
  it("name item, model and the source of their rate", () => {
    const [line] = measuredLinesInWords(summary([{ usage: output(MILLION) }]).totals.lines);
    expect(line).toMatchObject({ item: "Output, Sonnet 4.6", quantity: MILLION, unit: "tokens", rate: 15, per: "MTok" });
    expect(line?.source).toMatchObject({ label: expect.stringContaining("in force from") });
  });

  it("say where a rate is not the listed one", () => {
    const rated = { model: "claude-sonnet-4-6", item: "output", quantity: MILLION, rate: 7.5, per: MILLION, amount: 7.5 };
    expect(measuredLinesInWords([rated])[0]?.item).toBe("Output, Sonnet 4.6 (rate with fast mode, batch or place in it)");
  });

  it("cut an unknown name short", () => {
    expect(modelName("a".repeat(60))).toBe("a".repeat(60));
    expect(modelName("a".repeat(61))).toBe(`${"a".repeat(60)}…`);
  });
});
