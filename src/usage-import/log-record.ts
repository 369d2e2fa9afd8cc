import { promptTokens } from "../pricing/usage.ts";
import { readUsd } from "./counts.ts";
import { fieldOf, type JsonObject, objectIn, textIn } from "./json-field.ts";
import { instantIn } from "./log-fields.ts";
import { identityOf } from "./log-identity.ts";
import { type BilledRequest, readUsage } from "./log-usage.ts";
import { UNKNOWN_MODEL } from "./usage-entry.ts";

/** Whom or what a response was made for; null where the line does not say. */
export interface Attribution {
  readonly version: string | null;
  readonly skill: string | null;
  readonly plugin: string | null;
  readonly mcpServer: string | null;
  readonly agentId: string | null;
}

/** What one log line says about one response of the API: counts and names, never what was written in it. */
export interface LogRecord extends Attribution {
  /** Lines with the same identity are one response. */
  readonly identity: string;
  readonly isSidechain: boolean;
  readonly hasStopReason: boolean;
  /** Milliseconds since 1970 UTC; null = no timestamp that can be read. */
  readonly at: number | null;
  readonly sessionId: string | null;
  /** Output tokens of the line's top level. */
  readonly output: number;
  /** Input, cache writes, cache reads and output of the line's top level. */
  readonly tokens: number;
  readonly requests: readonly BilledRequest[];
  /** USD as old versions logged it. */
  readonly costUsd: number | null;
}

/** Claude Code's name for messages that it wrote itself: nothing was sent. */
const NEVER_SENT = "<synthetic>";

interface Entry {
  readonly entry: JsonObject;
  readonly message: JsonObject;
  readonly usage: JsonObject;
  readonly isEcho: boolean;
}

/**
 * The record of a parsed line, or null where the line is not billable. Billable is an object with a `message.usage`, whose type is
 * "assistant" or not given, and the echo of one in the `data.message` of a "progress" line; not `<synthetic>`. Whatever else restates
 * usage (tool results, `cost-state`, result envelopes) is not.
 *
 * @param raw the line's text, which identifies a line that nothing else does
 * @throws RangeError for a count that is no whole number from 0 to 1e9
 */
export function recordOf(line: JsonObject, raw: string): LogRecord | null {
  const found = billableIn(line);
  if (found === null) return null;
  const { entry, message, usage, isEcho } = found;
  const model = textIn(message, "model") ?? UNKNOWN_MODEL;
  if (model === NEVER_SENT) return null;
  const { top, requests } = readUsage(usage, model);
  // An echo has its own names; what it lacks, the line around it has.
  const text = (name: string) => textIn(entry, name) ?? textIn(line, name);
  const at = instantIn(entry, "timestamp") ?? instantIn(line, "timestamp");
  const sessionId = text("sessionId") ?? text("session_id");
  return {
    identity: identityOf({
      messageId: textIn(message, "id"),
      requestId: textIn(entry, "requestId"),
      sessionId,
      timestamp: at ?? text("timestamp"),
      uuid: text("uuid"),
      raw,
    }),
    isSidechain: isEcho || fieldOf(entry, "isSidechain") === true,
    hasStopReason: textIn(message, "stop_reason") !== null,
    at,
    sessionId,
    output: top.output,
    tokens: promptTokens(top) + top.output,
    requests,
    costUsd: readUsd(fieldOf(entry, "costUSD")),
    version: text("version"),
    skill: text("attributionSkill"),
    plugin: text("attributionPlugin"),
    mcpServer: text("attributionMcpServer"),
    agentId: text("agentId") ?? (isEcho ? textIn(objectIn(line, "data") ?? {}, "agentId") : null),
  };
}

/** Whether a parsed line has the form of a session log's: billable, or one of the conversation's other entries. */
export function isLogLine(line: JsonObject): boolean {
  const isEntry = textIn(line, "type") !== null && textIn(line, "uuid") !== null && textIn(line, "sessionId") !== null;
  return isEntry || billableIn(line) !== null;
}

function billableIn(line: JsonObject): Entry | null {
  if (fieldOf(line, "type") !== "progress") return entryOf(line, false);
  const echoed = objectIn(objectIn(line, "data") ?? {}, "message");
  return echoed && entryOf(echoed, true);
}

function entryOf(entry: JsonObject, isEcho: boolean): Entry | null {
  const type = fieldOf(entry, "type") ?? "assistant";
  const message = objectIn(entry, "message");
  const usage = message && objectIn(message, "usage");
  return type === "assistant" && message && usage ? { entry, message, usage, isEcho } : null;
}
