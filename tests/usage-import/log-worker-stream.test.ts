import { afterEach, describe, expect, it, vi } from "vitest";
import { createLogRows } from "../../src/usage-import/log-scan-rows.ts";
import { createPartReader } from "../../src/usage-import/log-worker-part.ts";
import { bestScanner } from "../../src/usage-import/log-worker-scanner.ts";
import { streamPart } from "../../src/usage-import/log-worker-stream.ts";
import { logLine } from "./log-lines.ts";

const text = ["msg_01", "msg_02", "msg_03"].map((id) => `${logLine({ id })}\n`).join("");
const bytes = new TextEncoder().encode(text);

/** A Blob whose streams, but for the last, give so many bytes each and then neither more nor an end. */
function fallingSilent(given: readonly number[]): Blob {
  const left = [...given];
  const from = (rest: Uint8Array): Blob =>
    ({
      size: rest.length,
      slice: (start: number) => from(rest.subarray(start)),
      stream: () => {
        const most = left.shift();
        return new ReadableStream({
          start: (controller) => {
            if (most !== 0) controller.enqueue(rest.slice(0, most));
            if (most === undefined) controller.close();
          },
        });
      },
    }) as unknown as Blob;
  return from(bytes);
}

async function read(blob: Blob, afterMs: number): Promise<{ readonly responses: number; readonly hasEnded: boolean }> {
  const rows = createLogRows();
  const part = { blob, files: [{ path: "a", size: bytes.length }], firstFile: 0 };
  let hasEnded = false;
  const reading = streamPart(part, createPartReader(part, rows, bestScanner()), { onProgress: () => {}, isStopped: () => false });
  reading.then(() => {
    hasEnded = true;
  });
  await vi.advanceTimersByTimeAsync(afterMs);
  return { responses: rows.count - 1, hasEnded };
}

describe("a stream that falls silent", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    // The first is waited for for 1 s, the second for 2 s, the third for 4 s.
    ["never", [], 0],
    ["once, in the middle of a line", [100], 1_000],
    ["at its very beginning, and then again", [0, 700], 3_000],
    ["three times", [10, 20, 30], 7_000],
  ])("%s: the rest is asked for anew, and every byte is read once", async (_when, given, waited) => {
    vi.useFakeTimers();
    expect(await read(fallingSilent(given), waited)).toEqual({ responses: 3, hasEnded: true });
  });

  it("is given a second, not less", async () => {
    vi.useFakeTimers();
    expect(await read(fallingSilent([100]), 999)).toEqual({ responses: 0, hasEnded: false });
  });
});
