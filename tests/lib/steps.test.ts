import { describe, expect, it } from "vitest";
import { finish, type Steps } from "../../src/lib/steps.ts";

describe("work in steps", () => {
  it("taken all at once gives its result", () => {
    let steps = 0;
    const work = function* (): Steps<number> {
      for (; steps < 3; steps += 1) yield;
      return 7;
    };
    expect(finish(work())).toBe(7);
    expect(steps).toBe(3);
  });
});
