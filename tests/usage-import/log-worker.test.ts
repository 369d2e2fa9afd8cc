import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FullUsage } from "../../src/pricing/usage.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import { problemsOf } from "../../src/usage-import/log-scan-problems.ts";
import { responsesIn } from "../../src/usage-import/log-scan-responses.ts";
import { trimRows } from "../../src/usage-import/log-scan-rows.ts";
import { totalsOfRows } from "../../src/usage-import/log-scan-totals.ts";
import { dayIn } from "../../src/usage-import/log-worker-days.ts";
import type { LogPart } from "../../src/usage-import/log-worker-part.ts";
import { bytesOf, partOf, sharesOf } from "../../src/usage-import/log-worker-parts.ts";
import { createQueue } from "../../src/usage-import/log-worker-queue.ts";
import { handedRead, joinReads, type LogRead, readParts, settled } from "../../src/usage-import/log-worker-read.ts";
import { madeUpLog, warmUp } from "../../src/usage-import/log-worker-warm.ts";
import { type MeasuredLog, measureLog, usageOfLog } from "../../src/usage-import/measured-log.ts";
import { anyLine, logLine } from "./log-lines.ts";

const FIXTURES = new URL("../fixtures/usage/session-log/", import.meta.url);

interface NamedText {
  readonly path: string;
  readonly text: string;
}

const quietly = { onProgress: () => {}, isStopped: () => false };

/** As the threads read: each its parts, brought together by the first. Files are handed out two at a time. */
async function readThreaded(files: readonly NamedText[], { threads = 2, firstFile = 0 } = {}): Promise<LogRead> {
  const dropped = files.map(({ path, text }) => {
    const file = new File([text], "x");
    return { path, file, size: file.size };
  });
  const queues = Array.from({ length: threads }, () => createQueue<LogPart>());
  for (let from = 0; from < dropped.length; from += 2) {
    const shares = sharesOf(dropped.slice(from, from + 2), { before: queues.map(() => 0), firstFile: firstFile + from });
    shares.forEach((share, thread) => {
      queues[thread]?.put(partOf(share));
    });
  }
  for (const { end } of queues) end();
  const [own, other] = await Promise.all(queues.map(({ next }) => readParts(next, quietly)));
  if (!other) return settled(own as LogRead);
  // Node cannot clone Blobs: the parts go around.
  const { parts, ...handed } = handedRead(other);
  return joinReads(own as LogRead, { ...structuredClone(handed), parts });
}

function measured({ rows, problems }: LogRead): MeasuredLog {
  return measureLog({ responses: () => responsesIn(rows) }, problemsOf(problems));
}

async function expectTheSame(files: readonly NamedText[]): Promise<void> {
  const expected = readLogFiles(files);
  for (const threads of [1, 2]) {
    const read = await readThreaded(files, { threads });
    expect(measured(read)).toEqual(expected);
    const { models, cost } = usageOfLog(expected);
    const totals = totalsOfRows(read.rows);
    expect(totals.responses).toBe(expected.rows.count);
    expect(totals.cost).toBeCloseTo(cost, 9);
    for (const [name, count] of Object.entries(totals.usage))
      expect(count).toBe(models.reduce((sum, { usage }) => sum + usage[name as keyof FullUsage], 0));
  }
}

