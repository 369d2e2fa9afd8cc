import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { ImportPanel } from "../../src/features/import/import-panel.tsx";
import { forgetUsage, usageStore } from "../../src/state/usage-store.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import { summarizeLog } from "../../src/usage-import/log-summary.ts";
import { usageOfLog } from "../../src/usage-import/measured-log.ts";
import { logLine } from "../usage-import/log-lines.ts";

beforeEach(forgetUsage);

function holdLog(): void {
  const session = "44444444-aaaa-4000-8000-000000000004";
  const line = logLine({ id: "msg_1", session, usage: { output_tokens: 100_000 }, at: "2026-11-20T12:00:00Z" });
  const log = readLogFiles([
    { path: `projects/-home-ada-shop/${session}.jsonl`, text: `${line}\n{"type":"assistant","message":{"usage":{` },
  ]);
  const summary = summarizeLog(log, { dayOf: (at) => new Date(at).toISOString().slice(0, 10), today: "2026-11-21" });
  const report = { files: 1, bytes: 500, responses: 1, problemCount: log.problemCount, lowerBoundCount: 0 };
  usageStore.setState({
    status: "ready",
    source: "files",
    summary,
    report: { ...report, usage: { format: "session-log", ...usageOfLog(log) } },
  });
}

describe("the panel of your own usage", () => {
  it("keeps text that it does not know in its field, and says what it takes", async () => {
    render(<ImportPanel>what if</ImportPanel>);
    const field = screen.getByRole("textbox", { name: "Paste" });
    expect(screen.getByRole("button", { name: "Read" })).toBeDisabled();
    await userEvent.type(field, "hello");
    await userEvent.click(screen.getByRole("button", { name: "Read" }));
    expect(screen.getByText(/^No usage was found: paste \/cost/)).toBeVisible();
    expect(field).toHaveValue("hello");
    expect(screen.queryByText("what if")).toBeNull();
  });

  it("shows a paste, empties the field and leaves out what needs a log", async () => {
    render(<ImportPanel>what if</ImportPanel>);
    const field = screen.getByRole("textbox", { name: "Paste" });
    await userEvent.click(field);
    await userEvent.paste('{"model":"claude-sonnet-4-6","usage":{"input_tokens":1000000,"output_tokens":0}}');
    await userEvent.click(screen.getByRole("button", { name: "Read" }));
    expect(screen.getByRole("row", { name: /^Sonnet 4\.6 \$3\.00/ })).toBeVisible();
    expect(field).toHaveValue("");
    expect(screen.queryByText("what if")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Clear" }));
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("shows a log with what is made of it under it, and never a whole session id", async () => {
    holdLog();
    render(<ImportPanel>what if</ImportPanel>);
    // 100,000 × 15 / 1e6 = 1.50.
    expect(screen.getByRole("button", { name: "$1.50 in your logs: open Your logs" })).toBeVisible();
    expect(screen.getByText("what if")).toBeVisible();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Cost by" }), "session, the dearest ten");
    expect(screen.getByRole("row", { name: /^44444444, 2026-11-20, -home-ada-shop \$1\.50.* 100% 1 100K$/ })).toBeVisible();
    expect(document.body.textContent).toContain("-home-ada-shop/44444444.jsonl, line 2");
    expect(document.body.textContent).not.toContain("-aaaa-4000-");
  });

  it("counts bytes while it reads, with a way to stop", () => {
    usageStore.setState({ status: "reading", progress: { done: 3_000_000, total: 12_000_000 } });
    render(<ImportPanel />);
    const bar = screen.getByRole("progressbar", { name: "Reading: 3 of 12 MB" });
    expect(bar).toHaveAttribute("value", "3000000");
    expect(screen.getByRole("button", { name: "Cancel" })).toBeVisible();
  });
});
