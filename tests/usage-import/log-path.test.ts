import { describe, expect, it } from "vitest";
import { isSubagentPath, projectOf } from "../../src/usage-import/log-path.ts";

describe("the project in a log's path", () => {
  it.each([
    ["projects/-home-ada-shop/4f50.jsonl", "-home-ada-shop"],
    ["/home/ada/.claude/projects/-home-ada-shop/4f50.jsonl", "-home-ada-shop"],
    ["C:\\Users\\ada\\.claude\\projects\\C--shop\\4f50.jsonl", "C--shop"],
    ["projects/-home-ada-shop/4f50/subagents/agent-1.jsonl", "-home-ada-shop"],
    ["-home-ada-shop/4f50.jsonl", "-home-ada-shop"],
    ["-home-ada-shop/4f50/subagents/agent-1.jsonl", "-home-ada-shop"],
    ["backup/-home-ada-shop/4f50.jsonl", "-home-ada-shop"],
    ["projects/-home-ada-shop/4f50/workflows/agent-1.jsonl", "-home-ada-shop"],
    ["projects//-home-ada-shop/4f50.jsonl", "-home-ada-shop"],
    ["backup/-home-ada-shop//4f50/subagents/agent-1.jsonl", "-home-ada-shop"],
    // The folder that counts is Claude Code's, not one of the same name above it.
    ["/projects/mine/.claude/projects/-projects-mine/4f50.jsonl", "-projects-mine"],
    ["projects/4f50.jsonl", "projects"],
    ["4f50/subagents/agent-1.jsonl", ""],
    ["4f50.jsonl", ""],
    ["", ""],
  ])("%s", (path, project) => {
    expect(projectOf(path)).toBe(project);
  });
});

it("a subagent's log lies in a folder of that name", () => {
  expect(isSubagentPath("p/4f50/subagents/agent-1.jsonl")).toBe(true);
  expect(isSubagentPath("p\\4f50\\subagents\\agent-1.jsonl")).toBe(true);
  expect(isSubagentPath("p/subagents.jsonl")).toBe(false);
});
