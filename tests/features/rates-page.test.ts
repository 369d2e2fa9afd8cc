import { describe, expect, it } from "vitest";
import { changesOfCard } from "../../src/features/rates/card-changes.ts";
import { className, rateCells, rateWords, timesWords } from "../../src/features/rates/class-rates.ts";
import { currentRows } from "../../src/features/rates/current-rates.ts";
import { familyViews } from "../../src/features/rates/model-view.ts";
import { changesAfter } from "../../src/features/rates/next-changes.ts";
import { capacityRows, planCells, planNote } from "../../src/features/rates/plan-rows.ts";
import { ruleWords } from "../../src/features/rates/plan-words.ts";
import { familyHistory, modelHistories, newestRates } from "../../src/features/rates/rate-history.ts";
import { sourceParts } from "../../src/features/rates/source-parts.ts";
import { planSteps } from "../../src/features/rates/step-lines-plan.ts";
import type { ModelCard, RatePeriod } from "../../src/pricing/rate-card.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { capacityEstimates } from "../../src/rates/plan-capacity.ts";
import { plans } from "../../src/rates/plans.ts";
import { findModel } from "../../src/rates/resolve-model.ts";
import { windowEstimates } from "../../src/rates/window-capacity.ts";

function card(id: string): ModelCard {
  const found = findModel(id);
  if (found === null) throw new Error(`no model ${id}`);
  return found;
}

/** What changes, and when, without where that was read. */
function inShort(changes: ReturnType<typeof changesAfter>): readonly (readonly string[])[] {
  return changes.map(({ day, subject, what }) => [day, subject, what]);
}

const views = familyViews(catalog).flatMap(({ models }) => models);

describe("words of rates", () => {
  it("says of a rate that is not known that it is not, and never $0", () => {
    expect(rateWords(12.5)).toBe("$12.50");
    expect([rateWords(undefined), rateWords(null)]).toEqual(["not known", "not known"]);
    expect(rateCells({ input: 25, output: 125 })).toEqual(["$25", "not known", "not known", "not known", "$125"]);
    expect(timesWords(0.5)).toBe("×\u00a00.5");
    expect(timesWords(null)).toBe("not offered");
    expect(className("cacheWrite1h")).toBe("Cache write, 1 hour");
  });
});

describe("what changes next", () => {
  it("on 2026-11-20 fast mode of Opus 4.8 ends and Sonnet 4.5 retires, both on 2026-11-30", () => {
    expect(inShort(changesAfter("2026-11-20", catalog.models))).toEqual([
      ["2026-11-30", "Opus 4.8", "Fast mode (×\u00a02) is no longer offered."],
      ["2026-11-30", "Sonnet 4.5", "No longer served by Anthropic's API."],
    ]);
  });

  it("a day before the change it is ahead, on its day it is not", () => {
    const days = (day: string) => changesAfter(day, catalog.models).length;
    expect([days("2026-11-29"), days("2026-11-30")]).toEqual([2, 0]);
  });

  it("on 2026-09-30 the cheaper reads of Sonnet 5.5, new models, plans' credits and names were ahead too, soonest first", () => {
    expect(inShort(changesAfter("2026-09-30", catalog.models)).slice(0, -2)).toEqual([
      ["2026-10-07", "Haiku 5.5", "Released at $0.10 input and $0.50 output per million tokens."],
      ["2026-10-07", "Sonnet 5.5", "Cache read from $0.20 to $0.10 per million tokens."],
      ["2026-10-07", "Max", "Includes $100 of API credit a month."],
      ["2026-10-07", "Ultra", "Includes $200 of API credit a month."],
      ["2026-10-30", "Max", "No longer called Max 5x."],
      ["2026-10-30", "Ultra", "No longer called Max 20x."],
      ["2026-11-09", "Fable 5.2", "Released at $8 input and $40 output per million tokens."],
      ["2026-11-09", "Mythos 5.2", "Released at $8 input and $40 output per million tokens."],
    ]);
  });

  it("on 2026-07-19 the rules for Fable and the end of the raised limits were ahead", () => {
    const ahead = inShort(changesAfter("2026-07-19", []));
    expect(ahead).toContainEqual(["2026-07-20", "Pro", "Fable: paid from usage credits at API rates."]);
    expect(ahead).toContainEqual(["2026-07-20", "Max", "Fable: up to 50% of the limit."]);
    expect(ahead.map(([day, subject]) => `${day} ${subject}`)).toContain("2026-09-14 Plans' limits");
  });
});

