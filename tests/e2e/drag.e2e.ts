import { setTimeout as wait } from "node:timers/promises";
import { type CDPSession, expect, test } from "@playwright/test";
import { copyLink, noteComplaints, openPage, placeOfStop, slider } from "./page-steps.ts";

test.describe("U9: a slider dragged from end to end for 6 seconds", () => {
  test("writes the address at most twice a second, the last time within half a second of the release", async ({ page }) => {
    const complaints = noteComplaints(page);
    await page.addInitScript(countHistoryWrites);
    await openPage(page);
    const range = slider(page, "Sessions a working day");
    const last = Number(await range.getAttribute("max"));
    const ends = [await placeOfStop(range, 0), await placeOfStop(range, last)] as const;
    const mouse = await page.context().newCDPSession(page);
    const now = (): Promise<number> => page.evaluate(() => performance.now());
    const start = await now();
    await dragThereAndBack(mouse, ends, { milliseconds: 6_000 });
    const released = await now();
    // 500 ms, and 200 for the test to see it.
    await expect.poll(() => page.url(), { timeout: 700, intervals: [20] }).toContain("&s=500&");
    const writes = await page.evaluate(() => (globalThis as unknown as { readonly writes: readonly number[] }).writes);
    expect(released - start).toBeGreaterThan(5_900);
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.length).toBeLessThanOrEqual(2 * ((released - start) / 1_000) + 1);
    expect((writes.at(-1) ?? Number.NaN) - released).toBeLessThanOrEqual(500);
    expect(await copyLink(page)).toBe(page.url());
    expect(complaints).toEqual([]);
  });
});

/** Drags from one end to the other, back, and there again, as slowly as a hand. */
async function dragThereAndBack(
  mouse: CDPSession,
  [from, to]: readonly [Point, Point],
  { milliseconds }: { readonly milliseconds: number },
): Promise<void> {
  const moves = 180;
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", way: number): Promise<unknown> =>
    mouse.send("Input.dispatchMouseEvent", {
      type,
      x: from.x + (to.x - from.x) * way,
      y: from.y,
      button: "left",
      buttons: 1,
      clickCount: 1,
    });
  const start = performance.now();
  await send("mousePressed", 0);
  for (let move = 1; move <= moves; move += 1) {
    // Nothing is awaited here: the pace is the hand's.
    await wait(Math.max(0, start + (move * milliseconds) / moves - performance.now()));
    await send("mouseMoved", Math.abs((((move * 3) / moves + 1) % 2) - 1));
  }
  await send("mouseReleased", 1);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Runs before the page: notes in `writes` when it writes history, in milliseconds since it was opened. */
function countHistoryWrites(): void {
  const writes: number[] = [];
  for (const name of ["pushState", "replaceState"] as const) {
    const write = history[name].bind(history);
    history[name] = (...args) => {
      writes.push(performance.now());
      write(...args);
    };
  }
  Object.assign(globalThis, { writes });
}
