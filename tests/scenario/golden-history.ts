import { spawnSync } from "node:child_process";

/**
 * A file's text at every commit up to the present one that changed it. Null where there is no whole history to ask: no git, no
 * repository, or a shallow clone.
 *
 * @param root a folder of the repository; `path` is from there
 */
export function earlierTexts(root: string, path: string): readonly string[] | null {
  if (git(root, "rev-parse", "--is-shallow-repository")?.trim() !== "false") return null;
  // With all of the history: the plain log leaves out a branch whose changes a merge threw away.
  const commits = git(root, "log", "--full-history", "--format=%H", "--", path);
  if (commits === null) return null;
  return commits
    .split("\n")
    .filter((commit) => commit !== "")
    .flatMap((commit) => git(root, "show", `${commit}:./${path}`) ?? []);
}

/** What git prints, or null where it fails or is not there. */
export function git(root: string, ...args: readonly string[]): string | null {
  // In a hook git tells its children which repository it means: here that is said by the folder.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8", env });
  return status === 0 ? stdout : null;
}

/** Lines of earlier texts that are not among the present ones. */
export function lostLines(earlier: readonly (readonly string[])[], now: readonly string[]): readonly string[] {
  const kept = new Set(now);
  return [...new Set(earlier.flat())].filter((line) => !kept.has(line));
}
