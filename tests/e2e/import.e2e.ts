import { mkdirSync, writeFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { awaitReady, copyLink, figure, noteComplaints, numberField, openPage, sentence, textOf } from "./page-steps.ts";

// Stands in every line: it must show up nowhere.
const SECRET = "sk-ant-e2e-7f3b9c";
const SESSION = "0c7d3f4e-1111-4000-8000-00000000000a";
const FORK = "0c7d3f4e-2222-4000-8000-00000000000b";

interface Line {
  readonly id: string;
  readonly model?: string;
  readonly at: string;
  readonly session?: string;
  readonly usage: Readonly<Record<string, unknown>>;
  readonly agentId?: string;
  readonly done?: boolean;
}

/** A line as Claude Code 2.1 logs it. */
function logLine({ id, model = "claude-sonnet-4-6", at, session = SESSION, usage, agentId, done = true }: Line): string {
  return JSON.stringify({
    parentUuid: null,
    isSidechain: agentId !== undefined,
    cwd: `/home/ada/${SECRET}`,
    message: {
      model,
      id,
      type: "message",
      role: "assistant",
      content: [{ type: "text", text: SECRET }],
      stop_reason: done ? "end_turn" : null,
      usage,
    },
    requestId: `req_${id}`,
    type: "assistant",
    uuid: `${id}-${done}`,
    timestamp: at,
    sessionId: session,
    version: "2.1.263",
    ...(agentId && { agentId }),
  });
}

// Sonnet 4.6: 100,000 input at $3 = 0.30, 100,000 written for an hour at $6 = 0.60, 500,000 read at $0.30 = 0.15, 100,000 out at $15 = 1.50.
const FIRST = {
  id: "msg_e2e01",
  at: "2026-10-01T09:00:00.000Z",
  usage: {
    input_tokens: 100_000,
    cache_creation_input_tokens: 100_000,
    cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 100_000 },
    cache_read_input_tokens: 500_000,
    output_tokens: 100_000,
  },
};
// 500,000 read = 0.15, 20,000 out = 0.30.
const SECOND = {
  id: "msg_e2e02",
  at: "2026-10-01T09:20:00.000Z",
  session: FORK,
  usage: { input_tokens: 0, cache_creation_input_tokens: 0, cache_read_input_tokens: 500_000, output_tokens: 20_000 },
};
// Haiku 4.5: 100,000 input at $1 = 0.10, 20,000 out at $5 = 0.10.
const SUBAGENT = {
  id: "msg_e2e03",
  model: "claude-haiku-4-5-20251001",
  at: "2026-10-01T09:05:00.000Z",
  agentId: "a1b2c3",
  usage: { input_tokens: 100_000, output_tokens: 20_000 },
};
const TOTAL = "$3.20";