describe("the changes of a model", () => {
  it("tells the begin of a tier, its end by refusal, and a retirement", () => {
    expect(inShort(changesOfCard(card("claude-sonnet-4-20250514"))).slice(1)).toEqual([
      ["2025-08-12", "Sonnet 4", "Prompts over 200,000 tokens are taken, at $6 input and $22.50 output per million tokens."],
      ["2026-05-01", "Sonnet 4", "Prompts over 200,000 tokens are refused."],
      ["2026-06-15", "Sonnet 4", "No longer served by Anthropic's API."],
    ]);
  });

  it("tells a tier that ends with one price for all prompts, and fast mode that came later and went on as standard", () => {
    expect(inShort(changesOfCard(card("claude-opus-4-6"))).slice(1)).toEqual([
      ["2026-02-07", "Opus 4.6", "Fast mode begins: every token rate ×\u00a06."],
      ["2026-03-13", "Opus 4.6", "Prompts over 200,000 tokens no longer cost more."],
      ["2026-06-29", "Opus 4.6", "Fast mode from ×\u00a06 to ×\u00a01, billed as standard."],
    ]);
  });

  it("tells a tier whose rates change, and a window that grows, of models that the catalog does not have yet", () => {
    const [first] = card("claude-haiku-5-5").periods;
    const tier = first?.longContext;
    if (!first || !tier) throw new Error("Haiku 5.5 has a tier");
    const dearer = { ...tier, rates: { ...tier.rates, output: 3 } };
    const change = (from: RatePeriod, to: Partial<RatePeriod>) => {
      const periods = [
        { ...from, to: "2027-01-01" },
        { ...from, from: "2027-01-01", ...to },
      ];
      return changesOfCard({ ...card("claude-haiku-5-5"), periods }).map(({ what }) => what)[1];
    };
    expect(change(first, { longContext: dearer })).toBe(
      "Prompts over 100,000 tokens: Output from $2.50 to $3 per million tokens.",
    );
    const plain = { ...first, longContext: null };
    expect(change(plain, { contextWindow: 2_000_000 })).toBe("The longest prompt goes from 1,000,000 to 2,000,000 tokens.");
    expect(change(plain, { longContext: tier })).toBe(
      "Prompts over 100,000 tokens cost $0.50 input and $2.50 output per million tokens.",
    );
  });

  it("a model that never changed has its release alone", () => {
    expect(inShort(changesOfCard(card("claude-opus-4-5-20251101")))).toEqual([
      ["2025-11-24", "Opus 4.5", "Released at $5 input and $25 output per million tokens."],
    ]);
  });
});

describe("every model and every period stand on the page", () => {
  it("each model of the catalog once, with a row for each tier of each period and its source", () => {
    expect(views.map(({ id }) => id).sort()).toEqual(catalog.models.map(({ id }) => id).sort());
    for (const { id, rates } of views) {
      const { periods } = card(id);
      expect([...new Set(rates.map(({ from }) => from))], id).toEqual(periods.map(({ from }) => from));
      for (const { from, to, source, checkedOn, rates: known } of periods)
        expect(rates, `${id} from ${from}`).toContainEqual(
          expect.objectContaining({ from, to, source, checkedOn, cells: [expect.any(String), ...rateCells(known)] }),
        );
      for (const { from, longContext } of periods.filter(({ longContext: tier }) => tier !== null))
        expect(
          rates
            .filter((row) => row.from === from)
            .at(-1)
            ?.cells.slice(1),
          id,
        ).toEqual(rateCells(longContext?.rates ?? {}));
    }
  });

  it("says for which prompts a row is: all, up to and over a threshold, or refused ones", () => {
    const prompts = views.find(({ id }) => id === "claude-sonnet-4-20250514")?.rates.map(({ cells }) => cells[0]);
    expect(prompts).toEqual([
      "up to 200,000",
      "up to 200,000",
      "over 200,000, up to 1,000,000",
      "up to 200,000",
      "over 200,000: refused, the last rates stand in",
    ]);
  });

  it("multipliers of the same days and source share a row, fast mode has its own", () => {
    const rows = views.find(({ id }) => id === "claude-opus-4-6")?.modifiers.map(({ from, to, cells }) => [from, to, ...cells]);
    expect(rows).toEqual([
      ["2026-02-07", "2026-06-29", "Fast mode ×\u00a06"],
      ["2026-06-29", null, "Fast mode ×\u00a01"],
      ["2026-02-05", null, "US-only inference ×\u00a01.1, Regional endpoint of Bedrock or Vertex ×\u00a01.1, Batch ×\u00a00.5"],
    ]);
  });

  it("a retirement behind the catalog's day is past, one ahead is not; a change ahead is no history", () => {
    const labels = (id: string) => views.find((view) => view.id === id)?.facts.map(({ label }) => label) ?? [];
    expect(labels("claude-sonnet-4-5-20250929")).toContain("Will be retired");
    expect(labels("claude-opus-4-1-20250805")).toContain("Retired");
    const changes = views.find(({ id }) => id === "claude-sonnet-4-5-20250929")?.changes ?? [];
    expect(changes.map(({ day }) => day)).toEqual(["2026-05-01"]);
  });

  it("today's table has the tier as a row, with what multiplies it and since when", () => {
    const rows = currentRows(catalog).map(({ cells }) => cells.join(" | "));
    // As published, USD per million tokens (tests/rates/published-table.test.ts).
    expect(rows).toHaveLength(5);
    expect(rows[0]).toBe(
      "Fable 5.2 | $8 | $10 | $16 | $0.20 | $40 | × 0.5 | × 2 | × 1.1 | × 1.1 | 2026-11-09".replaceAll("× ", "×\u00a0"),
    );
    expect(rows[2]).toMatch(/^Haiku 5\.5, prompts over 100,000 tokens \| \$0\.50 \| .* \| not offered \| /);
    expect(rows[3]).toMatch(/^Sonnet 5\.5 \| .* \| 2026-10-07$/);
  });
});

