import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOfPlan, type Overflow, type PlanOffer } from "../../src/pricing/compare-plans.ts";
import { planSeats, type SeatPlan } from "../../src/pricing/plan-seats.ts";
import type { DeveloperGroup, SeatOffers, TeamOffer } from "../../src/pricing/seat-choice.ts";
import { cpuClock } from "../lib/cpu-clock.ts";

const MAX: PlanOffer = { id: "max", name: "Max", fee: 100, limit: 110 };
const STANDARD: PlanOffer = { id: "standard", name: "Standard", fee: 25, limit: 100 };
const PREMIUM: PlanOffer = { id: "premium", name: "Premium", fee: 125, limit: 1500 };
const TEAM: TeamOffer = { seats: [PREMIUM, STANDARD], least: 5, most: 150 };
const TEAM_ONLY: SeatOffers = { plans: [], team: TEAM };

function each(count: number, usdPerMonth: number): DeveloperGroup {
  return { count, usdPerMonth };
}

function planned(groups: readonly DeveloperGroup[], offers: SeatOffers = TEAM_ONLY, overflow: Overflow = "api-rates"): SeatPlan {
  return planSeats(groups, offers, { overflow });
}

function lineTexts({ lines }: SeatPlan): string[] {
  return lines.map(({ kind, option, count, amount }) => `${kind} ${option}: ${count}, $${amount}`);
}

describe("without a team everybody has what is cheapest", () => {
  it("an API key, or a plan whose overflow is a line of its own", () => {
    // 2 × 100 in fees and 2 × (120 − 110) past the limit; 3 × 40 on a key. On keys: 240 + 120.
    const plan = planned([each(2, 120), each(3, 40)], { plans: [MAX], team: null });
    expect(lineTexts(plan)).toEqual(["fees max: 2, $200", "api api: 3, $120", "overflow max: 2, $20"]);
    expect(plan).toMatchObject({ developers: 5, total: 340, allOnApi: 360, saves: 20 });
  });

  it.each([
    [99, "api"],
    // Equal: the key.
    [100, "api"],
    [101, "max"],
  ])("at $%d of work: %s", (work, option) => {
    expect(planned([each(1, work)], { plans: [MAX], team: null }).groups[0]?.given[0]?.option).toBe(option);
  });

  it("where overflow is not allowed, a plan that cannot hold a developer is not offered to that developer", () => {
    const plan = planned([each(1, 110), each(1, 111)], { plans: [MAX], team: null }, "not-allowed");
    // 110 fits at a fee of 100; 111 is a key.
    expect(lineTexts(plan)).toEqual(["fees max: 1, $100", "api api: 1, $111"]);
  });

  it("at one price the lower fee goes first", () => {
    // At $120: Max is 100 + 10 = 110, the other plan 110 flat.
    const flat: PlanOffer = { id: "flat", name: "Flat", fee: 110, limit: null };
    expect(planned([each(1, 120)], { plans: [flat, MAX], team: null }).groups[0]?.given).toEqual([
      { option: "max", fee: 100, usage: 10, developers: 1 },
    ]);
  });

  it("nobody costs nothing", () => {
    expect(planned([])).toEqual({ developers: 0, groups: [], lines: [], total: 0, allOnApi: 0, saves: 0 });
    expect(planned([each(0, 90)]).groups).toEqual([{ count: 0, usdPerMonth: 90, given: [] }]);
  });
});

