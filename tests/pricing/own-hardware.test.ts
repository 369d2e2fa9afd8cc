import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type HardwareMonth,
  hardwareBill,
  hardwareMonth,
  machineUsdPerMTok,
  meetingPoint,
  type OwnHardware,
} from "../../src/pricing/own-hardware.ts";

const HARDWARE: OwnHardware = {
  pricePerHour: 2,
  hoursPerMonth: 720,
  promptTokensPerSecond: 1_000,
  outputTokensPerSecond: 100,
  utilisationPercent: 50,
  peopleHours: 10,
  peoplePricePerHour: 50,
};
const CALL = { promptTokens: 2_000, outputTokens: 300 };

describe("a month of own hardware", () => {
  it("costs its hours and its people, and answers what its seconds at work allow", () => {
    // 2 × 720; 10 × 50; 720 × 3,600 × 0.5 = 1,296,000 s ÷ (2,000 / 1,000 + 300 / 100 = 5 s)
    expect(hardwareMonth(HARDWARE, CALL)).toEqual({ machineUsd: 1_440, peopleUsd: 500, callsPerMachine: 259_200 });
  });

  it.each([
    // 2 s each
    ["only read", { promptTokens: 2_000, outputTokens: 0 }, 648_000],
    // 3 s each
    ["only written", { promptTokens: 0, outputTokens: 300 }, 432_000],
    ["without tokens", { promptTokens: 0, outputTokens: 0 }, Infinity],
  ])("a call %s", (_what, call, calls) => {
    expect(hardwareMonth(HARDWARE, call).callsPerMachine).toBe(calls);
  });

  it.each([
    ["pricePerHour", -1],
    ["hoursPerMonth", Number.NaN],
    ["promptTokensPerSecond", 0],
    ["outputTokensPerSecond", -5],
    ["utilisationPercent", 101],
    ["peopleHours", -1],
    ["peoplePricePerHour", -1],
  ])("refuses %s of %d", (name, value) => {
    expect(() => hardwareMonth({ ...HARDWARE, [name]: value }, CALL)).toThrow(new RegExp(`^${name}: `));
  });

  it("costs so much for a million tokens at work", () => {
    // $2 ÷ 3,600 s ÷ 0.5 = $0.00111… a second; × 1,000,000 / 1,000 and / 100
    expect(machineUsdPerMTok(HARDWARE)?.prompt).toBeCloseTo(1.1111111, 6);
    expect(machineUsdPerMTok(HARDWARE)?.output).toBeCloseTo(11.111111, 5);
    expect(machineUsdPerMTok({ ...HARDWARE, utilisationPercent: 0 })).toBeNull();
  });
});

describe("calls on own hardware", () => {
  const month: HardwareMonth = { machineUsd: 1_000, peopleUsd: 500, callsPerMachine: 10 };
  it.each([
    [0, 1, 1_500],
    [1, 1, 1_500],
    [9, 1, 1_500],
    [10, 1, 1_500],
    [11, 2, 2_500],
    [20, 2, 2_500],
    [21, 3, 3_500],
  ])("%d calls, 10 to a machine: %d machines, $%d", (calls, machines, usd) => {
    expect(hardwareBill(month, calls)).toEqual({ machines, usd });
  });

  it("need no further machine for what a division leaves behind the comma", () => {
    // 0.7 ÷ 0.1 is 6.999…, 0.3 ÷ 0.1 is 2.999…, 3 × 1.1 ÷ 1.1 is 3.0000000000000004
    expect(hardwareBill({ ...month, callsPerMachine: 1.1 }, 3 * 1.1)?.machines).toBe(3);
  });

  it("are not answered at all by a machine that is never on", () => {
    expect(hardwareBill({ ...month, callsPerMachine: 0 }, 1)).toBeNull();
  });
});