describe("the history of rates", () => {
  const ofFamily = (family: ModelCard["family"]) => catalog.models.filter((model) => model.family === family);

  it("follows the newest model of a family where its input or output changed", () => {
    // Opus 4 and 4.1 cost what Opus 3 did, 4.6 to 5 what 4.5 did.
    expect(newestRates(ofFamily("opus"))).toEqual([
      { from: "2024-03-04", model: "Opus 3", input: 15, output: 75 },
      { from: "2025-11-24", model: "Opus 4.5", input: 5, output: 25 },
      { from: "2026-09-22", model: "Opus 5.5", input: 4, output: 20 },
    ]);
    expect(familyHistory(ofFamily("opus"), "2026-11-20")?.takeaway).toBe(
      "Opus 3 (2024-03-04) cost $15 for input and $75 for output; Opus 5.5 (2026-09-22) costs $4 and $20.",
    );
    expect(familyHistory([card("claude-opus-5-5")], "2026-11-20")).toBeNull();
  });

  it("a model whose price never changed has none", () => {
    expect(modelHistories(card("claude-opus-5-5"), "2026-11-20")).toEqual([]);
    expect(modelHistories(card("claude-haiku-5-5"), "2026-11-20")).toEqual([]);
  });

  it("shows of a model what changed alone: the reads of Sonnet 5.5", () => {
    expect(modelHistories(card("claude-sonnet-5-5"), "2026-11-20")).toMatchObject([
      {
        takeaway: "Cache read: $0.20 until 2026-10-07, $0.10 from 2026-10-07.",
        series: [{ name: "Cache read", levels: [{ usd: 0.2 }, { usd: 0.1 }] }],
        from: "2026-09-28",
        to: "2026-11-20",
      },
    ]);
  });

  it("shows a tier's end as its rates falling to the standard ones, or as refused", () => {
    const [opus] = modelHistories(card("claude-opus-4-6"), "2026-11-20");
    expect(opus?.series.map(({ name, levels }) => [name, ...levels.map(({ usd }) => usd)])).toEqual([
      ["Output", 37.5, 25],
      ["Input", 10, 5],
    ]);
    const [sonnet] = modelHistories(card("claude-sonnet-4-20250514"), "2026-11-20");
    expect(sonnet?.series[1]?.levels).toEqual([
      { from: "2025-05-22", to: "2025-08-12", usd: null },
      { from: "2025-08-12", to: "2026-05-01", usd: 6 },
      { from: "2026-05-01", to: null, usd: null },
    ]);
    expect(sonnet?.to).toBe("2026-06-15");
  });
});

