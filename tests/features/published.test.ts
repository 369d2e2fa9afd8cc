import { describe, expect, it } from "vitest";
import { labelWords, ourWords, publishedWords, valueWords } from "../../src/features/published/claim-values.ts";
import { combinePublished } from "../../src/features/published/combine-published.ts";
import { parseScenario } from "../../src/scenario/link.ts";
import type { JudgedFigure } from "../../src/scenario/published/judge-claim.ts";
import { PUBLISHED_CLAIMS } from "../../src/scenario/published/published-claims.ts";

describe("a value in its unit", () => {
  it.each([
    // To the millionth of a dollar, so that no rounding of ours hides one of theirs.
    [0.350775, "usd", "$0.350775"],
    [0.2, "usd", "$0.20"],
    [3_900, "usd", "$3,900"],
    [20 / 22, "usd", "$0.909091"],
    [1.8, "usd-per-million", "$1.80 a million"],
    [{ low: 1_170, high: 2_340 }, "usd", "$1,170–$2,340"],
    [{ low: 5_000, high: 8_000 }, "tokens", "5,000–8,000"],
    // 38,000 / 85,500.
    [4 / 9, "share", "44.4 %"],
    [{ low: 0.025, high: 0.1 }, "share", "2.5–10 %"],
    [5 / 3, "times", "1.67×"],
    // 20 / 0.3414 and 20 / 0.045.
    [58.5823, "calls", "58.6"],
    [444.444, "calls", "444.4"],
    ["api", "choice", "the API"],
    ["max20x", "choice", "Max 20x"],
    [true, "yes-or-no", "yes"],
    [false, "yes-or-no", "no"],
  ] as const)("%o as %s reads %s", (value, unit, words) => {
    expect(valueWords(value, unit)).toBe(words);
  });
});

describe("a figure and ours", () => {
  const figure: JudgedFigure = { key: "", label: "", unit: "usd", published: 3, ours: 3.2, status: "rounds" };

  it("says what is a least, what was not given and what is only taken over", () => {
    expect(publishedWords(figure)).toBe("$3");
    expect(publishedWords({ ...figure, meant: "at-least" })).toBe("$3 or more");
    expect(publishedWords({ ...figure, published: null })).toBe("not given");
    expect(ourWords(figure)).toBe("$3.20");
    expect(ourWords({ ...figure, meant: "given" })).toBe("taken as given");
  });

  it("names its tokens, and what a lone figure is of", () => {
    expect(labelWords({ label: "sent", unit: "tokens" })).toBe("sent (tokens)");
    expect(labelWords({ label: "", unit: "tokens" })).toBe("tokens");
    expect(labelWords({ label: "", unit: "usd" })).toBe("cost");
    expect(labelWords({ label: "a month", unit: "usd" })).toBe("a month");
  });
});

describe("the page's claims", () => {
  const { counts, subjects } = combinePublished(PUBLISHED_CLAIMS);
  const claims = subjects.flatMap((subject) => subject.claims);

  it("are all there, each under one subject and counted under one status", () => {
    expect(claims.map(({ id }) => id).toSorted()).toEqual(PUBLISHED_CLAIMS.map(({ id }) => id).toSorted());
    for (const { status, ids } of counts)
      expect(ids.toSorted()).toEqual(
        claims
          .filter((claim) => claim.status === status)
          .map(({ id }) => id)
          .toSorted(),
      );
  });

  it("sets the print of $0.34 beside the sum of its lines and says what is missing", () => {
    const print = claims.find(({ id }) => id === "B9.1");
    expect(print).toMatchObject({
      status: "disagrees",
      source: "Claude Code Token Cost (team-bill article)",
      // 135,000 + 195,000 + 11,400 + 9,375 millionths.
      figures: [{ label: "cost", published: "$0.34", ours: "$0.350775" }],
    });
    expect(print?.reason).toContain("cache write, $0.0094");
  });

  it("have links of at most the length that may be shared, which the calculator reads", () => {
    for (const { link } of claims) {
      expect(link.length).toBeLessThanOrEqual(1_900);
      expect(parseScenario(link).problems).toEqual([]);
    }
  });

  it.each(PUBLISHED_CLAIMS.map((claim) => [claim.id, claim] as const))(
    "%s: no two of its figures share a key",
    (_id, { figures }) => {
      expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
    },
  );

  it("refer only to claims that there are", () => {
    const ids = new Set(claims.map(({ id }) => id));
    const texts = claims.flatMap(({ inputs, reason, look, assumes }) => [inputs, reason ?? "", look, assumes ?? ""]);
    const named = texts.flatMap((text) => text.match(/\b[A-E]\d+(?:\.\d+)?\b/g) ?? []);
    expect(named.length).toBeGreaterThan(5);
    for (const id of named) expect(ids).toContain(id);
  });
});