describe("where own hardware meets the API", () => {
  it.each([
    // (1,000 + 500) ÷ 0.5 = 3,000 calls of 4,000; at 4,000 the API costs 2,000, two machines 2,500: k(2,000 − 1,000) ≥ 1,500 from k = 2 on,
    // (2 × 1,000 + 500) ÷ 0.5 = 5,000
    [
      "within one machine",
      { machineUsd: 1_000, peopleUsd: 500, callsPerMachine: 4_000 },
      0.5,
      { calls: 3_000, machines: 1, alwaysFrom: 5_000 },
    ],
    // a machine saves 1,500 − 1,000 = 500: people of 1,200 need 3; (3,000 + 1,200) ÷ 0.5 = 8,400 of 9,000; always: ceil(2,200 / 500) = 5, 6,200 ÷ 0.5
    [
      "with three machines",
      { machineUsd: 1_000, peopleUsd: 1_200, callsPerMachine: 3_000 },
      0.5,
      { calls: 8_400, machines: 3, alwaysFrom: 12_400 },
    ],
    // just enough: 1 × 500 = 500
    [
      "with one that is full",
      { machineUsd: 1_000, peopleUsd: 500, callsPerMachine: 3_000 },
      0.5,
      { calls: 3_000, machines: 1, alwaysFrom: 7_000 },
    ],
    // a cent more for people needs a second: (2,000 + 500.01) ÷ 0.5
    [
      "with a second for a cent more",
      { machineUsd: 1_000, peopleUsd: 500.01, callsPerMachine: 3_000 },
      0.5,
      { calls: 5_000.02, machines: 2, alwaysFrom: 9_000.02 },
    ],
    // a machine full answers 10,000 calls worth 5,000: k ≥ 1,500 / 4,000, one is enough for good
    [
      "for good at once",
      { machineUsd: 1_000, peopleUsd: 500, callsPerMachine: 10_000 },
      0.5,
      { calls: 3_000, machines: 1, alwaysFrom: 3_000 },
    ],
    [
      "at once where it costs nothing",
      { machineUsd: 0, peopleUsd: 0, callsPerMachine: 10 },
      0.5,
      { calls: 0, machines: 1, alwaysFrom: 0 },
    ],
  ])("%s", (_where, month, usdPerCall, meeting) => {
    const found = meetingPoint(month, usdPerCall);
    expect(found?.machines).toBe(meeting.machines);
    expect(found?.calls).toBeCloseTo(meeting.calls, 6);
    expect(found?.alwaysFrom).toBeCloseTo(meeting.alwaysFrom, 6);
  });

  it.each([
    // 2,000 calls × 0.5 = 1,000: no saving left
    ["costs what a full machine saves", { machineUsd: 1_000, peopleUsd: 0, callsPerMachine: 2_000 }, 0.5],
    ["is cheaper than a full machine", { machineUsd: 1_000, peopleUsd: 0, callsPerMachine: 1_999 }, 0.5],
    ["is free", { machineUsd: 1_000, peopleUsd: 0, callsPerMachine: 2_000 }, 0],
    ["meets a machine that is never on", { machineUsd: 0, peopleUsd: 500, callsPerMachine: 0 }, 0.5],
  ])("never, where the API %s", (_why, month, usdPerCall) => {
    expect(meetingPoint(month, usdPerCall)).toBeNull();
  });

  // C14 of the published claims: a GPU at $1–4 an hour, and "the API is cheaper under 10,000 calls a month"; their calls are 5,000 in, 2,000 out.
  it.each([
    // $720 ÷ $0.045 and $2,880 ÷ $0.045 on Sonnet 4 (5,000 × 3 + 2,000 × 15 = 45,000 millionths)
    ["Sonnet 4", 0.045, 16_000, 64_000],
    // the same ÷ $0.225 on Opus 4 (5,000 × 15 + 2,000 × 75): here 10,000 lies between
    ["Opus 4", 0.225, 3_200, 12_800],
  ])("for the published GPU day and night without people, on %s", (_model, usdPerCall, atOneUsd, atFourUsd) => {
    const atHour = (pricePerHour: number): HardwareMonth =>
      hardwareMonth(
        { ...HARDWARE, pricePerHour, peopleHours: 0, outputTokensPerSecond: 1e6 },
        { promptTokens: 5_000, outputTokens: 2_000 },
      );
    expect(meetingPoint(atHour(1), usdPerCall)?.calls).toBeCloseTo(atOneUsd, 6);
    expect(meetingPoint(atHour(4), usdPerCall)?.calls).toBeCloseTo(atFourUsd, 6);
  });

  const months = fc.record({
    machineUsd: fc.double({ min: 1, max: 1e5, noNaN: true }),
    peopleUsd: fc.double({ min: 0, max: 1e5, noNaN: true }),
    callsPerMachine: fc.double({ min: 1, max: 1e7, noNaN: true }),
  });
  const price = fc.double({ min: 1e-5, max: 10, noNaN: true });
  const ownAt = (month: HardwareMonth, calls: number): number => hardwareBill(month, calls)?.usd ?? Infinity;

  it("agrees from both sides: below it the API is cheaper, at it both cost the same, and no point before it is one", () => {
    fc.assert(
      fc.property(months, price, fc.double({ min: 0, max: 0.999, noNaN: true }), (month, usdPerCall, before) => {
        const meeting = meetingPoint(month, usdPerCall);
        fc.pre(meeting !== null);
        if (meeting === null) return;
        const { calls, machines } = meeting;
        expect(ownAt(month, calls) / (calls * usdPerCall)).toBeCloseTo(1, 6);
        expect(hardwareBill(month, calls * (1 - 1e-9))?.machines).toBeLessThanOrEqual(machines);
        expect(ownAt(month, calls * before)).toBeGreaterThan(calls * before * usdPerCall);
      }),
    );
  });

  it("is never lost again from where it is said to be kept", () => {
    fc.assert(
      fc.property(months, price, fc.double({ min: 1, max: 50, noNaN: true }), (month, usdPerCall, further) => {
        const from = meetingPoint(month, usdPerCall)?.alwaysFrom;
        fc.pre(from !== undefined);
        const calls = (from ?? 0) * further;
        expect(ownAt(month, calls)).toBeLessThanOrEqual(calls * usdPerCall * (1 + 1e-6) + 1e-6);
      }),
    );
  });

  it("does not exist where no number of calls makes own hardware cheaper", () => {
    fc.assert(
      fc.property(months, price, fc.double({ min: 0, max: 1e9, noNaN: true }), (month, usdPerCall, calls) => {
        fc.pre(meetingPoint(month, usdPerCall) === null);
        expect(ownAt(month, calls)).toBeGreaterThanOrEqual(calls * usdPerCall * (1 - 1e-6));
      }),
    );
  });
});
