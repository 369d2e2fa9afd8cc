import { hasObject } from "./import-files.ts";
import type { LogScanner } from "./log-scan.ts";
import { MOST_EVENTS } from "./log-scan-layout.ts";
import type { LogRows } from "./log-scan-rows.ts";
import { createEventReader, type OpenFile } from "./log-worker-events.ts";
import { createProblemList, type ProblemList } from "./problem-list.ts";

/** Takes the bytes of one file after the other, in whatever pieces they come. */
export interface FileReader {
  /** `from` = where the file begins in the part. */
  readonly begin: (file: Pick<OpenFile, "file" | "path"> & { readonly from: number }) => void;
  readonly take: (piece: Uint8Array, isLast: boolean) => void;
  /** The rest of the file cannot be had. */
  readonly giveUp: () => void;
  /** The problems of the file, which is over. */
  readonly end: () => ProblemList;
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

/** A file that is being read, as far as its bytes go. */
interface Reading extends OpenFile {
  mode: "head" | "lines" | "long line" | "no text";
  /** How much of the file lies in the scanner's memory. */
  held: number;
  head: Uint8Array;
}

/** Reads files into rows: lines as `readLogFiles` reads them, but for a line without `"usage"`, which is not parsed. */
export function createFileReader(rows: LogRows, scanner: LogScanner): FileReader {
  const readEvents = createEventReader(rows, scanner);
  let open = reading({ file: -1, path: "", from: 0 });

  const startFile = (text: Uint8Array): void => {
    if (startsWith(text, ZIP, open.held)) {
      open.mode = "no text";
      return;
    }
    open.mode = "lines";
    open.head = text.slice(0, Math.min(open.held, HEAD_BYTES));
    scanner.begin(startsWith(text, BYTE_ORDER_MARK, open.held) ? BYTE_ORDER_MARK.length : 0);
  };
  const readLines = (isLast: boolean): void => {
    let count = 0;
    do {
      count = scanner.scan(open.held, isLast);
      if (count > 0) readEvents(count, open);
    } while (count === MOST_EVENTS);
    open.heldFrom += scanner.done();
    open.held = scanner.compact(open.held);
    if (!isLast && open.held > MOST_LINE_BYTES) startLongLine();
  };
  const startLongLine = (): void => {
    complain(open, scanner.lineCount() + 1, "a line of more than 64 MB");
    open.mode = "long line";
    open.heldFrom += open.held;
    open.held = 0;
  };
  /** What comes after the end of a line that is too long. */
  const passLongLine = (piece: Uint8Array): Uint8Array => {
    const end = piece.indexOf(LINE_FEED);
    const passed = end === -1 ? piece.length : end + 1;
    open.heldFrom += passed;
    if (end !== -1) {
      scanner.pass();
      open.mode = "lines";
    }
    return piece.subarray(passed);
  };
  const take = (given: Uint8Array, isLast: boolean): void => {
    const piece = open.mode === "long line" ? passLongLine(given) : given;
    if (open.mode === "no text" || open.mode === "long line") return;
    const text = scanner.room(open.held + piece.length + 1);
    text.set(piece, open.held);
    open.held += piece.length;
    // A head that is too short waits for more.
    if (open.mode === "head" && (isLast || open.held >= HEAD_BYTES)) startFile(text);
    if (open.mode === "lines") readLines(isLast);
  };
  const giveUp = (): void => {
    complain(open, open.mode === "head" ? 1 : scanner.lineCount() + 1, "the file cannot be read");
    open.objects += 1;
  };
  const end = (): ProblemList => {
    const isForeign = open.mode === "no text" || (open.objects === 0 && open.mode === "lines" && looksForeign(open.head));
    if (!isForeign) return open.problems;
    const alone = createProblemList();
    alone.add({ file: open.path, line: 1, reason: "not a text file" });
    return alone;
  };
  return {
    begin: (file) => {
      open = reading(file);
    },
    ...{ take, giveUp, end },
  };
}

function reading({ file, path, from }: Parameters<FileReader["begin"]>[0]): Reading {
  const bytes = { heldFrom: from, held: 0, head: new Uint8Array(0) };
  return { file, path, problems: createProblemList(), objects: 0, mode: "head", ...bytes };
}

function complain({ path, problems }: Reading, line: number, reason: string): void {
  problems.add({ file: path, line, reason });
}

function startsWith(text: Uint8Array, bytes: readonly number[], length: number): boolean {
  return bytes.length <= length && bytes.every((byte, at) => text[at] === byte);
}

/** Whether a file in which nothing was found is an archive, UTF-16 or another binary: it begins as none of a log's lines does. */
function looksForeign(head: Uint8Array): boolean {
  const text = utf8.decode(head).slice(0, HEAD_CHARACTERS);
  return FOREIGN.test(text) && !hasObject(text, () => true);
}
