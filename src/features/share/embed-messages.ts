// A host's side of docs/embed.md, written as any host would write it: the dialog's preview is one more page around an embed.

const KEY = "claude-code-cost";

/** What the preview hears of its frame. */
export type FrameMessage = { readonly type: "ready" } | { readonly type: "resize"; readonly height: number };

/** The answer to `ready`. */
export const ACKNOWLEDGED = { [KEY]: { v: 1, type: "ack" } } as const;

/** What a message of the embed says, of what the preview uses; null for any other. Heights are CSS pixels, above 0. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  const message = own(data, KEY);
  if (own(message, "v") !== 1) return null;
  const type = own(message, "type");
  if (type === "ready") return { type };
  const height = own(message, "height");
  return type === "resize" && typeof height === "number" && height > 0 ? { type, height } : null;
}

function own(holder: unknown, key: string): unknown {
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
