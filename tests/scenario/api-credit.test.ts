import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { billsLessCredit } from "../../src/scenario/api-credit.ts";

const TODAY = "2026-11-20";

describe("programmatic work less the monthly API credit", () => {
  it.each([
    // Max: $100 of credit and of fee; Ultra: $200 of each
    [0, [0, 0, 100], [0, 0, 200]],
    [99, [99, 0, 100], [99, 0, 200]],
    [100, [100, 0, 100], [100, 0, 200]],
    [101, [100, 1, 101], [101, 0, 200]],
    [130, [100, 30, 130], [130, 0, 200]],
    [199, [100, 99, 199], [199, 0, 200]],
    [200, [100, 100, 200], [200, 0, 200]],
    [201, [100, 101, 201], [200, 1, 201]],
  ])("of $%d", (usd, max, ultra) => {
    const bills = billsLessCredit(usd, TODAY).map(({ creditUsd, restUsd, withFeeUsd }) => [creditUsd, restUsd, withFeeUsd]);
    expect(bills).toEqual([max, ultra]);
  });

  it("names plan and fee", () => {
    expect(billsLessCredit(1, TODAY)).toMatchObject([
      { plan: "max", name: "Max", feeUsd: 100 },
      { plan: "ultra", name: "Ultra", feeUsd: 200 },
    ]);
  });

  it.each([
    ["2026-10-06", []],
    ["2026-10-07", ["max", "ultra"]],
    ["2026-10-08", ["max", "ultra"]],
  ])("the credit began on 2026-10-07: %s", (day, ids) => {
    expect(billsLessCredit(50, day).map(({ plan }) => plan)).toEqual(ids);
  });

  it("refuses a bill that is no number", () => {
    expect(() => billsLessCredit(-1, TODAY)).toThrow(/^apiUsd: -1/);
  });

  it("law: a plan taken for its credit alone never costs less than the API, and more work never costs less", () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(50), (usd, more) => {
        const grown = billsLessCredit(usd + more, TODAY);
        billsLessCredit(usd, TODAY).forEach(({ withFeeUsd, restUsd }, index) => {
          expect(withFeeUsd).toBeGreaterThanOrEqual(usd);
          expect(grown[index]?.restUsd).toBeGreaterThanOrEqual(restUsd);
        });
      }),
    );
  });
});
