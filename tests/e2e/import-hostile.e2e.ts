import { expect, type Page, test } from "@playwright/test";
import { figure, noteComplaints, openPage, textOf } from "./page-steps.ts";

/** What is dropped: made in the page, because ten thousand files are too many to hand over. */
interface Dropped {
  readonly name: string;
  /** The text, or its two ends with so many characters between them. */
  readonly text: string | { readonly from: string; readonly fill: number; readonly to: string };
}

async function openOwnUsage(page: Page): Promise<void> {
  await openPage(page);
  await page.getByRole("button", { name: "Start from your own usage" }).click();
  await expect(page.getByText("Drop session logs here")).toBeVisible();
}

/** Drops files on the panel, as a hand does. */
async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  await page.getByText("Drop session logs here").evaluate((place, dropped) => {
    const carried = new DataTransfer();
    for (const { name, text } of dropped) {
      const parts = typeof text === "string" ? [text] : [text.from, "x".repeat(text.fill), text.to];
      carried.items.add(new File(parts, name));
    }
    place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
  }, files);
}

/** A response of 1,000 input tokens on Sonnet 4.6: $0.003. */
function line(id: string, text = ""): string {
  const usage = { input_tokens: 1_000, output_tokens: 0 };
  const message = { model: "claude-sonnet-4-6", id, content: [{ type: "text", text }], stop_reason: "end_turn", usage };
  return JSON.stringify({ message, type: "assistant", timestamp: "2026-10-01T09:00:00.000Z", sessionId: "s", uuid: id });
}

test("ten thousand files, every tenth of them broken: nothing of the rest is lost, a hundred problems are named, the others counted", async ({
  page,
}) => {
  test.slow();
  const complaints = noteComplaints(page);
  await openOwnUsage(page);
  const files = Array.from({ length: 10_000 }, (_, index) => ({
    name: `${index}.jsonl`,
    text: index % 10 === 0 ? `{broken ${index}` : line(`msg_${index}`),
  }));
  await drop(page, files);
  const usage = page.locator("#own-usage");
  // 9,000 × $0.003 = $27.00
  await expect(usage.getByText(/over 9,000 requests/)).toBeVisible({ timeout: 60_000 });
  await expect(usage.getByText("$27.00").first()).toBeVisible();
  const remarks = usage.locator("details", { hasText: "Remarks on what was read" });
  await expect(remarks).toContainText("1,000 remarks");
  await remarks.locator("summary").click();
  await expect(remarks.getByRole("listitem")).toHaveCount(101);
  await expect(remarks.getByRole("listitem").first()).toHaveText("0.jsonl, line 1: not a JSON object");
  await expect(remarks.getByRole("listitem").last()).toHaveText("and 900 more.");
  expect(complaints).toEqual([]);
});

test("a billable line of 60 MB counts, whatever stands in it", async ({ page }) => {
  test.slow();
  await openOwnUsage(page);
  const [from = "", to = ""] = line("msg_long", "|").split("|");
  await drop(page, [{ name: "long.jsonl", text: { from, fill: 60_000_000, to: `${to}\n${line("msg_short")}\n` } }]);
  const usage = page.locator("#own-usage");
  await expect(usage.getByText(/over 2 requests/)).toBeVisible({ timeout: 60_000 });
  // 2 × $0.003
  await expect(usage.getByText("$0.006").first()).toBeVisible();
});

for (const [what, file, said] of [
  ["an archive", { name: "projects.zip", text: "PK\u0003\u0004rest" }, /archive/i],
  ["a file that is no log", { name: "notes.txt", text: "just words" }, /no |not /i],
  ["a log without usage", { name: "a.jsonl", text: '{"type":"user"}\n' }, /no usage was found/i],
] as const)
  test(`${what} is refused in words, and leaves everything as it was`, async ({ page }) => {
    const complaints = noteComplaints(page);
    await openOwnUsage(page);
    const before = await textOf(figure(page, "month"));
    await drop(page, [file]);
    await expect(page.locator("#own-usage [aria-live]").first()).toContainText(said);
    await expect(figure(page, "month")).toHaveText(before);
    expect(complaints).toEqual([]);
  });
