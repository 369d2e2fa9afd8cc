import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLogLine } from "../../src/usage-import/log-line.ts";
import { createLogScanner, type LogScanner } from "../../src/usage-import/log-scan.ts";
import { EVENT, EVENT_WORDS, ROW } from "../../src/usage-import/log-scan-layout.ts";
import { responsesIn } from "../../src/usage-import/log-scan-responses.ts";
import { createLogRows } from "../../src/usage-import/log-scan-rows.ts";
import { createPartReader } from "../../src/usage-import/log-worker-part.ts";
import { createWasmScanner } from "../../src/usage-import/log-worker-scanner.ts";
import { anyLine, logLine } from "./log-lines.ts";

const wasm = createWasmScanner();
const plain = createLogScanner();
const LINES = 10_000;

/** What becomes of bytes that come in pieces. */
function readBytes(scanner: LogScanner, bytes: Uint8Array, piece = bytes.length) {
  const rows = createLogRows();
  rows.paths.push("a.jsonl");
  const part = { blob: new Blob(), files: [{ path: "a.jsonl", size: bytes.length }], firstFile: 0 };
  const reader = createPartReader(part, rows, scanner);
  for (let at = 0; at < bytes.length; at += Math.max(1, piece)) reader.take(bytes.subarray(at, at + Math.max(1, piece)));
  return { responses: [...responsesIn(rows)], problems: reader.problems(), contested: rows.contested.size };
}

/** Whether the scanner in WebAssembly takes a line apart by itself. */
function isTakenApart(line: string): boolean {
  const bytes = new TextEncoder().encode(line);
  wasm.room(bytes.length + 1).set(bytes);
  wasm.begin(0);
  return wasm.scan(bytes.length, true) === 1 && wasm.events()[EVENT.kind] === ROW;
}

const REAL =
  '{"parentUuid":null,"message":{"model":"claude-opus-5","id":"msg_01A","role":"assistant","content":[{"type":"text","text":"a \\"b\\" \\u00e9 é"}],"stop_reason":"end_turn","stop_sequence":null,"stop_details":null,"usage":{"input_tokens":2,"cache_creation_input_tokens":2334,"cache_read_input_tokens":124658,"output_tokens":16883,"server_tool_use":{"web_search_requests":3,"web_fetch_requests":0},"service_tier":"batch","cache_creation":{"ephemeral_1h_input_tokens":34,"ephemeral_5m_input_tokens":2200},"inference_geo":"us","iterations":[{"input_tokens":2,"output_tokens":16883,"cache_read_input_tokens":124658,"cache_creation_input_tokens":2334,"cache_creation":{"ephemeral_5m_input_tokens":2200,"ephemeral_1h_input_tokens":34},"type":"message"}],"speed":"fast"},"diagnostics":null},"requestId":"req_1","attributionSkill":"review","attributionPlugin":"p","attributionMcpServer":"m","agentId":"a1","costUSD":0.049212,"isSidechain":true,"type":"assistant","uuid":"u-1","timestamp":"2026-08-01T17:52:57.020Z","sessionId":"s-1","version":"2.1.220"}';

describe("the scanner in WebAssembly", () => {
  it("takes real lines apart by itself, every field of them", () => {
    expect(isTakenApart(REAL)).toBe(true);
    expect(isTakenApart(logLine())).toBe(true);
    const { responses } = readBytes(wasm, new TextEncoder().encode(REAL));
    expect(responses).toEqual([
      {
        first: { at: Date.parse("2026-08-01T17:52:57.020Z"), sessionId: "s-1", path: "a.jsonl", line: 1 },
        winner: {
          identity: "msg_01A",
          isSidechain: true,
          hasStopReason: true,
          at: Date.parse("2026-08-01T17:52:57.020Z"),
          sessionId: "s-1",
          output: 16_883,
          // 2 + 2,334 + 124,658 + 16,883
          tokens: 143_877,
          requests: [
            {
              model: "claude-opus-5",
              // 2,200 and what the split leaves out of 2,334: 100.
              usage: { input: 2, cacheWrite5m: 2_300, cacheWrite1h: 34, cacheRead: 124_658, output: 16_883, webSearches: 3 },
              speed: "fast",
              geo: "us",
              batch: true,
            },
          ],
          costUsd: 0.049_212,
          version: "2.1.220",
          skill: "review",
          plugin: "p",
          mcpServer: "m",
          agentId: "a1",
        },
      },
    ]);
  });

  it.each([
    ["several iterations", REAL.replace('"type":"message"}]', '"type":"message"},{"type":"compaction"}]')],
    ["an escape in a name", REAL.replace("claude-opus-5", "claude\\u002dopus-5")],
    ["a key twice", REAL.replace('"sessionId":"s-1"', '"sessionId":"s-0","sessionId":"s-1"')],
    ["a count that is none", REAL.replace('"output_tokens":16883,"server', '"output_tokens":16883.5,"server')],
    ["a gateway's id", REAL.replace("msg_01A", "ocgo")],
    ["an echo", REAL.replace('"type":"assistant"', '"type":"progress"')],
    ["a zone of its own", REAL.replace("57.020Z", "57.020+02:00")],
  ])("leaves %s to TypeScript", (_what, line) => {
    expect(isTakenApart(line)).toBe(false);
  });
});

