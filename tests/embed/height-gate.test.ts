import { beforeEach, describe, expect, test } from "vitest";
import { createHeightGate } from "../../src/embed/height-gate.ts";

let now = 0;
let tasks: { readonly at: number; readonly run: () => void }[] = [];
let sent: number[] = [];
let gate: (height: number) => void;

beforeEach(() => {
  now = 0;
  tasks = [];
  sent = [];
  gate = createHeightGate((height) => sent.push(height), {
    now: () => now,
    after: (milliseconds, run) => {
      const task = { at: now + milliseconds, run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
  });
});

function wait(milliseconds: number): void {
  now += milliseconds;
  const due = tasks.filter(({ at }) => at <= now);
  tasks = tasks.filter(({ at }) => at > now);
  for (const { run } of due) run();
}

describe("the heights that a host is told", () => {
  test("the first one when it has stood for 350 milliseconds: parts that come late change it", () => {
    gate(1_000);
    wait(349);
    expect(sent).toEqual([]);
    gate(1_400);
    wait(349);
    expect(sent).toEqual([]);
    wait(1);
    expect(sent).toEqual([1_400]);
  });

  test("the first one after 3 seconds at the latest, however often it changes", () => {
    for (let height = 1_000; height < 1_014; height++) {
      gate(height);
      wait(250);
    }
    // Measured at 0, 250, …, 2,750 = 11 × 250: the twelfth is there when 3,000 come.
    expect(sent[0]).toBe(1_011);
  });

  test.each([
    [1_003, [1_000]],
    [1_004, [1_000]],
    [1_005, [1_000, 1_005]],
    [997, [1_000]],
    [996, [1_000]],
    [995, [1_000, 995]],
  ])("after 1,000, a height of %i: a difference of up to four pixels is none", (height, told) => {
    gate(1_000);
    wait(350);
    gate(height);
    wait(1_000);
    expect(sent).toEqual(told);
  });

  test("growth soon, but not more often than every 120 milliseconds", () => {
    gate(1_000);
    wait(350);
    wait(16);
    gate(1_100);
    wait(16);
    gate(1_200);
    expect(sent).toEqual([1_000]);
    wait(120 - 32);
    expect(sent).toEqual([1_000, 1_200]);
  });

  test("room that is not needed after 300 milliseconds of rest, so an answer that wraps and unwraps tells nothing", () => {
    gate(1_000);
    wait(350);
    gate(980);
    wait(299);
    gate(1_000);
    wait(1_000);
    expect(sent).toEqual([1_000]);
    gate(980);
    wait(300);
    expect(sent).toEqual([1_000, 980]);
  });

  test("a drag of a second that changes the height at each of 60 frames tells it at most 10 times", () => {
    gate(1_000);
    wait(350);
    for (let frame = 1; frame <= 60; frame++) {
      wait(16);
      gate(1_000 + 10 * frame);
    }
    wait(1_000);
    // 1,000 / 120 = 8.3: eight while it goes on, the first before and the last behind.
    expect(sent.length).toBeLessThanOrEqual(10);
    expect(sent.at(-1)).toBe(1_600);
  });
});
