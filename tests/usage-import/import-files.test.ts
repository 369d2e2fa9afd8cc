import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulateSession } from "../../src/index.ts";
import { importFiles, readLogFiles } from "../../src/usage-import/import-files.ts";
import { sessionLogFormat } from "../../src/usage-import/session-log.ts";
import { anyLine, logLine } from "./log-lines.ts";
import { anyProfile, logOf } from "./simulated-log.ts";

const NOTHING = { models: [], cost: 0, stated: null, problems: [] };

describe("files that are no log", () => {
  it("nothing dropped is nothing measured", () => {
    expect(importFiles([])).toEqual({ format: null, ...NOTHING });
    expect(importFiles([{ path: "empty.jsonl", text: "" }])).toEqual({ format: null, ...NOTHING });
  });

  it("a log without responses is a log", () => {
    const text = '{"type":"user","uuid":"u-1","sessionId":"s-1","message":{"role":"user","content":"Hello."}}\n';
    expect(importFiles([{ path: "a.jsonl", text }])).toEqual({ format: "session-log", ...NOTHING });
  });

  it.each([
    ["an archive", `PK\u0003\u0004\u0014\0\n${logLine()}\n\u0001\n`],
    ["UTF-16 with its mark", `\ufffd\ufffd${[...`${logLine()}\n${logLine()}\n`].join("\0")}\0`],
    ["UTF-16 without", `${[...`${logLine()}\n${logLine()}\n`].join("\0")}\0`],
    ["a picture", "\ufffdPNG\r\n\u001a\n\0\0\0\rIHDR\n\n\u0001\n\u0002"],
  ])("%s is one problem", (_what, text) => {
    expect(importFiles([{ path: "x.bin", text }])).toEqual({
      format: null,
      ...NOTHING,
      problems: [{ file: "x.bin", line: 1, reason: "not a text file" }],
    });
  });

  it("a log with a damaged start is read, and so is one with NULs around its lines", () => {
    const { models, problems } = importFiles([{ path: "a.jsonl", text: `\ufffd\u0001x\n\0\0\0${logLine()}\0\0\n` }]);
    expect(models).toMatchObject([{ requests: 1 }]);
    expect(problems).toEqual([{ file: "a.jsonl", line: 1, reason: "not a JSON object" }]);
  });

  it("of words every line is a problem: the first hundred are named, all are counted", () => {
    const files = [{ path: "a.md", text: "word\n\n".repeat(150) }];
    const { problems } = importFiles(files);
    // Every second line is blank.
    expect(problems).toHaveLength(100);
    expect(problems[99]).toEqual({ file: "a.md", line: 199, reason: "not a JSON object" });
    expect(readLogFiles(files).problemCount).toBe(150);
  });
});

describe("several files", () => {
  it("a copy under another name changes nothing, its problems included", () => {
    const text = `${logLine()}\ncut`;
    const alone = importFiles([{ path: "a.jsonl", text }]);
    const copy = { path: "b.jsonl", text };
    expect(alone.problems).toHaveLength(1);
    expect(importFiles([copy, { path: "a.jsonl", text }])).toEqual(alone);
    expect(importFiles([{ path: "a.jsonl", text }, copy, copy])).toEqual(alone);
  });

  it("problems come in order of file and line", () => {
    const files = ["b", "a"].map((path) => ({
      path,
      text: `${path}\n${logLine({ id: path, at: null, request: path })}\n${path}`,
    }));
    expect(importFiles(files).problems.map(({ file, line }) => `${file}${line}`)).toEqual(["a1", "a2", "a3", "b1", "b2", "b3"]);
  });

  it("a long line counts as any other", () => {
    const usage = { output_tokens: 7 };
    const text = logLine({ usage, more: { toolUseResult: "x".repeat(8_000_000) } });
    expect(importFiles([{ path: "a", text: `${text}\n${text}` }]).models).toMatchObject([{ requests: 1, usage: { output: 7 } }]);
  });
});

