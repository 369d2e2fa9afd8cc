import { describe, expect, it } from "vitest";
import {
  createFrameQueue,
  DEAR_MILLISECONDS,
  DEAR_PAUSE,
  type QueuePlace,
  REST_MILLISECONDS,
  UNSEEN_REST_MILLISECONDS,
} from "../../../src/ui/charts/frame-queue.ts";

const FRAME = 16;

/** A page whose time passes only here: each frame takes 16 ms, each drawing what the test says. */
function fakePage() {
  let time = 1000;
  let tasks: (() => void)[] = [];
  let timers: { readonly at: number; readonly task: () => void }[] = [];
  const drawn: string[] = [];
  const after = (milliseconds: number, task: () => void) => {
    const timer = { at: time + milliseconds, task };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  const queue = createFrameQueue({ now: () => time, afterPaint: (task) => tasks.push(task), after });
  return {
    drawn,
    join: (isInView = () => true) => queue.join(isInView),
    ask: (place: QueuePlace, name: string, cost = 0) =>
      place.ask(() => {
        time += cost;
        drawn.push(name);
      }),
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    frame: (milliseconds = FRAME) => {
      time += milliseconds;
      const rung = timers.filter(({ at }) => at <= time);
      timers = timers.filter(({ at }) => at > time);
      for (const { task } of rung) task();
      const due = tasks;
      tasks = [];
      for (const task of due) task();
    },
    isIdle: () => tasks.length === 0 && timers.length === 0,
    /** Whether the browser is asked to make a frame. */
    wantsFrame: () => tasks.length > 0,
  };
}

/** A page with one chart whose first drawing is done and whose second, the one that is measured, cost so much. */
function pageWithChart(cost: number) {
  const page = fakePage();
  const place = page.join();
  page.ask(place, "mount");
  page.frame();
  page.ask(place, "measured", cost);
  page.frame();
  page.drawn.length = 0;
  return { page, place };
}

describe("the frame queue", () => {
  it("draws after the paint, not when asked", () => {
    const page = fakePage();
    page.ask(page.join(), "chart");
    expect(page.drawn).toEqual([]);
    page.frame();
    expect(page.drawn).toEqual(["chart"]);
  });

  it("draws the newest props only", () => {
    const page = fakePage();
    const place = page.join();
    page.ask(place, "old");
    page.ask(place, "new");
    page.frame();
    page.frame();
    expect(page.drawn).toEqual(["new"]);
  });

  it("draws one chart a frame, the one that has waited longest first", () => {
    const page = fakePage();
    const [first, second] = [page.join(), page.join()];
    page.ask(second, "second");
    page.pass(1);
    page.ask(first, "first");
    page.pass(1);
    page.ask(second, "second, newer");
    page.frame();
    expect(page.drawn).toEqual(["second, newer"]);
    page.frame();
    expect(page.drawn).toEqual(["second, newer", "first"]);
  });

  it("asks for no more frames when nothing waits", () => {
    const page = fakePage();
    page.ask(page.join(), "chart");
    page.frame();
    expect(page.isIdle()).toBe(true);
  });

  it("forgets a chart that left the page", () => {
    const page = fakePage();
    const place = page.join();
    page.ask(place, "gone");
    place.leave();
    page.frame();
    expect(page.drawn).toEqual([]);
    expect(page.isIdle()).toBe(true);
  });

  it("goes on with the others when one drawing throws", () => {
    const page = fakePage();
    const [broken, sound] = [page.join(), page.join()];
    broken.ask(() => {
      throw new Error("broken");
    });
    page.pass(1);
    page.ask(sound, "sound");
    expect(() => page.frame()).toThrow("broken");
    page.frame();
    expect(page.drawn).toEqual(["sound"]);
  });
});

describe("a dear chart", () => {
  it("is one that took over 12 ms: at 12 it still follows each frame, at 13 it waits", () => {
    for (const [cost, expected] of [
      [DEAR_MILLISECONDS, ["next"]],
      [DEAR_MILLISECONDS + 1, []],
    ] as const) {
      const { page, place } = pageWithChart(cost);
      page.ask(place, "next");
      page.frame();
      expect(page.drawn).toEqual(expected);
    }
  });

  it("is drawn when the input has rested for 36 ms, not at 35", () => {
    const { page, place } = pageWithChart(20);
    page.ask(place, "next");
    page.frame(REST_MILLISECONDS - 1);
    expect(page.drawn).toEqual([]);
    page.frame(1);
    expect(page.drawn).toEqual(["next"]);
  });

  it("asks for no frame while it waits for that: an empty frame costs as much as an answer", () => {
    const { page, place } = pageWithChart(20);
    page.ask(place, "next");
    page.frame();
    expect([page.drawn, page.wantsFrame(), page.isIdle()]).toEqual([[], false, false]);
    page.ask(place, "newer");
    expect(page.wantsFrame()).toBe(true);
    page.frame();
    page.frame(REST_MILLISECONDS);
    expect([page.drawn, page.isIdle()]).toEqual([["newer"], true]);
  });

  it("is drawn while the input goes on after 60 times its excess: 60 × (20 − 12) = 480 ms, not at 479", () => {
    const { page, place } = pageWithChart(20);
    const step = 10;
    for (let passed = step; passed < DEAR_PAUSE * (20 - DEAR_MILLISECONDS); passed += step) {
      page.ask(place, "next");
      page.frame(step);
    }
    expect(page.drawn).toEqual([]);
    page.ask(place, "next");
    page.frame(step - 1);
    expect(page.drawn).toEqual([]);
    page.ask(place, "last");
    page.frame(1);
    expect(page.drawn).toEqual(["last"]);
  });

  it("lets no other dear chart follow at once, but a cheap one", () => {
    const { page, place } = pageWithChart(20);
    const cheap = page.join();
    page.ask(cheap, "mount");
    page.frame();
    page.ask(place, "dear");
    page.pass(1);
    page.ask(cheap, "cheap");
    page.frame();
    page.frame();
    expect(page.drawn).toEqual(["mount", "cheap"]);
  });

  it("is not made so by its first drawing, which builds everything", () => {
    const page = fakePage();
    const place = page.join();
    page.ask(place, "mount", 100);
    page.frame();
    page.ask(place, "next");
    page.frame();
    expect(page.drawn).toEqual(["mount", "next"]);
  });

  it("is not made so by one slow drawing of many: (3 × 8 + 24) / 4 = 12 ms on average", () => {
    const { page, place } = pageWithChart(8);
    page.ask(place, "slow", 24);
    page.frame();
    page.ask(place, "next");
    page.frame();
    expect(page.drawn).toEqual(["slow", "next"]);
  });

  it("is soon forgiven: after 36 ms one drawing of 4 makes (36 + 3 × 4) / 4 = 12", () => {
    const { page, place } = pageWithChart(36);
    page.ask(place, "quick", 4);
    page.frame(REST_MILLISECONDS);
    page.ask(place, "next");
    page.frame();
    expect(page.drawn).toEqual(["quick", "next"]);
  });
});

describe("a chart out of sight", () => {
  it("waits until the input has rested for 300 ms, and comes after those in sight", () => {
    const page = fakePage();
    const [hidden, shown] = [page.join(() => false), page.join()];
    for (const place of [hidden, shown]) page.ask(place, "mount");
    page.frame();
    page.frame();
    page.ask(hidden, "hidden");
    page.pass(1);
    page.ask(shown, "shown");
    page.frame();
    page.frame();
    expect(page.drawn).toEqual(["mount", "mount", "shown"]);
    page.frame(UNSEEN_REST_MILLISECONDS - 2 * FRAME - 1);
    expect(page.drawn.at(-1)).toBe("shown");
    page.frame(1);
    expect(page.drawn.at(-1)).toBe("hidden");
  });
});
