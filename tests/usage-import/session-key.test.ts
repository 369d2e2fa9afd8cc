import { expect, it } from "vitest";
import { sessionKeyOf } from "../../src/usage-import/session-key.ts";

it.each([
  ["its id, whichever file it lies in", { sessionId: "s-1", path: "a.jsonl" }, "s-1"],
  ["its file, where nothing names it", { sessionId: null, path: "a.jsonl" }, "a.jsonl"],
  ["the paste itself, where there is no file either", { sessionId: null, path: null }, ""],
])("a session is told from others by %s", (_what, seen, key) => {
  expect(sessionKeyOf(seen)).toBe(key);
});
