import { describe, expect, it } from "vitest";
import { assignSeats } from "../../src/pricing/assign-seats.ts";
import type { PlanOffer } from "../../src/pricing/compare-plans.ts";
import { seatChoices, type TeamOffer } from "../../src/pricing/seat-choice.ts";

const plan = (id: string, fee: number, limit: number | null): PlanOffer => ({ id, name: id, fee, limit });
const team = (...seats: readonly PlanOffer[]): TeamOffer => ({ seats, least: 5, most: 150 });

describe("what one developer takes, alone and with the team", () => {
  it("a seat for $25 in place of a plan for $100 saves $75", () => {
    const offers = { plans: [plan("max", 100, null)], team: team(plan("seat", 25, 200)) };
    expect(seatChoices(150, offers, { overflow: "not-allowed" })).toEqual({
      alone: { option: "max", fee: 100, usage: 0 },
      inTeam: { option: "seat", fee: 25, usage: 0 },
      saving: 75,
    });
  });

  it("a seat that does not hold the work is no seat: sitting there saves less than anything", () => {
    const offers = { plans: [], team: team(plan("seat", 25, 149)) };
    const { inTeam, saving } = seatChoices(150, offers, { overflow: "not-allowed" });
    expect(inTeam).toBeNull();
    expect(saving).toBe(Number.NEGATIVE_INFINITY);
  });

  it("of two plans of one fee the one listed first is taken", () => {
    const [first, second] = [plan("first", 20, null), plan("second", 20, null)];
    expect(seatChoices(50, { plans: [first, second], team: null }, { overflow: "api-rates" }).alone.option).toBe("first");
    expect(seatChoices(50, { plans: [second, first], team: null }, { overflow: "api-rates" }).alone.option).toBe("second");
  });
});

describe("seats of the minimum that nobody sits on", () => {
  const offers = { plans: [], team: team(plan("seat", 25, 500)) };

  it.each([
    // Work of $400 each: even one seat of five saves 400 − 5 × 25.
    [4, { option: "seat", fee: 25, seats: 1 }],
    [5, null],
    [6, null],
  ])("with %d developers where 5 are the least: %j", (count, unused) => {
    expect(assignSeats([{ count, usdPerMonth: 400 }], offers, { overflow: "api-rates" }).unused).toEqual(unused);
  });

  it("there are none where no seat is taken", () => {
    // One developer of $100: five seats of $25 would cost 125.
    expect(assignSeats([{ count: 1, usdPerMonth: 100 }], offers, { overflow: "api-rates" }).unused).toBeNull();
  });
});
