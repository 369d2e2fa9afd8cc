import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import type { EmbedPanel } from "../../../src/scenario/embed-snippet.ts";

/** The typical developer, at the prices of one day. */
export const LINK = "v=1&pd=2026-11-20&z=2";
export const LIGHT_PAPER = "rgb(247, 246, 243)";
export const DARK_PAPER = "rgb(20, 22, 26)";

export const month = (embed: FrameLocator): Locator => embed.locator("[data-figure=month] dd").first();
export const field = (embed: FrameLocator, name: string): Locator => embed.getByRole("textbox", { name, exact: true });

/** Waits until the embed answers to a person. */
export async function awaitUsable(embed: Pick<Page, "locator">): Promise<void> {
  await expect(async () => {
    const days = embed.locator("#days");
    expect(await days.evaluate((input) => Object.keys(input).some((key) => key.startsWith("__reactProps")))).toBe(true);
  }).toPass();
}

/** How many charts there are in an embed that shows these panels. */
export function slotsOf(show: readonly EmbedPanel[]): number {
  const slots = { verdict: 0, "break-even": 1, session: 2, month: 1, levers: 1 };
  return show.reduce((sum, panel) => sum + slots[panel], 0);
}

/** Runs in the page: whether something can be stored there. */
export function triesStorage(): string {
  try {
    return localStorage.length >= 0 ? "allowed" : "";
  } catch {
    return "denied";
  }
}