describe("a team of at least five seats at $25", () => {
  it.each([
    // 4 × 25, and the fifth seat is paid: 125 against 360.
    [4, ["fees standard: 4, $100", "unused-seats standard: 1, $25"], 125],
    [5, ["fees standard: 5, $125"], 125],
    [6, ["fees standard: 6, $150"], 150],
  ])("for %d developers at 90 dollars", (count, lines, total) => {
    const plan = planned([each(count, 90)]);
    expect(lineTexts(plan)).toEqual(lines);
    expect(plan).toMatchObject({ total, saves: count * 90 - total });
  });

  it.each([
    [2, 62, 124, "api"],
    // Five seats are 125: two at 62.50 are as much, and stay on keys.
    [2, 62.5, 125, "api"],
    [2, 63, 125, "standard"],
  ])("pays for %d developers from over $62.50 each on: $%d", (count, work, total, option) => {
    const plan = planned([each(count, work)]);
    expect(plan.total).toBe(total);
    expect(plan.groups[0]?.given.map((given) => given.option)).toEqual([option]);
  });

  it.each([
    // A paid seat is free to sit on: 125, not 125 + the key's work.
    [1, "standard", ["fees standard: 5, $125"]],
    // With no work nothing is saved: fewer seats are taken, and the fifth is unused.
    [0, "api", ["fees standard: 4, $100", "unused-seats standard: 1, $25", "api api: 1, $0"]],
  ])("whose fifth seat is paid anyway is joined at $%d of work by %s", (work, option, lines) => {
    const plan = planned([each(4, 90), each(1, work)]);
    expect(plan.groups[1]?.given.map((given) => given.option)).toEqual([option]);
    expect(lineTexts(plan)).toEqual(lines);
  });

  it("is joined by as many of a group as find a paid seat: one of three at $10", () => {
    // The fifth seat is paid, a sixth would be 25 for work of 10.
    expect(lineTexts(planned([each(4, 90), each(3, 10)]))).toEqual(["fees standard: 5, $125", "api api: 2, $20"]);
  });

  it("is not joined by a sixth who would pay more for the seat than for a key", () => {
    expect(lineTexts(planned([each(5, 90), each(1, 24)]))).toEqual(["fees standard: 5, $125", "api api: 1, $24"]);
  });

  it("counts standard and premium seats together", () => {
    // At $800: premium 125, standard 25 + 700.
    const plan = planned([each(2, 800), each(3, 90)]);
    expect(lineTexts(plan)).toEqual(["fees premium: 2, $250", "fees standard: 3, $75"]);
  });

  it("pays unused seats at its lowest fee, whatever seats are taken", () => {
    // 125 and 2,000 − 1,500 past the limit, and 4 × 25: 725 against 2,000.
    const plan = planned([each(1, 2000)]);
    expect(lineTexts(plan)).toEqual(["fees premium: 1, $125", "unused-seats standard: 4, $100", "overflow premium: 1, $500"]);
    expect(plan).toMatchObject({ total: 725, saves: 1275 });
  });

  it("takes nobody whom no seat holds, where overflow is not allowed", () => {
    const plan = planned([each(5, 90), each(2, 1501)], TEAM_ONLY, "not-allowed");
    expect(lineTexts(plan)).toEqual(["fees standard: 5, $125", "api api: 2, $3002"]);
  });
});

describe("a team of at most 150 seats", () => {
  it.each([
    [149, ["fees standard: 149, $3725"]],
    [150, ["fees standard: 150, $3750"]],
    [151, ["fees standard: 150, $3750", "api api: 1, $90"]],
  ])("for %d developers at 90 dollars", (count, lines) => {
    expect(lineTexts(planned([each(count, 90)]))).toEqual(lines);
  });

  it("seats those who save most: part of a group, if need be", () => {
    // At $100 a seat saves 75, at $90 it saves 65: all 100 of the first, 50 of the second.
    const plan = planned([each(80, 90), each(100, 100)]);
    expect(plan.groups.map(({ given }) => given.map(({ option, developers }) => [option, developers]))).toEqual([
      [
        ["api", 30],
        ["standard", 50],
      ],
      [["standard", 100]],
    ]);
  });
});