describe("a pasted log", () => {
  it("is known by its lines, and its problems name no file", () => {
    const text = `cut"}\n${logLine()}\n`;
    expect(sessionLogFormat.detect(text)).toBe(true);
    expect(sessionLogFormat.parse(text)).toMatchObject({
      models: [{ requests: 1 }],
      problems: [{ line: 1, reason: "not a JSON object" }],
    });
    expect(sessionLogFormat.parse(text).problems[0]).not.toHaveProperty("file");
  });

  it.each([
    ["nothing", ""],
    ["/cost", "Total cost: $0.55"],
    ["an API's answer", '{"id":"msg_01","type":"message","usage":{"output_tokens":5}}'],
    ["a usage object", '{"input_tokens":5,"output_tokens":5}'],
    ["a result envelope", '{"type":"result","uuid":"u","session_id":"s","usage":{"output_tokens":5},"total_cost_usd":1}'],
    ["cost-state", '{"type":"cost-state","sessionId":"s","totalCostUSD":1,"modelUsage":{}}'],
    ["ccusage", '{"daily":[{"date":"2026-09-01","inputTokens":5}]}'],
    ["a cut line", logLine().slice(0, -1)],
  ])("%s is none", (_what, text) => {
    expect(sessionLogFormat.detect(text)).toBe(false);
  });
});

describe("laws", () => {
  it("the order of lines and files changes nothing, nor does dropping twice", () => {
    const files = fc
      .array(fc.array(anyLine, { maxLength: 12 }), { minLength: 1, maxLength: 4 })
      .map((logs) => logs.map((lines, index) => ({ path: `${index}.jsonl`, lines })));
    const text = (lines: readonly string[]) => lines.join("\n");
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.nat()), (logs, keys) => {
        const shuffled = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => ({ item, key: keys.next().value ?? 0 }))
            .sort((one, other) => one.key - other.key)
            .map(({ item }) => item);
        const asGiven = logs.map(({ path, lines }) => ({ path, text: text(lines) }));
        const mixed = shuffled(logs).map(({ path, lines }) => ({ path, text: text(shuffled(lines)) }));
        const { problems: _, ...given } = importFiles(asGiven);
        const { problems: _moved, ...moved } = importFiles([...mixed, ...shuffled(mixed)]);
        expect(moved).toEqual(given);
        // Lines that stay where they are keep their problems too.
        expect(importFiles(shuffled([...asGiven, ...asGiven]))).toEqual(importFiles(asGiven));
      }),
      { numRuns: 300 },
    );
  });

  it("no text makes importing throw, and every figure is finite", () => {
    const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.json(), anyLine, anyWildLine);
    fc.assert(
      fc.property(
        fc.array(fc.record({ path: fc.string(), text: fc.array(anyText).map((lines) => lines.join("\n")) })),
        (files) => {
          const { cost, stated, models } = importFiles(files);
          expect(Number.isFinite(cost) && Number.isFinite(stated ?? 0)).toBe(true);
          for (const model of models)
            expect(Object.values(model.usage).every((count) => Number.isSafeInteger(count) && count >= 0)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("a simulated session costs the same when its log is read back", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const session = simulateSession(profile);
        const { cost, models } = importFiles([{ path: "session.jsonl", text: logOf(profile, session.requests) }]);
        expect(models.reduce((sum, { requests }) => sum + (requests ?? 0), 0)).toBe(profile.requests);
        expect(Math.abs(cost - session.cost)).toBeLessThanOrEqual(1e-9 * session.cost);
      }),
      { numRuns: 300 },
    );
  });
});

const anyWildLine = fc
  .record({ count: fc.oneof(fc.double(), fc.jsonValue()), at: fc.oneof(fc.string(), fc.date().map(String)), model: fc.string() })
  .map(({ count, at, model }) =>
    logLine({ model, at, usage: { output_tokens: 5, input_tokens: count, iterations: [{ type: at }] } }),
  );
