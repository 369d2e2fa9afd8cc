import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLogCollector, type LoggedResponse } from "../../src/usage-import/log-collector.ts";
import { readLogLine } from "../../src/usage-import/log-line.ts";
import { anyLine, type LineFields, logLine } from "./log-lines.ts";

interface Placed {
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

function collect(lines: readonly Placed[]): LoggedResponse[] {
  const collector = createLogCollector();
  for (const { text, path, line } of lines) {
    const read = readLogLine(text);
    if (read && "record" in read) collector.add(read.record, { path, line, raw: () => text });
  }
  return collector.responses();
}

const placed = (texts: readonly string[]): Placed[] => texts.map((text, index) => ({ text, path: "log.jsonl", line: index + 1 }));

/** Each pair in both orders: the first must win, told by its `version`. */
function expectFirstWins(better: LineFields, worse: LineFields): void {
  const texts = [
    logLine({ ...better, more: { ...better.more, version: "better" } }),
    logLine({ ...worse, more: { ...worse.more, version: "worse" } }),
  ];
  for (const order of [texts, texts.toReversed(), [...texts, ...texts]])
    expect(collect(placed(order)).map(({ winner }) => winner.version)).toEqual(["better"]);
}

const usage = (output: number, input = 10) => ({ input_tokens: input, output_tokens: output });
const EARLY = "2026-10-20T12:00:00.000Z";
const LATE = "2026-10-20T12:00:00.001Z";

describe("which of several lines stands for a response", () => {
  it("the main conversation's, whatever a sidechain says", () => {
    expectFirstWins({ usage: usage(1), stop: null, at: EARLY }, { usage: usage(900, 999), sidechain: true, at: LATE });
  });

  it("among those the one with most output", () => {
    expectFirstWins({ usage: usage(159), stop: null, at: EARLY }, { usage: usage(158, 999), at: LATE });
  });

  it("then one that says why it stopped", () => {
    expectFirstWins({ usage: usage(5), at: EARLY }, { usage: usage(5, 999), stop: null, at: LATE });
  });

  it("then the later", () => {
    expectFirstWins({ usage: usage(5), at: LATE }, { usage: usage(5, 999), at: EARLY });
    expectFirstWins({ usage: usage(5), at: "1969-01-01" }, { usage: usage(5, 999), at: null });
  });

  it("then the one with more tokens", () => {
    expectFirstWins({ usage: usage(5, 100) }, { usage: usage(5, 99) });
  });

  it("then the greater line by code unit", () => {
    const read = (tokens: Record<string, number>) => logLine({ usage: { output_tokens: 5, ...tokens } });
    // The lines first differ where one has "i" of input_tokens and the other "c" of cache_read_input_tokens.
    const texts = [read({ input_tokens: 7 }), read({ cache_read_input_tokens: 7 })];
    for (const order of [texts, texts.toReversed()])
      expect(collect(placed(order))[0]?.winner.requests[0]?.usage).toMatchObject({ input: 7, cacheRead: 0 });
  });

  it("and that one also where two lines that say the same lie on both sides of a third", () => {
    const line = (text: string, version: string) => `{"parentUuid":"${text}",${logLine({ more: { version } }).slice(1)}`;
    const [low, between, high] = [line("1", "same"), line("2", "other"), line("3", "same")];
    for (const order of [
      [low, high, between],
      [high, low, between],
      [between, low, high],
      [low, between, high],
    ])
      expect(collect(placed(order))[0]?.winner.version).toBe("same");
  });

  it("and never the highest of each figure", () => {
    const texts = [logLine({ usage: usage(5, 999) }), logLine({ usage: usage(6, 1) })];
    expect(collect(placed(texts))[0]?.winner).toMatchObject({ output: 6, tokens: 7 });
  });
});

describe("the instant and the place of a response", () => {
  it("are those of its earliest line, even where that one loses", () => {
    const texts = [
      logLine({ at: "2026-10-20T23:59:59Z", session: "s-1", usage: usage(1) }),
      logLine({ at: "2026-10-21T00:00:01Z", session: "s-2", usage: usage(9) }),
    ];
    const [response] = collect(placed(texts.toReversed()));
    expect(response?.winner.output).toBe(9);
    expect(response?.first).toEqual({ at: Date.parse("2026-10-20T23:59:59Z"), sessionId: "s-1", path: "log.jsonl", line: 2 });
  });

  it("a line without a timestamp is never the earliest", () => {
    const texts = [logLine({ at: null, session: "s-0" }), logLine({ session: "s-1" })];
    expect(collect(placed(texts))[0]?.first.sessionId).toBe("s-1");
  });

  it("of equally early ones the smaller session, then the smaller path", () => {
    const at = (session: string, path: string): Placed => ({ text: logLine({ session }), path, line: 1 });
    const places = [at("s-2", "a.jsonl"), at("s-1", "c.jsonl"), at("s-1", "b.jsonl")];
    for (const order of [places, places.toReversed()])
      expect(collect(order)[0]?.first).toMatchObject({ sessionId: "s-1", path: "b.jsonl" });
  });
});

describe("laws", () => {
  const anyLines = fc.array(
    fc.record({ text: anyLine, path: fc.constantFrom("a.jsonl", "b.jsonl"), line: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 30 },
  );

  it("the order of lines changes nothing, nor does reading them twice", () => {
    fc.assert(
      fc.property(
        anyLines.chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines, ...lines], { minLength: lines.length * 2 })),
        ),
        ([lines, shuffled]) => {
          expect(collect(shuffled)).toEqual(collect(lines));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("a line's text is asked for only where nothing else decides", () => {
    let asked = 0;
    const collector = createLogCollector();
    const add = (fields: LineFields): void => {
      const text = logLine(fields);
      const read = readLogLine(text);
      const raw = () => {
        asked += 1;
        return text;
      };
      if (read && "record" in read) collector.add(read.record, { path: "log.jsonl", line: 1, raw });
    };
    add({ session: "s-1" });
    add({ session: "s-2" });
    add({ usage: usage(900) });
    expect(asked).toBe(0);
    add({ usage: { cache_read_input_tokens: 10, output_tokens: 900 } });
    expect(asked).toBe(2);
  });
});