describe("what cannot be planned names field and value", () => {
  it.each([
    [[each(1.5, 90)], TEAM_ONLY, "groups[0].count: 1.5 is not a whole number of at least 0"],
    [[each(1, 90), each(-1, 90)], TEAM_ONLY, "groups[1].count: -1 is not a whole number of at least 0"],
    [[each(1, -0.01)], TEAM_ONLY, "usdPerMonth: -0.01 is not a number from 0 to 1000000000000"],
    [[each(1, Number.NaN)], TEAM_ONLY, "usdPerMonth: NaN is not a number from 0 to 1000000000000"],
    [[each(1, 90)], { plans: [{ ...MAX, fee: -1 }], team: null }, "max.fee: -1 is not"],
    [[], { plans: [MAX, MAX], team: null }, 'offers.id: "max" is not an id of its own and not "api"'],
    [[], { plans: [{ ...MAX, id: "api" }], team: null }, 'offers.id: "api" is not an id of its own'],
    [[], { plans: [], team: { ...TEAM, seats: [] } }, "team.seats: [] is not at least one kind of seat"],
    [[], { plans: [], team: { ...TEAM, least: 0 } }, "team.least: 0 is not a whole number of at least 1"],
    [[], { plans: [], team: { ...TEAM, most: 4 } }, "team.most: 4 is not a whole number of at least 5"],
  ])("%j %j", (groups, offers, message) => {
    expect(() => planned(groups, offers)).toThrow(message);
  });
});

// Whole dollars on a coarse grid, so that ties, limits and fees meet; every sum is exact.
const dollars = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most / 5 }).map((fives) => fives * 5);
const offer = (id: string): fc.Arbitrary<PlanOffer> =>
  fc.record({ id: fc.constant(id), name: fc.constant(id), fee: dollars(150), limit: fc.option(dollars(200)) });
const twoSeats = fc.tuple(offer("standard"), offer("premium"));
const team: fc.Arbitrary<TeamOffer> = fc
  .record({ seats: twoSeats, least: fc.constant(2), more: fc.integer({ min: 0, max: 5 }) })
  .map(({ seats, least, more }) => ({ seats, least, most: least + more }));
const offersOf = (teams: fc.Arbitrary<TeamOffer | null>): fc.Arbitrary<SeatOffers> =>
  fc.record({ plans: fc.tuple(offer("pro"), offer("max")), team: teams });