const anyNumber = fc.oneof(fc.nat(), fc.double(), fc.constantFrom(1e9, 1e9 + 1, -0, -1, "5", null, true, [], {}));

const anyUsage = fc.record(
  {
    input_tokens: anyNumber,
    output_tokens: fc.nat(2_000),
    cache_creation_input_tokens: fc.nat(2_000),
    cache_read_input_tokens: fc.oneof({ weight: 5, arbitrary: fc.nat(2_000) }, anyNumber),
    cache_creation: fc.constantFrom({ ephemeral_5m_input_tokens: 3, ephemeral_1h_input_tokens: 4 }, {}, null, []),
    server_tool_use: fc.constantFrom({ web_search_requests: 2 }, { web_search_requests: 0.5 }, null),
    service_tier: fc.constantFrom("standard", "batch", null),
    inference_geo: fc.constantFrom("us", "not_available", ""),
    speed: fc.constantFrom("fast", "standard", 1),
    iterations: fc.constantFrom(
      [],
      null,
      [{ type: "message", output_tokens: 3 }],
      [{ type: "compaction", output_tokens: 3 }],
      [1],
      [{}],
    ),
  },
  { requiredKeys: [] },
);

const anyFields = fc.record({
  id: fc.constantFrom("msg_01", "msg_é", "msg", "ocgo", "", null),
  model: fc.constantFrom("claude-opus-5", "<synthetic>", "__proto__", "", "modèle", null),
  usage: anyUsage,
  stop: fc.constantFrom("end_turn", "", null),
  at: fc.oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom("2026-02-30T00:00:00Z", "2024-02-29T23:59:59Z", "2026-01-01T24:00:00Z", "2026-01-01", "", "x", null),
  ),
  session: fc.constantFrom("s-1", "s\n1", "", null),
  more: fc.record(
    {
      costUSD: fc.oneof(fc.double({ min: 0, max: 10 }), anyNumber),
      type: fc.constantFrom("assistant", "user", "progress", null, 1),
      session_id: fc.constantFrom("s-2", ""),
      agentId: fc.string(),
      attributionSkill: fc.constantFrom("review", ""),
      version: fc.constantFrom("2.1.220", 2),
      toolUseResult: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
});

/** A line with one byte changed, left out or put in. */
const damaged = (line: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      line,
      fc.nat(),
      fc.constantFrom(0, 1),
      fc.constantFrom("", '"', "\\", "{", "}", ",", ":", " ", "\t", "\0", "1", "-", "e", "[", "é", "\u0001"),
    )
    .map(([text, at, length, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + length);
    });

const made = fc.oneof(
  anyFields.map((fields) => logLine(fields)),
  anyLine,
  fc.constant(REAL),
);
const anyScanned = fc.oneof(
  made,
  made.map((line) => JSON.stringify(JSON.parse(line), null, " ").replaceAll("\n", " ")),
  damaged(made),
  damaged(damaged(made)),
);

describe("the scanner and its twin", () => {
  it(`say the same of ${LINES} lines, and the same as reading the line alone`, () => {
    let takenApart = 0;
    fc.assert(
      fc.property(anyScanned, (line) => {
        const bytes = new TextEncoder().encode(line);
        const read = readBytes(wasm, bytes);
        expect(read).toEqual(readBytes(plain, bytes));
        const alone = readLogLine(line);
        const isPassedBy = !line.includes('"usage"') && /^[\s\0]*\{.*\}[\s\0]*$/s.test(line);
        const record = alone !== null && "record" in alone ? alone.record : null;
        expect(read.responses.map(({ winner }) => winner)).toEqual(record === null ? [] : [record]);
        // A file that begins with other control characters is judged as a whole.
        if (!/[^\P{Cc}\t\n\r]/u.test(line))
          expect(read.problems).toHaveLength(alone !== null && "problem" in alone && !isPassedBy ? 1 : 0);
        takenApart += Number(isTakenApart(line));
      }),
      { numRuns: LINES },
    );
    expect(takenApart).toBeGreaterThan(LINES / 10);
  });

  it("say the same of whole files, however the bytes come in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyScanned, fc.constant("")), { maxLength: 30 }),
        fc.integer({ min: 1, max: 400 }),
        (lines, piece) => {
          const bytes = new TextEncoder().encode(lines.join("\n"));
          const whole = readBytes(wasm, bytes);
          expect(readBytes(wasm, bytes, piece)).toEqual(whole);
          expect(readBytes(plain, bytes, piece)).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("more lines than one call reports", () => {
    const text = Array.from({ length: 1_300 }, (_, index) => logLine({ id: `msg_${index}` })).join("\n");
    for (const scanner of [wasm, plain]) expect(readBytes(scanner, new TextEncoder().encode(text)).responses).toHaveLength(1_300);
    expect(EVENT_WORDS % 2).toBe(0);
  });

  it("a line of 20 MB in pieces of 1 MB", () => {
    const line = logLine({ more: { toolUseResult: "x".repeat(20_000_000) } });
    const bytes = new TextEncoder().encode(`${line}\n${logLine({ id: "msg_02" })}\n`);
    for (const scanner of [wasm, plain]) expect(readBytes(scanner, bytes, 1 << 20).responses).toHaveLength(2);
  });
});
