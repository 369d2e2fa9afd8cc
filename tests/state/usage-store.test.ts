import { beforeEach, describe, expect, it, vi } from "vitest";
import { NO_USAGE } from "../../src/pricing/usage.ts";
import {
  askLog,
  cancelReading,
  forgetUsage,
  readFiles,
  readPaste,
  refuse,
  setZone,
  usageStore,
} from "../../src/state/usage-store.ts";
import type { LogSummary } from "../../src/usage-import/log-summary.ts";
import type { LogWorker, ReadOptions } from "../../src/usage-import/log-worker-client.ts";
import { dayIn } from "../../src/usage-import/log-worker-days.ts";
import type { DroppedFile, LogQuestion, ReadReport } from "../../src/usage-import/log-worker-protocol.ts";

const REPORT = { files: 1, bytes: 2, responses: 1 } as ReadReport;
const FILES: readonly DroppedFile[] = [{ path: "a.jsonl", file: new File(["{}"], "a.jsonl") }];
const API_USAGE = '{"model":"claude-sonnet-4-6","usage":{"input_tokens":1,"output_tokens":0}}';

const worker = {
  read: vi.fn<(files: readonly DroppedFile[], options: ReadOptions) => Promise<ReadReport>>(),
  ask: vi.fn<(question: LogQuestion) => Promise<unknown>>(),
  close: vi.fn(),
};
vi.mock("../../src/usage-import/log-worker-client.ts", () => ({ openLogWorker: () => worker as unknown as LogWorker }));

/** A read that goes on until it is stopped. */
function endless(_: readonly DroppedFile[], { signal }: ReadOptions): Promise<ReadReport> {
  return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

beforeEach(() => {
  forgetUsage();
  vi.resetAllMocks();
  worker.read.mockImplementation(async () => REPORT);
  worker.ask.mockImplementation(async (question) => ({ asked: question }) as unknown as LogSummary);
});

describe("files", () => {
  it("are read by the worker and summed up by the days of the zone", async () => {
    await setZone("utc");
    await readFiles(FILES);
    expect(usageStore.getState()).toMatchObject({
      status: "ready",
      source: "files",
      report: REPORT,
      progress: null,
      problem: null,
    });
    expect(worker.ask).toHaveBeenCalledExactlyOnceWith({ kind: "summary", zone: "utc", today: dayIn("utc")(Date.now()) });
    await setZone("local");
    expect(usageStore.getState().summary).toMatchObject({ asked: { zone: "local" } });
  });

  it("are added to logs that are there, and begin anew where there are none", async () => {
    await readFiles(FILES);
    await readFiles(FILES);
    expect(worker.read.mock.calls.map(([, { add }]) => add)).toEqual([false, true]);
  });

  it("without any usage are a problem, and leave nothing", async () => {
    worker.read.mockResolvedValue({ ...REPORT, files: 3, responses: 0 });
    await readFiles(FILES);
    expect(usageStore.getState()).toMatchObject({
      status: "failed",
      source: null,
      problem: "No usage was found in these 3 files.",
    });
  });

  it("that fail are a problem in the page's words, not the error's", async () => {
    worker.read.mockRejectedValue(new Error("a secret of the log"));
    await readFiles(FILES);
    expect(usageStore.getState()).toMatchObject({ status: "failed", problem: expect.not.stringContaining("secret") });
    expect(worker.close).toHaveBeenCalledOnce();
  });
});

describe("a read that is cancelled", () => {
  it("leaves the log that was there before it", async () => {
    await readFiles(FILES);
    const before = usageStore.getState();
    worker.read.mockImplementation(endless);
    const reading = readFiles(FILES);
    expect(usageStore.getState()).toMatchObject({ status: "reading", progress: { done: 0, total: 0 } });
    cancelReading();
    await reading;
    expect(usageStore.getState()).toEqual(before);
  });

  it("leaves nothing where nothing was", async () => {
    worker.read.mockImplementation(endless);
    const reading = readFiles(FILES);
    cancelReading();
    await reading;
    expect(usageStore.getState()).toMatchObject({ status: "empty", source: null, problem: null });
  });
});

describe("a paste", () => {
  it("takes the place of a log, and its worker ends", async () => {
    await readFiles(FILES);
    readPaste(API_USAGE);
    expect(usageStore.getState()).toMatchObject({ status: "ready", source: "paste", report: null, summary: null });
    expect(usageStore.getState().paste?.format).toBe("api-usage");
    expect(worker.close).toHaveBeenCalledOnce();
    await expect(askLog({ kind: "summary", zone: "utc", today: "2026-11-21" })).rejects.toThrow("no log was read");
  });

  it("that is not recognised says so and changes nothing else", () => {
    readPaste(API_USAGE);
    const before = usageStore.getState();
    readPaste("hello");
    expect(usageStore.getState()).toEqual({ ...before, problem: expect.stringContaining("no usage was found") });
    readPaste(API_USAGE);
    expect(usageStore.getState().problem).toBeNull();
  });

  it("of a subscription without numbers says what to do, and changes nothing else", () => {
    readPaste("With your Claude Max subscription, no need to monitor cost — your subscription includes Claude Code usage");
    expect(usageStore.getState()).toMatchObject({ status: "empty", problem: expect.stringContaining("subscription") });
  });
});

describe("what is refused or forgotten", () => {
  it("leaves what is there, or nothing", () => {
    readPaste(API_USAGE);
    refuse("This is an archive.");
    expect(usageStore.getState()).toMatchObject({ status: "ready", problem: "This is an archive." });
    forgetUsage();
    expect(usageStore.getState()).toMatchObject({ status: "empty", paste: null, problem: null });
  });
});

describe("a problem after a failure", () => {
  it("takes its place, report and all", async () => {
    worker.read.mockResolvedValue({ ...REPORT, responses: 0 });
    await readFiles(FILES);
    expect(usageStore.getState().report).not.toBeNull();
    refuse("This is an archive.");
    expect(usageStore.getState()).toMatchObject({ status: "empty", report: null, problem: "This is an archive." });
  });
});

describe("the first totals", () => {
  it("are there while the figures are added up, and gone with them", async () => {
    const totals = { responses: 3, cost: 1.5, usage: { ...NO_USAGE, input: 10 } };
    worker.read.mockImplementation(async (_, { onTotals }) => {
      onTotals?.(totals);
      return REPORT;
    });
    const seen: unknown[] = [];
    const unsubscribe = usageStore.subscribe((state) => seen.push(state.totals));
    await readFiles(FILES);
    unsubscribe();
    expect(seen).toContain(totals);
    expect(usageStore.getState()).toMatchObject({ status: "ready", totals: null });
  });

  it("of a stopped read are forgotten", async () => {
    worker.read.mockImplementation((files, options) => {
      options.onTotals?.({ responses: 1, cost: 1, usage: NO_USAGE });
      return endless(files, options);
    });
    const read = readFiles(FILES);
    await vi.waitFor(() => expect(usageStore.getState().totals).not.toBeNull());
    cancelReading();
    await read;
    expect(usageStore.getState()).toMatchObject({ status: "empty", totals: null });
  });
});
