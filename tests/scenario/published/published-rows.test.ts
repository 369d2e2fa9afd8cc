import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../../src/scenario/defaults.ts";
import { parseScenario, serializeScenario } from "../../../src/scenario/link.ts";
import { CLAIM_STATUSES, type ClaimStatus, judgeClaim } from "../../../src/scenario/published/judge-claim.ts";
import {
  type ClaimFigure,
  type ClaimValue,
  guideOf,
  isSpan,
  opened,
  type PublishedClaim,
} from "../../../src/scenario/published/published-claim.ts";
import { PUBLISHED_CLAIMS } from "../../../src/scenario/published/published-claims.ts";

/** One claim of the list against which the rows are held; its figures by key, none where it gives none. */
interface ListedClaim {
  readonly id: string;
  readonly source: string;
  readonly status: ClaimStatus;
  readonly published: Readonly<Record<string, ClaimValue>>;
  readonly exact: Readonly<Record<string, ClaimValue>>;
}

// The exact figures were worked out beside our code, so they are what it is held to.
const LIST = JSON.parse(readFileSync(new URL("../../fixtures/published-claims.json", import.meta.url), "utf8")) as {
  readonly statuses: Readonly<Record<ClaimStatus, number>>;
  readonly claims: readonly ListedClaim[];
};

const ROWS = PUBLISHED_CLAIMS.map((row) => [row.id, row] as const);

function listed(id: string): ListedClaim {
  const claim = LIST.claims.find((candidate) => candidate.id === id);
  if (!claim) throw new Error(`${id} is not in tests/fixtures/published-claims.json`);
  return claim;
}

function expectValue(value: ClaimValue | undefined, expected: ClaimValue): void {
  if (isSpan(expected)) {
    const { low, high } = value as typeof expected;
    expect([low, high].map(rounded)).toEqual([expected.low, expected.high].map(rounded));
  } else if (typeof expected === "number") expect(rounded(value as number)).toBe(rounded(expected));
  else expect(value).toBe(expected);
}

/** The list's own precision: ten decimals. */
function rounded(value: number): number {
  return Number(value.toFixed(10));
}

describe("the rows are the published claims, all of them", () => {
  it("have the ids of the list, each once", () => {
    const ids = PUBLISHED_CLAIMS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(LIST.claims.map(({ id }) => id).toSorted());
  });

  it("come to the list's counts of each status", () => {
    const statuses = PUBLISHED_CLAIMS.map((row) => judgeClaim(row).status);
    const counts = CLAIM_STATUSES.map((status) => [status, statuses.filter((each) => each === status).length]);
    expect(Object.fromEntries(counts)).toEqual(LIST.statuses);
  });
});

describe("each published claim, worked out again", () => {
  it.each(ROWS)(
    "%s: its guide, its published figures, our exact ones and how they stand to each other are the list's",
    (id, row) => {
      const claim = listed(id);
      const { figures, status } = judgeClaim(row);
      expect(guideOf(row)).toBe(claim.source);
      for (const [key, exact] of Object.entries(claim.exact)) expectValue(figures.find((each) => each.key === key)?.ours, exact);
      expect(status).toBe(claim.status);
    },
  );

  it.each(ROWS)("%s: what is shown as published is what was published, no more and no less", (id, { figures }) => {
    const published = Object.values(listed(id).published);
    const shown = figures.flatMap((figure) => figure.published ?? []);
    // A sentence without a figure is shown as one that holds or does not.
    const expected = published.length === 0 ? [true] : published;
    const texts = (values: readonly ClaimValue[]) => [...new Set(values.map((value) => JSON.stringify(value)))].sort();
    expect(texts(shown)).toEqual(texts(expected));
  });

  it.each(ROWS)("%s: where it disagrees or something was assumed, words say why", (_id, row) => {
    const { status } = judgeClaim(row);
    if (status === "disagrees") expect(row.reason).toMatch(/\d/);
    if (status === "range") expect(row.assumes ?? row.reason).toMatch(/\d|Sonnet/);
    expect(row.look).not.toBe("");
    expect(row.inputs).not.toBe("");
  });
});

describe("each published claim opens as a scenario", () => {
  it.each(ROWS)("%s: its link is canonical, opens without a problem and shows our figures", (_id, row) => {
    const link = serializeScenario(row.scenario);
    const { scenario, problems } = parseScenario(link);
    expect(problems).toEqual([]);
    expect(serializeScenario(scenario)).toBe(link);
    const here = opened(row.scenario);
    const there = opened(scenario);
    for (const figure of row.figures) expectShown(shown(figure, there), figure.ours(here));
  });

  it.each(ROWS)("%s: the figures are the scenario's own: another scenario has others", (_id, row) => {
    const other = opened(DEFAULT_SCENARIO);
    const here = opened(row.scenario);
    expect(row.figures.some((figure) => textOf(figure, other) !== textOf(figure, here))).toBe(true);
  });

  /** What the opened page has in the place of a figure: the figure itself, or one that lies in it. */
  function expectShown(value: ClaimValue, ours: ClaimValue): void {
    if (!isSpan(ours) || isSpan(value)) expectValue(value, ours);
    else {
      expect(value).toBeGreaterThanOrEqual(ours.low);
      expect(value).toBeLessThanOrEqual(ours.high);
    }
  }

  function shown({ ours, shows }: ClaimFigure, at: ReturnType<typeof opened>): ClaimValue {
    return (shows ?? ours)(at);
  }

  // A scenario without the model or the kind of session that a row reads has no such figure, which is another answer too.
  function textOf(figure: PublishedClaim["figures"][number], at: ReturnType<typeof opened>): string {
    try {
      return JSON.stringify(shown(figure, at));
    } catch (error) {
      return String(error);
    }
  }
});
