import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useLogAnswer } from "../../src/features/import/what-if-answer.ts";
import { usageStore } from "../../src/state/usage-store.ts";
import type { LogQuestion, ReadReport } from "../../src/usage-import/log-worker-protocol.ts";

/** The questions that were asked, each with what answers it. */
const asked = vi.hoisted((): { model: string; answer: (share: number) => void; fail: () => void }[] => []);

vi.mock("../../src/state/usage-store.ts", async (original) => ({
  ...(await original<typeof import("../../src/state/usage-store.ts")>()),
  askLog: ({ model }: { model: string }) =>
    new Promise((resolve, reject) => asked.push({ model, answer: resolve, fail: () => reject(new Error("gone")) })),
}));

type PairQuestion = Extract<LogQuestion, { kind: "break-even-share" }>;
const question = (model: string): PairQuestion => ({ kind: "break-even-share", model, against: "other" });
const report = (files: number) => ({ files }) as ReadReport;
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

function asking(model: string) {
  return renderHook((current: string) => useLogAnswer(question(current)), { initialProps: model });
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  usageStore.setState({ source: "files", report: report(1) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("asking the log", () => {
  it("asks the first question at once and later ones at rest", async () => {
    const { rerender } = asking("a");
    await wait(0);
    rerender("b");
    await wait(119);
    rerender("c");
    await wait(119);
    expect(asked.map(({ model }) => model)).toEqual(["a"]);
    await wait(1);
    expect(asked.map(({ model }) => model)).toEqual(["a", "c"]);
  });

  it("asks the same question once, however often it is drawn", async () => {
    const { rerender } = asking("a");
    await wait(0);
    rerender("a");
    await act(async () => asked[0]?.answer(0.5));
    await wait(1_000);
    expect(asked).toHaveLength(1);
  });

  it("keeps the last answer with its own question until the next comes", async () => {
    const { result, rerender } = asking("a");
    await wait(0);
    await act(async () => asked[0]?.answer(0.5));
    rerender("b");
    expect(result.current).toEqual({ answered: { question: question("a"), answer: 0.5 }, isWaiting: true, hasFailed: false });
    await wait(120);
    await act(async () => asked[1]?.answer(0.7));
    expect(result.current).toEqual({ answered: { question: question("b"), answer: 0.7 }, isWaiting: false, hasFailed: false });
  });

  it("takes the answer to the last question, even where an earlier one comes after it", async () => {
    const { result, rerender } = asking("a");
    await wait(0);
    rerender("b");
    await wait(120);
    await act(async () => asked[1]?.answer(0.7));
    await act(async () => asked[0]?.answer(0.5));
    expect(result.current.answered?.answer).toBe(0.7);
  });

  it("asks again when another log was read, and shows nothing of the one before", async () => {
    const { result } = asking("a");
    await wait(0);
    await act(async () => asked[0]?.answer(0.5));
    act(() => usageStore.setState({ report: report(2) }));
    expect(result.current).toMatchObject({ answered: null, isWaiting: true });
    await wait(120);
    expect(asked).toHaveLength(2);
  });

  it("says when it failed", async () => {
    const { result } = asking("a");
    await wait(0);
    await act(async () => asked[0]?.fail());
    expect(result.current).toEqual({ answered: null, isWaiting: false, hasFailed: true });
  });
});
