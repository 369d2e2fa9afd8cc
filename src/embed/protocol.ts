import type { EmbedTheme } from "../scenario/embed-snippet.ts";
import { readTheme } from "./embed-options.ts";

/** The one key under which every message stands. Frozen with version 1, as all of this file is: docs/embed.md. */
export const MESSAGE_KEY = "claude-code-cost";

export const PROTOCOL_VERSION = 1;

/** The most characters that a message's texts may have together. */
export const LONGEST_MESSAGE = 8_192;

/** The figures of a scenario. USD, unrounded. */
export interface EmbedTotals {
  readonly perSession: number;
  readonly perDay: number;
  readonly perDeveloperMonth: number;
  readonly perMonth: number;
  readonly perYear: number;
}

/** A scenario as the host may know it: its canonical link without `#`, and what it comes to. */
export interface ToldScenario {
  readonly link: string;
  readonly totals: EmbedTotals;
}

/** What the embed tells the page around it. */
export type EmbedMessage =
  /** It can be spoken to; repeated until acknowledged, for at most five seconds. */
  | { readonly type: "ready" }
  /** How high its content is, CSS pixels. */
  | { readonly type: "resize"; readonly height: number }
  /** The scenario is another one now, or was asked for. */
  | ({ readonly type: "change" | "state" } & ToldScenario)
  /** What of a link could not be used, in words. */
  | { readonly type: "error"; readonly reason: string };

/** What the page around it may ask of the embed. */
export type HostMessage =
  /** "ready" was heard. */
  | { readonly type: "ack" }
  | { readonly type: "setTheme"; readonly theme: EmbedTheme }
  /** A link's text, with or without `#`; read as every link is. */
  | { readonly type: "setScenario"; readonly link: string }
  | { readonly type: "getState" };

/** A message as it is sent. */
export type Enveloped<Message> = { readonly [MESSAGE_KEY]: Message & { readonly v: typeof PROTOCOL_VERSION } };

/** Puts a message under the key, with the version. */
export function enveloped<Message extends EmbedMessage | HostMessage>(message: Message): Enveloped<Message> {
  return { [MESSAGE_KEY]: { v: PROTOCOL_VERSION, ...message } };
}

/** What a host's message asks; null for anything that is not one of version 1, or too long. Never throws. */
export function readHostMessage(data: unknown): HostMessage | null {
  try {
    const fields = fieldsOf(data);
    return fields === null ? null : readFields(fields);
  } catch {
    return null;
  }
}

const MOST_FIELDS = 8;

// A plain object of own texts and numbers under the one key: nothing of it is looked up in a prototype, or walked through.
function fieldsOf(data: unknown): ReadonlyMap<string, unknown> | null {
  if (!isObject(data) || Object.keys(data).length !== 1 || !Object.hasOwn(data, MESSAGE_KEY)) return null;
  const message = (data as Record<string, unknown>)[MESSAGE_KEY];
  if (!isObject(message)) return null;
  const entries = Object.entries(message);
  if (entries.length > MOST_FIELDS || entries.some(([, value]) => isObject(value))) return null;
  const length = entries.reduce((sum, [key, value]) => sum + key.length + (typeof value === "string" ? value.length : 0), 0);
  return length > LONGEST_MESSAGE ? null : new Map(entries);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readFields(fields: ReadonlyMap<string, unknown>): HostMessage | null {
  if (fields.get("v") !== PROTOCOL_VERSION) return null;
  const type = fields.get("type");
  if (type === "ack" || type === "getState") return { type };
  if (type === "setTheme") {
    const theme = readTheme(fields.get("theme"));
    return theme === undefined ? null : { type, theme };
  }
  const link = fields.get("link");
  return type === "setScenario" && typeof link === "string" ? { type, link } : null;
}
