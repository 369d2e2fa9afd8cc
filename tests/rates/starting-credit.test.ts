import { describe, expect, it } from "vitest";
import { startingCredit } from "../../src/rates/starting-credit.ts";

describe("a new account's credit", () => {
  it("is $5 by the word of public guides only", () => {
    expect(startingCredit).toMatchObject({ usd: 5, confidence: "low", checkedOn: "2026-11-21" });
    expect(startingCredit.note).toMatch(/names no sum/);
  });
});
