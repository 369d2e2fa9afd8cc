import { hasLogLine, readLogFiles } from "./import-files.ts";
import { usageOfLog } from "./measured-log.ts";
import type { UsageFormat } from "./usage-format.ts";

/** Lines of Claude Code's session logs (`~/.claude/projects/…/*.jsonl`), pasted: one JSON object a line. */
export const sessionLogFormat: UsageFormat = {
  id: "session-log",
  detect: hasLogLine,
  parse: (text) => usageOfLog(readLogFiles([{ path: null, text }])),
};
