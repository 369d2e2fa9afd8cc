/**
 * The project's folder in the path of a log: the one under `projects/`, or else the one that holds the session; empty where there is none.
 * Subagents' logs lie in a folder of their session's and belong to the session's project.
 *
 * @example projectOf("projects/-home-me-shop/4f50ef0c/subagents/agent-1.jsonl") //=> "-home-me-shop"
 */
export function projectOf(path: string): string {
  const folders = foldersOf(path);
  const under = folders.lastIndexOf("projects") + 1;
  if (under > 0 && under < folders.length) return folders[under] ?? "";
  const subagents = folders.indexOf("subagents");
  return (subagents === -1 ? folders.at(-1) : folders[subagents - 2]) ?? "";
}

/** Whether a path is that of a subagent's log. */
export function isSubagentPath(path: string): boolean {
  return foldersOf(path).includes("subagents");
}

function foldersOf(path: string): string[] {
  return path
    .split(/[/\\]/)
    .slice(0, -1)
    .filter((name) => name !== "");
}
