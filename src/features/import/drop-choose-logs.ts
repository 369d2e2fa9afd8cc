import type { DroppedFile } from "../../usage-import/log-worker-protocol.ts";

/** The session logs among what was dropped, or why there is nothing to read. */
export interface ChosenLogs {
  readonly logs: readonly DroppedFile[];
  /** Null where there is something to read. */
  readonly problem: string | null;
}

const ARCHIVE = /\.(zip|tar|tgz|gz|bz2|xz|zst|7z|rar)$/i;
const LOG = /\.jsonl$/i;

/**
 * Session logs are the files named `*.jsonl`. One file alone is read whatever its name, unless it is an archive: a person who drops it means it.
 *
 * @param files everything dropped or picked, folders walked through
 */
export function chooseLogs(files: readonly DroppedFile[]): ChosenLogs {
  const logs = files.filter(({ path }) => LOG.test(path));
  if (logs.length > 0) return { logs, problem: null };
  const [first, second] = files;
  if (!first) return refused("There are no files in it: drop the folder ~/.claude/projects, or the .jsonl files in it.");
  const archives = files.filter(({ path }) => ARCHIVE.test(path));
  if (archives.length > 0 && archives.length === files.length)
    return refused(`${second ? "These are archives" : "This is an archive"}: unpack it, then drop the folder that comes out.`);
  if (!second) return { logs: files, problem: null };
  const count = files.length.toLocaleString("en-US");
  return refused(
    `None of the ${count} files is a session log: those end in .jsonl and lie in ~/.claude/projects, a folder for each project.`,
  );
}

function refused(problem: string): ChosenLogs {
  return { logs: [], problem };
}
