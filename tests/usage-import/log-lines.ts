import fc from "fast-check";

/** What a made assistant line can differ in; everything left out is as in an ordinary line. */
export interface LineFields {
  readonly id?: string | null;
  readonly model?: string | null;
  readonly usage?: unknown;
  readonly stop?: string | null;
  readonly at?: string | null;
  readonly session?: string | null;
  readonly request?: string | null;
  readonly sidechain?: boolean;
  /** Fields beside `message`. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export const SONNET_4_6 = "claude-sonnet-4-6";

/** An assistant line as an object; null leaves a field out. */
export function lineObject(fields: LineFields = {}): Record<string, unknown> {
  const { id = "msg_01", model = SONNET_4_6, usage = { input_tokens: 1_000, output_tokens: 100 }, stop = "end_turn" } = fields;
  const { at = "2026-10-20T12:00:00.000Z", session = "s-1", request = "req_1", sidechain = false, more = {} } = fields;
  const message = { ...given({ id, model }), role: "assistant", stop_reason: stop, usage };
  return {
    type: "assistant",
    isSidechain: sidechain,
    message,
    ...given({ requestId: request, timestamp: at, sessionId: session }),
    ...more,
  };
}

/** An assistant line as the log has it. */
export function logLine(fields: LineFields = {}): string {
  return JSON.stringify(lineObject(fields));
}

function given(fields: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Lines that fall on the same few responses, and differ in everything that decides between them. */
export const anyLine: fc.Arbitrary<string> = fc
  .record({
    id: fc.constantFrom("msg_01", "msg_02", "msg_03", "gateway", null),
    model: fc.constantFrom(SONNET_4_6, "claude-haiku-5-5", "claude-opus-4-6", "nobody's-model"),
    usage: fc.record({
      input_tokens: fc.constantFrom(0, 100, 150_000),
      output_tokens: fc.constantFrom(1, 50),
      cache_creation_input_tokens: fc.constantFrom(0, 10),
      cache_read_input_tokens: fc.constantFrom(0, 10),
      speed: fc.constantFrom("standard", "fast"),
    }),
    stop: fc.constantFrom("end_turn", null),
    at: fc.constantFrom("2026-01-20T12:00:00Z", "2026-10-20T12:00:00Z", "2026-10-20T12:00:01Z", null),
    session: fc.constantFrom("s-1", "s-2", null),
    request: fc.constantFrom("req_1", "req_2", null),
    sidechain: fc.boolean(),
    more: fc.record({ costUSD: fc.constantFrom(0.25, 0.5), uuid: fc.constantFrom("u-1", "u-2") }, { requiredKeys: [] }),
  })
  .map((fields) => logLine(fields));
