import type { FirstSeen } from "./log-collector.ts";

/** What tells a response's session from others: its id, or where nothing names it its file. Not for showing. */
export function sessionKeyOf({ sessionId, path }: Pick<FirstSeen, "sessionId" | "path">): string {
  return sessionId ?? path ?? "";
}
