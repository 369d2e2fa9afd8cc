import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { figure, openPage, placeOfStop, slider, unfoldAll } from "./page-steps.ts";

test.describe("with a finger", () => {
  test.skip(({ isMobile }) => !isMobile, "only a phone has a touch screen here");

  test("A5: 20 swipes up that start on sliders scroll the page and change no value", async ({ page }) => {
    await openPage(page);
    await unfoldAll(page);
    const before = await inputsOf(page);
    const touch = await page.context().newCDPSession(page);
    const ranges = await page.getByRole("slider").all();
    for (let swipe = 0; swipe < 20; swipe += 1) {
      const range = ranges[swipe % ranges.length];
      if (!range) throw new Error("the page has no slider");
      const [top, last] = await range.evaluate((element) => {
        element.scrollIntoView({ block: "center" });
        return [scrollY, Number((element as HTMLInputElement).max)] as const;
      });
      const from = await placeOfStop(range, last * (swipe % 2));
      await drawFinger(touch, from, { x: from.x, y: from.y - 150 });
      await expect.poll(() => page.evaluate(() => scrollY), { message: `swipe ${swipe} scrolled` }).toBeGreaterThan(top);
    }
    expect(await inputsOf(page)).toEqual(before);
  });

  test("A5: a finger drawn sideways takes the sessions from 3 to 6 a day", async ({ page }) => {
    await openPage(page);
    const range = slider(page, "Sessions a working day");
    await range.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const touch = await page.context().newCDPSession(page);
    // Stops: 0, 0.5, 1, 2, 3, 4, 5, 6 …
    await drawFinger(touch, await placeOfStop(range, 4), await placeOfStop(range, 7));
    await expect(range).toHaveAttribute("aria-valuetext", "6 sessions a day");
    // 90 × $4.323008 = 389.07072
    await expect(figure(page, "month")).toHaveText("$389.07");
  });
});

interface Point {
  readonly x: number;
  readonly y: number;
}

async function drawFinger(touch: CDPSession, from: Point, to: Point): Promise<void> {
  const steps = 8;
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]): Promise<unknown> =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [from]);
  for (let step = 1; step <= steps; step += 1) {
    const way = step / steps;
    await send("touchMove", [{ x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way }]);
  }
  await send("touchEnd", []);
}

function inputsOf(page: Page): Promise<readonly string[]> {
  return page.locator("input, select").evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
}
