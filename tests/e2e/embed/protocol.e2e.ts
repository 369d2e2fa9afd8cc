import { expect } from "@playwright/test";
import { noteComplaints } from "../page-steps.ts";
import { embedIn, frame, heardOf, tell, test } from "./docs-host.ts";
import { awaitUsable, DARK_PAPER, field, LIGHT_PAPER, LINK } from "./embed-steps.ts";

test.describe("the protocol", () => {
  test("E6: ready is said until it is acknowledged, and then no more", async ({ page, host, calculator }) => {
    await host.open(page, frame(calculator));
    await expect.poll(async () => (await heardOf(page, "ready")).length).toBeGreaterThan(1);
    await tell(page, { type: "ack" });
    await page.waitForTimeout(100);
    const { length } = await heardOf(page, "ready");
    await page.waitForTimeout(700);
    expect((await heardOf(page, "ready")).length).toBe(length);
  });

  test("E6: theme, scenario and state are taken, changes told at rest, problems said", async ({ page, host, calculator }) => {
    await host.open(page, frame(calculator));
    const embed = embedIn(page);
    await awaitUsable(embed);
    await tell(page, { type: "setTheme", theme: "dark" });
    await expect(embed.locator("body")).toHaveCSS("background-color", DARK_PAPER);

    await tell(page, { type: "getState" });
    await expect.poll(async () => (await heardOf(page, "state")).at(-1)?.link).toBe(LINK);
    const [state] = await heardOf(page, "state");
    expect(Object.keys(state ?? {}).sort()).toEqual(["at", "link", "origin", "totals", "type", "v"]);
    expect(Object.keys(state?.totals ?? {})).toEqual(["perSession", "perDay", "perDeveloperMonth", "perMonth", "perYear"]);

    const days = field(embed, "Working days a month");
    // In one go: between two fills of a test a loaded machine comes to rest, and a rest is told.
    await days.evaluate((input: HTMLInputElement) => {
      for (const text of ["1", "12", "20"]) {
        input.select();
        document.execCommand("insertText", false, text);
      }
      input.blur();
    });
    await expect.poll(async () => (await heardOf(page, "change")).length).toBe(1);
    const [change] = await heardOf(page, "change");
    await tell(page, { type: "setScenario", link: `#${LINK}` });
    await expect(days).toHaveValue("15");
    await tell(page, { type: "setScenario", link: change?.link ?? "" });
    await expect(days).toHaveValue("20");
    // 20 / 15 of the month before.
    expect((change?.totals?.perMonth ?? 0) / (state?.totals?.perMonth ?? 1)).toBeCloseTo(20 / 15, 9);

    await tell(page, { type: "setScenario", link: "v=1&pd=2026-11-20" });
    await expect.poll(async () => (await heardOf(page, "error")).at(-1)?.reason).toContain("its end is missing");
    await expect(embed.getByText("This link did not open as it was made")).toBeVisible();
  });

  test("E6: 1,000 hostile messages of the host, and good ones of another frame, change nothing", async ({
    page,
    host,
    calculator,
  }) => {
    const complaints = noteComplaints(page);
    const ad = `<iframe id="ad" srcdoc="<script>
      setInterval(() => parent.frames[0].postMessage({ 'claude-code-cost': { v: 1, type: 'setTheme', theme: 'dark' } }, '*'), 20);
    </script>"></iframe>`;
    await host.open(page, `${frame(calculator)}${ad}`);
    const embed = page.frameLocator("iframe >> nth=0");
    await awaitUsable(embed);
    await page.evaluate(() => {
      const target = window.frames[0];
      const names = ["setTheme", "setScenario", "getstate", "eval", "__proto__", "constructor", "navigate", ""];
      const values = [
        null,
        1,
        -1,
        Number.NaN,
        "x".repeat(9_000),
        { a: { b: 1 } },
        ["dark"],
        "dark;}",
        "javascript:alert(1)",
        true,
      ];
      for (let round = 0; round < 1_000; round++) {
        const type = names[round % names.length];
        const value = values[round % values.length];
        const body = [
          { v: 1, type, theme: value, link: typeof value === "string" && value.length < 9_000 ? 0 : value },
          { v: 2, type: "setTheme", theme: "dark" },
          { type: "setTheme", theme: "dark" },
          value,
        ][round % 4];
        target?.postMessage(round % 5 === 0 ? body : { "claude-code-cost": body }, "*");
      }
    });
    await page.waitForTimeout(500);
    await expect(embed.locator("body")).toHaveCSS("background-color", LIGHT_PAPER);
    await expect(field(embed, "Working days a month")).toHaveValue("15");
    expect(await heardOf(page, "error")).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("E6: WordPress gets its own height message with its secret", async ({ page, host, calculator }) => {
    const attributes = 'width="600" height="400" sandbox="allow-scripts" security="restricted"';
    await host.open(page, frame(calculator, { link: `${LINK}#?secret=aB3dE5fG7h`, attributes }));
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { heard } = window as unknown as { readonly heard: readonly { readonly other?: { readonly secret?: string } }[] };
          return heard.find(({ other }) => other?.secret)?.other;
        }),
      )
      .toEqual({ secret: "aB3dE5fG7h", message: "height", value: expect.any(Number) });
    await expect(embedIn(page).getByText("This link did not open as it was made")).toHaveCount(0);
  });
});
