import { describe, expect, it } from "vitest";
import { byTotals, scenarioOf } from "../../../src/scenario/published/claim-scenarios.ts";
import { judgeClaim, printedPlace } from "../../../src/scenario/published/judge-claim.ts";
import type { ClaimFigure, ClaimValue, PublishedClaim } from "../../../src/scenario/published/published-claim.ts";

type MadeFigure = Partial<ClaimFigure> & { readonly published: ClaimValue | null; readonly is: ClaimValue };

/** A claim of these figures, ours beside each. */
function claimOf(figures: readonly MadeFigure[], more: Partial<PublishedClaim> = {}): PublishedClaim {
  return {
    id: "A0",
    subject: "sessions",
    says: "",
    inputs: "",
    figures: figures.map(({ is, ...figure }) => ({ key: "", label: "", unit: "usd", ours: () => is, ...figure })),
    scenario: scenarioOf([byTotals("claude-sonnet-4-6", { input: 1 })]),
    look: "",
    ...more,
  };
}

/** How a claim's only figure stands to ours, which is how the claim does. */
function statusOf(published: ClaimValue, is: ClaimValue, more: Partial<ClaimFigure> = {}): string {
  const { figures, status } = judgeClaim(claimOf([{ published, is, ...more }]));
  expect(figures.map((figure) => figure.status)).toEqual([status]);
  return status;
}

const SPAN = { low: 10, high: 20 };

describe("a figure", () => {
  it.each([
    // The last digit of 0.34 is a hundredth: anything from 0.335 to 0.345 is printed so.
    [0.34, 0.34, "agrees"],
    [0.34, 0.345, "rounds"],
    [0.34, 0.3450001, "disagrees"],
    [0.34, 0.335, "rounds"],
    [0.34, 0.3349999, "disagrees"],
    // The zeros of 400 are no digits: 350 to 450.
    [400, 450, "rounds"],
    [400, 450.1, "disagrees"],
    // 37 has none: 36.5 to 37.5.
    [37, 36.72, "rounds"],
    [37, 37.6, "disagrees"],
    // Nothing rounds to a zero that was meant as none.
    [0, 0, "agrees"],
    [0, 0.001, "disagrees"],
    // What floating-point sums leave behind is no difference.
    [0.3, 0.1 + 0.2, "agrees"],
    // Nor is a twentieth of a cent of a million dollars; a tenth of a small amount is.
    [1_000_000, 1_000_000.000_5, "agrees"],
    [1_000_000, 1_000_000.01, "rounds"],
    [0.000_01, 0.000_011, "rounds"],
    // A word or a yes is no figure, whatever it can be read as.
    [1, true, "disagrees"],
    [1, "1", "disagrees"],
  ] as const)("of %d beside ours of %j %s", (published, is, status) => {
    expect(statusOf(published, is)).toBe(status);
  });

  it("that was meant exactly is no rounding: a full price of 1 is not 1.25", () => {
    expect(statusOf(1, 1.25)).toBe("rounds");
    expect(statusOf(1, 1.25, { meant: "exactly" })).toBe("disagrees");
  });

  it.each([
    [2.99, "disagrees"],
    [3, "agrees"],
    [13, "agrees"],
    [{ low: 3, high: 9 }, "range"],
    [{ low: 2, high: 9 }, "disagrees"],
  ] as const)("of 3 or more beside ours of %o %s", (is, status) => {
    expect(statusOf(3, is, { meant: "at-least" })).toBe(status);
  });
});

describe("a range", () => {
  it.each([
    // Ours alone: at 10 and 20 it is still in the range.
    [SPAN, 9.99, "disagrees"],
    [SPAN, 10, "agrees"],
    [SPAN, 20, "agrees"],
    [SPAN, 20.01, "disagrees"],
    // Both ranges: one has to hold the other.
    [SPAN, { low: 12, high: 20 }, "range"],
    [SPAN, { low: 5, high: 25 }, "range"],
    [SPAN, { low: 5, high: 19 }, "disagrees"],
    [15, SPAN, "range"],
    [9, SPAN, "disagrees"],
    // From nothing on: nothing is in it.
    [{ low: 0, high: 5 }, 0, "agrees"],
    [SPAN, "15", "disagrees"],
  ] as const)("of %o beside ours of %o %s", (published, is, status) => {
    expect(statusOf(published, is)).toBe(status);
  });
});

describe("a claim", () => {
  const agrees = { published: 1, is: 1 };
  const rounds = { published: 1, is: 1.2 };
  const disagrees = { published: 1, is: 9 };

  it("is as its worst figure", () => {
    expect(judgeClaim(claimOf([agrees, agrees])).status).toBe("agrees");
    expect(judgeClaim(claimOf([agrees, rounds])).status).toBe("rounds");
    expect(judgeClaim(claimOf([agrees, rounds, disagrees])).status).toBe("disagrees");
  });

  it("for which something was assumed is a range, unless it disagrees all the same", () => {
    expect(judgeClaim(claimOf([agrees], { assumes: "an output" })).status).toBe("range");
    expect(judgeClaim(claimOf([disagrees], { assumes: "an output" })).status).toBe("disagrees");
  });

  it("all of whose figures are inputs or ours alone is a range: there is nothing to check", () => {
    const { figures, status } = judgeClaim(
      claimOf([
        { published: 1, is: 9, meant: "given" },
        { published: null, is: 2 },
      ]),
    );
    expect(status).toBe("range");
    expect(figures.map((figure) => [figure.ours, figure.status])).toEqual([
      [9, null],
      [2, null],
    ]);
    expect(judgeClaim(claimOf([agrees, { published: 1, is: 9, meant: "given" }])).status).toBe("agrees");
  });

  it.each([
    ["pro", "agrees"],
    ["api", "disagrees"],
  ])("of a choice holds by its name: pro beside %s %s", (is, status) => {
    expect(statusOf("pro", is, { unit: "choice" })).toBe(status);
  });
});

describe("the last digit printed", () => {
  it.each([
    [0.34, 0.01],
    [4.5, 0.1],
    [0.345, 0.001],
    [12.25, 0.01],
    [37, 1],
    [3_900, 100],
    [5_100_000, 100_000],
    [0.004, 0.001],
    [0, 0],
  ])("of %d is worth %d", (value, place) => {
    expect(printedPlace(value)).toBe(place);
  });
});