/** A folder of three files: a session, its fork with a copy of the first response and a broken line, and a subagent. */
function projectFolder(): string {
  const folder = test.info().outputPath("projects");
  const project = `${folder}/-home-ada-shop`;
  mkdirSync(`${project}/${SESSION}/subagents`, { recursive: true });
  const streaming = logLine({ ...FIRST, usage: { ...FIRST.usage, output_tokens: 1 }, done: false });
  const user = JSON.stringify({ type: "user", uuid: "u1", sessionId: SESSION, message: { role: "user", content: SECRET } });
  writeFileSync(`${project}/${SESSION}.jsonl`, `${[user, streaming, logLine(FIRST)].join("\n")}\n`);
  writeFileSync(
    `${project}/${FORK}.jsonl`,
    `${[logLine({ ...FIRST, session: FORK }), logLine(SECOND), `{"broken": "${SECRET}`].join("\n")}\n`,
  );
  writeFileSync(`${project}/${SESSION}/subagents/agent-a1b2c3.jsonl`, `${logLine(SUBAGENT)}\n`);
  return folder;
}

function panel(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

async function openOwnUsage(page: Page): Promise<void> {
  await openPage(page);
  await page.getByRole("button", { name: "Start from your own usage" }).click();
  await expect(page.getByText("Drop session logs here")).toBeVisible();
}

test("a folder of three files: read the total, switch the model, use it, share it; and no text of it gets anywhere", async ({
  page,
  context,
}) => {
  const complaints = noteComplaints(page);
  await openOwnUsage(page);
  await page.getByLabel("Session log folder").setInputFiles(projectFolder());
  // 2.55 + 0.45 + 0.20: the copy in the fork and the streaming line count nothing.
  await expect(page.locator("#own-usage").getByText(TOTAL).first()).toBeVisible();
  await expect(page.getByText(/over 3 requests/)).toBeVisible();

  const whatIf = panel(page, "What if");
  await whatIf.getByLabel("Model", { exact: true }).selectOption({ label: "Opus 5.5" });
  // 1.3 tokens for one: ((0.4 + 0.8 + 0.1 + 2.0) + (0.1 + 0.4) + (0.4 + 0.4)) × 1.3 = 4.6 × 1.3 = 5.98
  await expect(whatIf.getByRole("status").first()).toContainText("$5.98");

  await page.getByRole("button", { name: "Use my usage" }).click();
  await expect(numberField(page, "Requests in a session")).not.toHaveValue("80");
  const link = await copyLink(page);
  const sent = { month: await textOf(figure(page, "month")), said: await textOf(sentence(page)) };
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
  );
  for (const place of [link, kept, complaints.join(" "), await page.content()])
    for (const secret of [SECRET, "msg_e2e", "req_msg", SESSION]) expect(place).not.toContain(secret);

  const other = await context.newPage();
  await openPage(other, link);
  await expect(figure(other, "month")).toHaveText(sent.month);
  await expect(sentence(other)).toHaveText(sent.said);
  expect(complaints).toEqual([]);
});

test("a broken line is named with file and line, and loses nothing of the rest; the same folder again changes nothing", async ({
  page,
}) => {
  await openOwnUsage(page);
  const folder = projectFolder();
  for (let times = 0; times < 2; times++) {
    await page.getByLabel("Session log folder").setInputFiles(folder);
    await expect(page.locator("#own-usage").getByText(TOTAL).first()).toBeVisible();
    await expect(page.getByText(/over 3 requests/)).toBeVisible();
  }
  const remarks = page.locator("details", { hasText: "Remarks on what was read" });
  await remarks.locator("summary").click();
  // Of a session's id only the first part is shown.
  await expect(remarks).toContainText(`${FORK.slice(0, 8)}.jsonl, line 3: not a JSON object`);
  await expect(remarks.getByRole("listitem")).toHaveCount(1);
});

const PRINT = `Total cost:            $0.55
Total duration (API):  6m 20s
Total duration (wall): 1h 2m 3s
Total code changes:    10 lines added, 2 lines removed
Usage by model:
   claude-sonnet-4-6:  1.2k input, 5.3k output, 940.0k cache read, 50.0k cache write ($0.55)
`;

test("a pasted /cost is recognised, recalculated and taken over; what is not recognised changes nothing", async ({ page }) => {
  await openOwnUsage(page);
  const paste = page.getByLabel("Paste", { exact: true });
  await paste.fill(PRINT);
  await page.getByRole("button", { name: "Read", exact: true }).click();
  // 1,200 × $3 + 5,300 × $15 + 940,000 × $0.30 + 50,000 × $3.75 = 0.0036 + 0.0795 + 0.282 + 0.1875 = 0.5526
  await expect(page.locator("#own-usage").getByText("$0.553").first()).toBeVisible();
  await paste.fill(`just words and ${SECRET}`);
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(page.getByText("What was read before is still shown.")).toBeVisible();
  await expect(page.locator("#own-usage").getByText("$0.553").first()).toBeVisible();
  await page.getByRole("button", { name: "Use my usage" }).click();
  await expect(page.getByRole("radio", { name: "By its totals" })).toBeChecked();
  await expect(numberField(page, "Cache read")).toHaveValue("940,000");
  await page.goBack();
  await awaitReady(page);
  await expect(page.getByRole("radio", { name: "By its shape" })).toBeChecked();
});
