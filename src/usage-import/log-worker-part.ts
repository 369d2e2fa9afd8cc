import { hasObject } from "./import-files.ts";
import { readLogLine } from "./log-line.ts";
import type { LogScanner } from "./log-scan.ts";
import { createCandidate, fillFromEvent, fillFromRecord, join, setFirst } from "./log-scan-join.ts";
import { EVENT, EVENT_WORDS, MOST_EVENTS, ROW } from "./log-scan-layout.ts";
import type { FileProblems } from "./log-scan-problems.ts";
import { addLine, type LogRows } from "./log-scan-rows.ts";
import { createProblemList, type ProblemList } from "./problem-list.ts";

/** Files that one thread reads, one after the other. */
export interface LogPart {
  readonly blob: Blob;
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** The number of the first of them. */
  readonly firstFile: number;
}

/** Takes the bytes of a part in whatever pieces they come. */
export interface PartReader {
  readonly take: (piece: Uint8Array) => void;
  /** How many bytes of the part have been taken. */
  readonly position: () => number;
  /** Gives up the file that is being read, and returns where the next one begins. */
  readonly giveUp: () => number;
  readonly problems: () => readonly FileProblems[];
}

const MOST_LINE_BYTES = 64 * 1_024 * 1_024;
// 4,096 characters, of whatever length.
const HEAD_BYTES = 4 * 4_096;
const HEAD_CHARACTERS = 4_096;
const LINE_FEED = 0x0a;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
// Control characters, or bytes that are no UTF-8.
const FOREIGN = /[^\P{Cc}\t\n\r]|\ufffd/u;
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads the files of a part into rows: lines as `readLogFiles` reads them, but for a line without `"usage"`, which is not parsed. */
export function createPartReader({ files, firstFile }: LogPart, rows: LogRows, scanner: LogScanner): PartReader {
  const found: FileProblems[] = [];
  const candidate = createCandidate();
  let position = 0;
  let index = -1;
  let left = 0;
  /** How much of the file lies in the scanner's memory, and where in the part that begins. */
  let held = 0;
  let heldFrom = 0;
  let mode: "head" | "lines" | "long line" | "no text" = "head";
  /** Lines that were parsed, or taken apart, and are objects. */
  let objects = 0;
  let head: Uint8Array = new Uint8Array(0);
  let problems: ProblemList = createProblemList();

  const path = (): string => files[index]?.path ?? "";
  const complain = (line: number, reason: string): void => problems.add({ file: path(), line, reason });

  const nextFile = (): void => {
    // An empty file says nothing.
    do {
      index += 1;
      left = files[index]?.size ?? 0;
    } while (left === 0 && index < files.length);
    held = 0;
    heldFrom = position;
    mode = "head";
    objects = 0;
    problems = createProblemList();
  };
  const endFile = (): void => {
    const isForeign = mode === "no text" || (objects === 0 && mode === "lines" && looksForeign(head));
    if (isForeign) {
      problems = createProblemList();
      complain(1, "not a text file");
    }
    const count = problems.count();
    if (count > 0) found.push({ file: firstFile + index, size: files[index]?.size ?? 0, count, first: problems.first() });
    nextFile();
  };

  const startFile = (text: Uint8Array): void => {
    const starts = (bytes: readonly number[]): boolean => bytes.length <= held && bytes.every((byte, at) => text[at] === byte);
    if (starts(ZIP)) {
      mode = "no text";
      return;
    }
    mode = "lines";
    head = text.slice(0, Math.min(held, HEAD_BYTES));
    scanner.begin(starts(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0);
  };
  const readLines = (isLast: boolean): void => {
    let count = 0;
    do {
      count = scanner.scan(held, isLast);
      if (count > 0) readEvents(count);
    } while (count === MOST_EVENTS);
    heldFrom += scanner.done();
    held = scanner.compact(held);
    if (!isLast && held > MOST_LINE_BYTES) startLongLine();
  };
  const readEvents = (count: number): void => {
    const scanned = { events: scanner.events(), doubles: scanner.doubles(), memory: scanner.memory() };
    const { events } = scanned;
    for (let event = 0; event < count; event += 1) {
      const from = event * EVENT_WORDS;
      if (events[from + EVENT.kind] === ROW) {
        objects += 1;
        keep(fillFromEvent(candidate, rows, scanned, from), events, from);
      } else readUnread(events, from);
    }
  };
  const keep = (response: number, events: Uint32Array, from: number): void => {
    const file = firstFile + index;
    const line = events[from + EVENT.line] ?? 0;
    setFirst(candidate, file, line);
    join(rows, response, candidate);
    addLine(rows, {
      response,
      file,
      line,
      from: heldFrom + (events[from + EVENT.from] ?? 0),
      length: events[from + EVENT.length] ?? 0,
    });
  };
  const readUnread = (events: Uint32Array, from: number): void => {
    const start = events[from + EVENT.from] ?? 0;
    const length = events[from + EVENT.length] ?? 0;
    const read = readLogLine(utf8.decode(scanner.room(start + length).subarray(start, start + length)));
    if (read !== null && "problem" in read) {
      complain(events[from + EVENT.line] ?? 0, read.problem);
      if (read.problem !== "not a JSON object") objects += 1;
      return;
    }
    objects += 1;
    if (read !== null) keep(fillFromRecord(candidate, rows, read.record), events, from);
  };
  const startLongLine = (): void => {
    complain(scanner.lineCount() + 1, "a line of more than 64 MB");
    mode = "long line";
    heldFrom += held;
    held = 0;
  };
  const passLongLine = (piece: Uint8Array): Uint8Array => {
    const end = piece.indexOf(LINE_FEED);
    if (end === -1) {
      heldFrom += piece.length;
      return piece.subarray(piece.length);
    }
    heldFrom += end + 1;
    scanner.pass();
    mode = "lines";
    return piece.subarray(end + 1);
  };

  const takeOfFile = (given: Uint8Array): void => {
    const isLast = left === 0;
    const piece = mode === "long line" ? passLongLine(given) : given;
    if (mode !== "no text" && mode !== "long line") {
      const text = scanner.room(held + piece.length + 1);
      text.set(piece, held);
      held += piece.length;
      if (mode === "head" && (isLast || held >= HEAD_BYTES)) startFile(text);
      // A head that is too short waits for more.
      if (mode === "lines") readLines(isLast);
    }
    if (isLast) endFile();
  };
  const take = (piece: Uint8Array): void => {
    let at = 0;
    while (at < piece.length && index < files.length) {
      const length = Math.min(piece.length - at, left);
      left -= length;
      position += length;
      takeOfFile(piece.subarray(at, at + length));
      at += length;
    }
  };
  const giveUp = (): number => {
    const line = mode === "head" ? 1 : scanner.lineCount() + 1;
    position += left;
    left = 0;
    complain(line, "the file cannot be read");
    objects += 1;
    endFile();
    return position;
  };

  nextFile();
  return { take, position: () => position, giveUp, problems: () => found };
}

/** Whether a file in which nothing was found is an archive, UTF-16 or another binary: it begins as none of a log's lines does. */
function looksForeign(head: Uint8Array): boolean {
  const text = utf8.decode(head).slice(0, HEAD_CHARACTERS);
  return FOREIGN.test(text) && !hasObject(text, () => true);
}