const overflows = fc.constantFrom<Overflow>("api-rates", "not-allowed");
// Some work alike, so that groups reach across the least and the most seats.
const developers = fc
  .array(fc.record({ work: dollars(250), alike: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 7 })
  .map((stated) => stated.flatMap(({ work, alike }) => Array.from({ length: alike }, () => work)).slice(0, 7));

/** Tries every way to give each developer each option. */
function exhaustive(works: readonly number[], { plans, team: contract }: SeatOffers, overflow: Overflow): number {
  const seats = contract?.seats ?? [];
  const costs = works.map((work) => [...plans, ...seats].map((one) => costOfPlan(one, work, overflow).cost));
  const lowest = Math.min(...seats.map(({ fee }) => fee));
  const from = (index: number, spent: number, taken: number): number => {
    const work = works[index];
    if (work === undefined) {
      if (contract === null || taken === 0) return spent;
      return taken > contract.most ? Infinity : spent + lowest * Math.max(0, contract.least - taken);
    }
    let best = from(index + 1, spent + work, taken);
    costs[index]?.forEach((cost, option) => {
      if (cost === null) return;
      best = Math.min(best, from(index + 1, spent + cost, taken + (option < plans.length ? 0 : 1)));
    });
    return best;
  };
  return from(0, 0, 0);
}

describe("laws", () => {
  it("the planner equals exhaustive search for 2,000 random teams of up to 7, with the seat minimum at 2", () => {
    fc.assert(
      fc.property(developers, offersOf(team), overflows, (works, offers, overflow) => {
        const alike = [...new Set(works)].map((work) => each(works.filter((other) => other === work).length, work));
        expect(planned(alike, offers, overflow).total).toBe(exhaustive(works, offers, overflow));
      }),
      { numRuns: 2000 },
    );
  });

  const groups = fc.array(
    fc.record({ count: fc.integer({ min: 0, max: 6 }), usdPerMonth: fc.double({ min: 0, max: 300, noNaN: true }) }),
    { maxLength: 6 },
  );
  const anyOffers = offersOf(fc.option(team));

  it("what is given is allowed, adds up to the groups, and its lines to the total", () => {
    fc.assert(
      fc.property(groups, anyOffers, overflows, (stated, offers, overflow) => {
        const plan = planned(stated, offers, overflow);
        const all = [...offers.plans, ...(offers.team?.seats ?? [])];
        let total = 0;
        let seats = 0;
        plan.groups.forEach(({ count, usdPerMonth, given }, index) => {
          expect({ count, usdPerMonth }).toEqual(stated[index]);
          expect(given.reduce((sum, part) => sum + part.developers, 0)).toBe(count);
          for (const { option, developers: takers } of given) {
            const plain = all.find(({ id }) => id === option);
            const cost = plain ? costOfPlan(plain, usdPerMonth, overflow).cost : usdPerMonth;
            total += takers * (cost ?? Number.NaN);
            if (offers.team?.seats.some(({ id }) => id === option)) seats += takers;
          }
        });
        const unused = plan.lines.find(({ kind }) => kind === "unused-seats");
        expect(unused?.count ?? 0).toBe(seats === 0 ? 0 : Math.max(0, 2 - seats));
        expect(seats).toBeLessThanOrEqual(offers.team?.most ?? 0);
        expect(plan.total).toBeCloseTo(total + (unused?.amount ?? 0), 6);
        expect(plan.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(plan.total);
      }),
    );
  });

  it("is never more than everybody on one option", () => {
    fc.assert(
      fc.property(groups, anyOffers, overflows, (stated, offers, overflow) => {
        const { total, allOnApi } = planned(stated, offers, overflow);
        const heads = stated.reduce((sum, { count }) => sum + count, 0);
        const onAll = (one: PlanOffer): number =>
          stated.reduce((sum, { count, usdPerMonth }) => {
            if (count === 0) return sum;
            return sum + count * (costOfPlan(one, usdPerMonth, overflow).cost ?? Infinity);
          }, 0);
        const { plans, team: contract } = offers;
        const lowest = Math.min(...(contract?.seats ?? []).map(({ fee }) => fee));
        const singles = [allOnApi, ...plans.map(onAll)];
        if (contract && heads > 0 && heads <= contract.most)
          singles.push(...contract.seats.map((seat) => onAll(seat) + Math.max(0, contract.least - heads) * lowest));
        for (const single of singles) expect(total).toBeLessThanOrEqual(single + 1e-9);
      }),
    );
  });

  it("costs no less when somebody's work grows, or somebody joins", () => {
    const growth = fc.record({ at: fc.nat(5), more: fc.double({ min: 0, max: 300, noNaN: true }) });
    fc.assert(
      fc.property(groups, growth, anyOffers, overflows, (stated, { at, more }, offers, overflow) => {
        const { total } = planned(stated, offers, overflow);
        const grown = stated.map((group, index) => (index === at ? { ...group, usdPerMonth: group.usdPerMonth + more } : group));
        expect(planned(grown, offers, overflow).total).toBeGreaterThanOrEqual(total - 1e-9);
        expect(planned([...stated, each(1, more)], offers, overflow).total).toBeGreaterThanOrEqual(total - 1e-9);
      }),
    );
  });

  it("does not depend on how developers are grouped", () => {
    fc.assert(
      fc.property(groups, anyOffers, overflows, (stated, offers, overflow) => {
        const rows = stated.flatMap(({ count, usdPerMonth }) => Array.from({ length: count }, () => each(1, usdPerMonth)));
        const { total } = planned(stated, offers, overflow);
        expect(planned(rows, offers, overflow).total).toBeCloseTo(total, 6);
        expect(planned(rows.toReversed(), offers, overflow).total).toBeCloseTo(total, 6);
      }),
    );
  });
});

describe("speed", () => {
  it("1,000 rows of different work are planned in under 50 ms, the best of five", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => each(1, 0.37 + ((index * 7919) % 1000)));
    const offers: SeatOffers = { plans: [MAX, { ...MAX, id: "ultra", fee: 200, limit: null }], team: TEAM };
    const times = Array.from({ length: 5 }, () => {
      const elapsed = cpuClock();
      planned(rows, offers);
      return elapsed();
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
