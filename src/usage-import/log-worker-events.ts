import { readLogLine } from "./log-line.ts";
import type { LogScanner } from "./log-scan.ts";
import { createCandidate, fillFromEvent, fillFromRecord, join, type Scanned, setPlace } from "./log-scan-join.ts";
import { EVENT, EVENT_WORDS, ROW } from "./log-scan-layout.ts";
import type { LogRows } from "./log-scan-rows.ts";
import type { ProblemList } from "./problem-list.ts";

/** A file that is being read. */
export interface OpenFile {
  /** Its number. */
  readonly file: number;
  readonly path: string;
  readonly problems: ProblemList;
  /** Where the scanner's memory begins, in all that is read together. */
  heldFrom: number;
  /** Lines that were parsed, or taken apart, and are objects. */
  objects: number;
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads so many events of the scanner's last scan into rows. */
export function createEventReader(rows: LogRows, scanner: LogScanner): (count: number, open: OpenFile) => void {
  const candidate = createCandidate();
  /** The number of the response that a line is of which the scanner left unread; null = of none. */
  const readUnread = ({ events }: Scanned, from: number, open: OpenFile): number | null => {
    const start = events[from + EVENT.from] ?? 0;
    const end = start + (events[from + EVENT.length] ?? 0);
    const read = readLogLine(utf8.decode(scanner.room(end).subarray(start, end)));
    if (read !== null && "problem" in read) {
      open.problems.add({ file: open.path, line: events[from + EVENT.line] ?? 0, reason: read.problem });
      if (read.problem !== "not a JSON object") open.objects += 1;
      return null;
    }
    open.objects += 1;
    return read && fillFromRecord(candidate, rows, read.record);
  };
  const readRow = (scanned: Scanned, from: number, open: OpenFile): number => {
    open.objects += 1;
    return fillFromEvent(candidate, rows, scanned, from);
  };
  return (count, open) => {
    const scanned = { events: scanner.events(), doubles: scanner.doubles(), memory: scanner.memory() };
    const { events } = scanned;
    for (let from = 0; from < count * EVENT_WORDS; from += EVENT_WORDS) {
      const response = events[from + EVENT.kind] === ROW ? readRow(scanned, from, open) : readUnread(scanned, from, open);
      if (response === null) continue;
      setPlace(candidate, {
        file: open.file,
        line: events[from + EVENT.line] ?? 0,
        from: open.heldFrom + (events[from + EVENT.from] ?? 0),
        length: events[from + EVENT.length] ?? 0,
      });
      join(rows, response, candidate);
    }
  };
}