describe("the step chart laid out", () => {
  const level = (from: string, to: string | null, usd: number | null) => ({ from, to, usd });
  const span = { from: "2026-01-01", to: "2026-01-11" };

  it("stands to scale from $0 up: half the price at half the height, a day of ten a tenth of the width", () => {
    const levels = [level("2026-01-01", "2026-01-06", 10), level("2026-01-06", null, 5)];
    const plan = planSteps({ series: [{ name: "Output", levels }], ...span });
    // From 104 ($0) to 20 ($10): $5 at 62. 5 days of 10: 50 %.
    expect(plan.strokes).toEqual([
      { x1: 0, x2: 50, y1: 20, y2: 20, dashed: false },
      { x1: 50, x2: 50, y1: 20, y2: 62, dashed: false },
      { x1: 50, x2: 100, y1: 62, y2: 62, dashed: false },
    ]);
    expect(plan.labels).toEqual([{ text: "$10", x: 0, y: 14 }]);
    expect(plan.ends).toEqual([{ text: "Output $5", y: 62 }]);
  });

  it("the second line is dashed, and names at the ends never stand less than a line apart", () => {
    const series = [
      { name: "Output", levels: [level("2026-01-01", "2026-01-06", 100), level("2026-01-06", null, 5)] },
      { name: "Input", levels: [level("2026-01-01", "2026-01-06", 20), level("2026-01-06", null, 1)] },
    ];
    const { strokes, ends } = planSteps({ series, ...span });
    expect(strokes.map(({ dashed }) => dashed)).toEqual([false, false, false, true, true, true]);
    // $5 of 100 is 4.2 px above $0, $1 less than one: the lower name gives way down to $0, 104; the upper one stands 15 px above it.
    expect(ends.map(({ text, y }) => [text, Math.round(y)])).toEqual([
      ["Output $5", 89],
      ["Input $1", 104],
    ]);
  });

  it("nothing is drawn where there was no rate, and a line that stops is named on its last level", () => {
    const levels = [
      level("2026-01-01", "2026-01-03", null),
      level("2026-01-03", "2026-01-06", 6),
      level("2026-01-06", null, null),
    ];
    const plan = planSteps({ series: [{ name: "Input", levels }], ...span });
    expect(plan.strokes).toEqual([{ x1: 20, x2: 50, y1: 20, y2: 20, dashed: false }]);
    expect(plan.labels).toEqual([{ text: "Input $6", x: 20, y: 14 }]);
    expect(plan.ends).toEqual([]);
  });

  it("a price without room on a level that rises is left to the table", () => {
    const levels = [level("2026-01-01", "2026-01-02", 5), level("2026-01-02", null, 10)];
    expect(planSteps({ series: [{ name: "Output", levels }], ...span }).labels).toEqual([]);
  });
});

describe("sources", () => {
  it("addresses become links, the words around them stay", () => {
    expect(sourceParts("platform.claude.com/docs/pricing as of 2026-08-21 (github.com/a/b @86fa)")).toEqual([
      { text: "platform.claude.com/docs/pricing", href: "https://platform.claude.com/docs/pricing" },
      { text: " as of 2026-08-21 (", href: null },
      { text: "github.com/a/b", href: "https://github.com/a/b" },
      { text: " @86fa)", href: null },
    ]);
  });

  it("an issue leads to where it stands, a package and a version lead nowhere", () => {
    expect(sourceParts("github.com/anthropics/claude-code#6611, #9196").map(({ href }) => href)).toEqual([
      "https://github.com/anthropics/claude-code/issues/6611",
      null,
    ]);
    expect(sourceParts("npm @a/b 0.1.8 (2026-09-23); reddit r/ClaudeCode 1s7ilti").map(({ href }) => href)).toEqual([null]);
  });

  it("no source of the catalog loses a letter", () => {
    for (const { source } of catalog.models.flatMap(({ periods, fast }) => [...periods, ...fast]))
      expect(
        sourceParts(source)
          .map(({ text }) => text)
          .join(""),
      ).toBe(source);
  });
});

describe("plans", () => {
  it("says what a plan costs and includes, and what it is not sold as", () => {
    const cells = (id: string) => planCells(plans.find((plan) => plan.id === id) ?? (plans[0] as (typeof plans)[number]));
    expect(cells("pro")).toEqual(["$20", "$17", "yes", "5\u00a0hours, week", "none known"]);
    expect(cells("ultra")).toEqual([
      "$200",
      "not sold",
      "yes",
      "week, Fable's part of the week",
      "$200 a month since 2026-10-07",
    ]);
    expect(cells("free").slice(0, 3)).toEqual(["$0", "not sold", "no"]);
  });

  it("names before, seats and notes stand behind the name", () => {
    const notes = Object.fromEntries(plans.map((plan) => [plan.id, planNote(plan)]));
    expect(notes.max).toMatch(/^Called Max 5x until 2026-10-30\. Fable may take/);
    expect(notes["team-standard"]).toMatch(/^5 to 150 seats\. /);
    expect(notes.free).toBe("");
  });

  it("every measurement stands there in the unit in which it was published, the unsound ones as not used", () => {
    const rows = capacityRows();
    expect(rows).toHaveLength(capacityEstimates.length + windowEstimates.length);
    expect(rows.map(({ plan, usd, per }) => `${plan} ${usd} a ${per}`)).toEqual(
      expect.arrayContaining(["Pro $163 a month", "Max $523 a week", "Ultra $3,098 to $4,129 a week", "Ultra $363 a 5 hours"]),
    );
    expect(rows.filter(({ used }) => !used).map(({ source }) => source)).toEqual([
      "rhombus.so/limits.html",
      "rhombus.so/limits.html",
    ]);
    expect(ruleWords({ kind: "share-of-limit", share: 0.25 })).toBe("up to 25% of the limit");
  });
});