describe("what the threads read is what readLogFiles reads", () => {
  const folders = readdirSync(FIXTURES);

  it.each(folders)("of the logs of %s", async (folder) => {
    const files = readdirSync(new URL(folder, FIXTURES), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".jsonl"))
      .map((path) => ({ path, text: readFileSync(new URL(`${folder}/${path}`, FIXTURES), "utf8") }));
    expect(readLogFiles(files).rows.count).toBeGreaterThan(0);
    await expectTheSame(files);
  });

  it("of any files, copies and contested lines included", async () => {
    const anyText = fc
      .array(fc.oneof({ weight: 6, arbitrary: anyLine }, fc.constantFrom("", "cut", '{"a":1', '{"type":"user"}', "[1]")), {
        maxLength: 15,
      })
      .map((lines) => lines.join("\n"));
    const anyFiles = fc.array(
      fc.record({ path: fc.constantFrom("a/1.jsonl", "b/2.jsonl", "b/subagents/3.jsonl"), text: anyText }),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(anyFiles, fc.boolean(), async (files, isDoubled) => {
        const named = (isDoubled ? [...files, ...files] : files).map(({ path, text }, index) => ({
          path: `${index}-${path}`,
          text,
        }));
        await expectTheSame(named);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["an archive", `PK\u0003\u0004\u0014\0\n${logLine()}\n\u0001\n`],
    ["UTF-16 without its mark", `${[...`${logLine()}\n${logLine()}\n`].join("\0")}\0`],
    ["a damaged start", `\ufffd\u0001x\n\0\0\0${logLine()}\0\0\n`],
    ["words", "word\n\n".repeat(150)],
    ["a byte order mark and CRLF", `\ufeff${logLine()}\r\n\r\n${logLine({ id: "msg_02" })}\r\n`],
    ["nothing", ""],
  ])("of %s", async (_what, text) => {
    await expectTheSame([
      { path: "a", text },
      { path: "b", text: logLine({ id: "msg_03" }) },
      { path: "c", text },
    ]);
  });

  it("of two lines that only their text tells apart, in one file, two files and two reads", async () => {
    // The same rank and total; the greater line by code unit, "…b", says 5 of 9 tokens were read from the cache.
    const one = logLine({ usage: { input_tokens: 9, output_tokens: 5 }, more: { note: "a" } });
    const other = logLine({ usage: { input_tokens: 4, cache_read_input_tokens: 5, output_tokens: 5 }, more: { note: "b" } });
    await expectTheSame([{ path: "a", text: `${one}\n${other}` }]);
    const files = [
      { path: "a", text: one },
      { path: "b", text: other },
    ];
    await expectTheSame(files);
    const before = await readThreaded(files.slice(0, 1), { threads: 1 });
    trimRows(before.rows);
    const after = await readThreaded(files.slice(1), { threads: 1, firstFile: 1 });
    const both = await joinReads(before, handedRead(after));
    expect(measured(both)).toEqual(readLogFiles(files));
  });

  it("of ids that are not ASCII among others that are, in whichever thread", async () => {
    const log = (letters: readonly string[]) => letters.map((letter) => logLine({ id: `msg_${letter}` })).join("\n");
    await expectTheSame([
      { path: "a", text: log(["é", "a", "b"]) },
      { path: "b", text: log(["ü", "c", "d", "e", "a"]) },
    ]);
  });

  it("of three lines alike of which one says something else, the greatest of them included that came before it was known", async () => {
    // "…c" and "…a" say the same, "…b" does not: the greatest is "…c", and no order of the three changes that.
    const plain = { input_tokens: 9, output_tokens: 5 };
    const a = logLine({ usage: plain, more: { note: "a" } });
    const b = logLine({ usage: { input_tokens: 4, cache_read_input_tokens: 5, output_tokens: 5 }, more: { note: "b" } });
    const c = logLine({ usage: plain, more: { note: "c" } });
    for (const lines of [
      [a, b, c],
      [c, a, b],
      [b, a, c],
      [a, c, b],
    ]) {
      await expectTheSame([{ path: "a", text: lines.join("\n") }]);
      const { rows } = await readThreaded([{ path: "a", text: lines.join("\n") }], { threads: 1 });
      expect([...responsesIn(rows)][0]?.winner.requests[0]?.usage).toMatchObject({ input: 9, cacheRead: 0 });
    }
  });

  it("in rows of 108 bytes a response: where its line lies is known, where the lines it outranks lay is not", async () => {
    // 19 words and 4 doubles; number 0 is no response. Of two lines with the same figures the later one counts, a copy ranks with it.
    const lines = Array.from({ length: 40 }, (_, index) => [
      logLine({ id: `msg_${index}` }),
      logLine({ id: `msg_${index}`, at: "2026-10-20T12:00:01.000Z" }),
    ]).flat();
    const { rows } = await readThreaded([{ path: "a", text: lines.join("\n") }], { threads: 1 });
    trimRows(rows);
    expect(rows.words.byteLength + rows.doubles.byteLength).toBe((19 * 4 + 4 * 8) * 41);
    expect(rows.lineCount).toBe(0);
    const copied = await readThreaded([{ path: "a", text: [...lines, ...lines].join("\n") }], { threads: 1 });
    expect(copied.rows.lineCount).toBe(40);
  });

  it("but for a line that does not mention usage and looks like an object: it is not parsed", async () => {
    const files = [{ path: "a", text: `{"type":broken}\n${logLine()}` }];
    expect(readLogFiles(files).problemCount).toBe(1);
    expect(measured(await readThreaded(files)).problemCount).toBe(0);
  });
});

describe("files are shared out", () => {
  const sized = (...sizes: readonly number[]) => sizes.map((size) => ({ path: String(size), file: new File([], "x"), size }));

  it("the greatest first, each to the thread that has least", () => {
    // 7 | 5; 4 to the second: 9; 3 to the first: 10; 2 to the second: 11.
    const shares = sharesOf(sized(2, 3, 4, 5, 7), { before: [0, 0], firstFile: 0 });
    expect(shares.map(({ files }) => files.map(({ size }) => size))).toEqual([
      [7, 3],
      [5, 4, 2],
    ]);
    expect(shares.map(({ files }) => bytesOf(files))).toEqual([10, 11]);
  });

  it("with what each thread was given before, and numbered on from there", () => {
    // 20 against 12: the first 8 go to the second thread, and of two that are level the first takes the next.
    const shares = sharesOf(sized(8, 1), { before: [20, 12], firstFile: 30 });
    expect(shares.map(({ files, firstFile }) => [files.map(({ size }) => size), firstFile])).toEqual([
      [[1], 30],
      [[8], 31],
    ]);
  });
});

describe("a queue", () => {
  it("gives what was put in its order, also to one who waits, and null once it has ended", async () => {
    const { put, end, next } = createQueue<string>();
    put("a");
    expect(await next()).toBe("a");
    const waiting = next();
    put("b");
    put("c");
    expect(await waiting).toBe("b");
    end();
    expect([await next(), await next()]).toEqual(["c", null]);
  });
});

describe("a thread that starts", () => {
  it("reads its made-up log as one that has responses, and stops where it is not wanted", async () => {
    let rounds = 0;
    const isWanted = (): boolean => {
      rounds += 1;
      return rounds < 3;
    };
    await warmUp({ isWanted });
    expect(rounds).toBe(3);
    // Each response has two lines, so of N lines with usage N / 2 responses are left.
    const text = madeUpLog(40);
    expect(readLogFiles([{ path: "a", text }]).rows.count).toBe(40);
    expect(readLogFiles([{ path: "a", text }]).problemCount).toBe(0);
  });
});

describe("a line above 64 MB", () => {
  it("is a problem, and the lines around it count", async () => {
    const long = logLine({ id: "msg_02", more: { toolUseResult: "x".repeat(66 * 1_024 * 1_024) } });
    const text = [logLine(), long, logLine({ id: "msg_03" }), "cut"].join("\n");
    const { rows, problems } = measured(await readThreaded([{ path: "a", text }]));
    expect(rows.count).toBe(2);
    expect(problems).toEqual([
      { file: "a", line: 2, reason: "a line of more than 64 MB" },
      { file: "a", line: 4, reason: "not a JSON object" },
    ]);
  });
});

describe("a day", () => {
  it("ends at midnight, UTC", () => {
    const day = dayIn("utc");
    expect(
      ["2026-10-20T00:00:00.000Z", "2026-10-20T23:59:59.999Z", "2026-10-21T00:00:00.000Z", "2026-10-20T12:00:00Z"].map((at) =>
        day(Date.parse(at)),
      ),
    ).toEqual(["2026-10-20", "2026-10-20", "2026-10-21", "2026-10-20"]);
  });

  it("ends at midnight here, whatever the zone", () => {
    const day = dayIn("local");
    const at = (text: string) => day(new Date(text).getTime());
    expect([at("2026-10-20T00:00:00"), at("2026-10-20T23:59:59"), at("2026-10-21T00:00:00")]).toEqual([
      "2026-10-20",
      "2026-10-20",
      "2026-10-21",
    ]);
  });
});
