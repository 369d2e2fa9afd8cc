import { expect, type Locator, type Page } from "@playwright/test";

// 6 sessions a day on 18 days: 108 × $4.323008 (the typical session, see answer.e2e.ts) = 466.884864
export const LINK = "#v=1&pd=2026-11-20&day=18&s=6&z=4";
export const MONTH = "$466.88";
/** The month of the typical developer: 45 × $4.323008 = 194.53536 */
export const TYPICAL = "$194.54";

/** A button at the top of the page. */
export function tool(page: Page, name: "Undo" | "Redo" | "Saved" | "Share"): Locator {
  return page.getByRole("banner").getByRole("button", { name, exact: true });
}

export async function openDialog(page: Page, name: "Saved" | "Share"): Promise<Locator> {
  await tool(page, name).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}
