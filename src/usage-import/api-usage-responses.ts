import { fieldOf, isJsonObject, type JsonObject, objectIn, textIn } from "./json-field.ts";
import { type JsonAt, type JsonText, malformedProblems, readJson } from "./json-values.ts";
import { UNKNOWN_MODEL } from "./usage-entry.ts";
import type { ImportProblem } from "./usage-format.ts";

/** One answer of the Messages API, as far as it is billed. */
export interface ApiResponse {
  /** `msg_…`, or null where the text does not name it. */
  readonly id: string | null;
  readonly model: string;
  readonly usage: JsonObject;
  readonly batch: boolean;
  readonly line: number;
  /** Whether it is the events of a stream, the later of which complete it. */
  readonly streamed: boolean;
  /** Whether its stream ended before it stated its output. */
  readonly cutShort: boolean;
}

/** The answers of a text. */
export interface ApiResponses {
  readonly responses: readonly ApiResponse[];
  /** Requests of a batch that failed, expired or were cancelled. */
  readonly unbilled: number;
  readonly problems: readonly ImportProblem[];
}

/** Finds the answers of a text, in its order; an event `message_delta` completes the answer before it. */
export function readApiResponses(text: string): ApiResponses {
  const json = EVENT.test(text) ? readEvents(text) : readJson(text);
  const responses: ApiResponse[] = [];
  let unbilled = 0;
  for (const at of json.values) {
    const { value } = at;
    if (!isJsonObject(value)) continue;
    const type = textIn(value, "type");
    if (isUnbilled(value)) unbilled += 1;
    else if (type === "message_delta") completeLast(responses, value, { line: at.line });
    else {
      const response = type === "message_start" ? started(value, at) : answered(value, at);
      if (response) responses.push(response);
    }
  }
  return { responses, unbilled, problems: malformedProblems(json) };
}

// The blanks before it are of its own line: were they of any, each of many empty lines would be looked through to the last.
const EVENT = /^[^\S\n\r\u2028\u2029]*(?:data|event):/m;

// Server-sent events: only the lines of data hold JSON, and each of them one value.
function readEvents(text: string): JsonText {
  const values: JsonAt[] = [];
  const malformed: number[] = [];
  text.split("\n").forEach((raw, index) => {
    const data = /^\s*data:(.*)/s.exec(raw)?.[1]?.trim();
    if (data === undefined || data === "" || data === "[DONE]") return;
    const [first] = readJson(data).values;
    if (first) values.push({ value: first.value, line: index + 1 });
    else malformed.push(index + 1);
  });
  return { values, malformed };
}

function isUnbilled(value: JsonObject): boolean {
  const result = textIn(value, "custom_id") === null ? null : objectIn(value, "result");
  return result !== null && ["errored", "canceled", "expired"].includes(textIn(result, "type") ?? "");
}

function started(value: JsonObject, { line }: JsonAt): ApiResponse | null {
  const message = objectIn(value, "message");
  const usage = message && objectIn(message, "usage");
  return message && usage && { ...named(message), usage, batch: false, line, streamed: true, cutShort: true };
}

// Every count of a delta is the whole so far, and what it leaves out or writes as null stands as it was.
function completeLast(responses: ApiResponse[], delta: JsonObject, { line }: { readonly line: number }): void {
  const usage = objectIn(delta, "usage");
  if (!usage) return;
  const last = responses.at(-1);
  const stated = Object.fromEntries(Object.entries(usage).filter(([, count]) => count !== null));
  if (last?.streamed) responses[responses.length - 1] = { ...last, usage: { ...last.usage, ...stated }, cutShort: false };
  else responses.push({ id: null, model: UNKNOWN_MODEL, usage, batch: false, line, streamed: true, cutShort: false });
}

const OTHER_RECORDS: readonly (string | null)[] = ["result", "assistant", "user", "system", "progress", "cost-state"];

function answered(value: JsonObject, { line }: JsonAt): ApiResponse | null {
  if (OTHER_RECORDS.includes(textIn(value, "type")) || fieldOf(value, "modelUsage") !== undefined) return null;
  const result = objectIn(value, "result");
  const batched = textIn(value, "custom_id") === null || !result ? null : objectIn(result, "message");
  const message = batched ?? value;
  const inside = objectIn(message, "usage");
  const usage = inside && hasTokens(inside) ? inside : isBareUsage(value) ? value : null;
  return usage && { ...named(message), usage, batch: batched !== null, line, streamed: false, cutShort: false };
}

function named(message: JsonObject): Pick<ApiResponse, "id" | "model"> {
  const id = textIn(message, "id");
  return { id: id?.startsWith("msg_") ? id : null, model: textIn(message, "model") ?? UNKNOWN_MODEL };
}

function hasTokens(usage: JsonObject): boolean {
  return fieldOf(usage, "input_tokens") !== undefined || fieldOf(usage, "output_tokens") !== undefined;
}

// Claude Code's telemetry has these two counts and a cost, but other names for its cache.
function isBareUsage(value: JsonObject): boolean {
  const has = (name: string) => fieldOf(value, name) !== undefined;
  return has("input_tokens") && has("output_tokens") && !has("cost_usd") && !has("message");
}
