import { EVENT_WORDS, MOST_EVENTS, UNREAD } from "./log-scan-layout.ts";

/**
 * Finds the lines of a file that lies in its memory piece by piece, and which of them have to be looked at. A line without `"usage"` that
 * begins with a brace and ends with one is passed by unread.
 */
export interface LogScanner {
  /** The memory for text, at least so long; what is in it stays. Valid until the next call. */
  readonly room: (bytes: number) => Uint8Array;
  /** Another file, whose first line begins at `from`. */
  readonly begin: (from: number) => void;
  /**
   * Reads the lines that end before `to`, and with `isLast` the rest as a line of its own.
   *
   * @returns the number of events; `MOST_EVENTS` = there may be more: call again
   */
  readonly scan: (to: number, isLast: boolean) => number;
  /** The events of the last scan, `EVENT_WORDS` each; valid until the next call. */
  readonly events: () => Uint32Array;
  /** The same memory as doubles. */
  readonly doubles: () => Float64Array;
  /** All memory: the texts of an event lie in it. */
  readonly memory: () => Uint8Array;
  /** Where the first line begins that is not done. */
  readonly done: () => number;
  /** Moves what is not done to the front; returns its length. */
  readonly compact: (to: number) => number;
  /** Leaves out the line that is not done. */
  readonly pass: () => void;
  /** The lines of the file that are done. */
  readonly lineCount: () => number;
}

const LINE_FEED = 0x0a;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x22;
const USAGE = [...'"usage"'].map((letter) => letter.charCodeAt(0));

/** The scanner in plain TypeScript, for where WebAssembly is off: what has usage in it is left to `readLogLine`. */
export function createLogScanner(): LogScanner {
  let bytes = new Uint8Array(1 << 20);
  const events = new Uint32Array(MOST_EVENTS * EVENT_WORDS);
  let lineStart = 0;
  let scanned = 0;
  let line = 0;

  const room = (length: number): Uint8Array => {
    if (length > bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * bytes.length));
      larger.set(bytes);
      bytes = larger;
    }
    return bytes;
  };
  const startLine = (from: number): void => {
    lineStart = from;
    scanned = from;
  };
  const scan = (to: number, isLast: boolean): number => {
    let count = 0;
    while (count < MOST_EVENTS && lineStart < to) {
      const feed = bytes.subarray(0, to).indexOf(LINE_FEED, scanned);
      scanned = feed === -1 ? to : feed;
      if (feed === -1 && !isLast) break;
      line += 1;
      const kind = kindOf(bytes, lineStart, scanned);
      if (kind === "unread") {
        events.set([UNREAD, line, lineStart, scanned - lineStart], count * EVENT_WORDS);
        count += 1;
      }
      startLine(scanned + 1);
    }
    return count;
  };
  const compact = (to: number): number => {
    bytes.copyWithin(0, lineStart, to);
    const length = Math.max(0, to - lineStart);
    scanned = Math.max(0, scanned - lineStart);
    lineStart = 0;
    return length;
  };
  return {
    room,
    begin: (from) => {
      startLine(from);
      line = 0;
    },
    scan,
    events: () => events,
    doubles: () => new Float64Array(events.buffer),
    memory: () => bytes,
    done: () => lineStart,
    compact,
    pass: () => {
      line += 1;
      startLine(0);
    },
    lineCount: () => line,
  };
}

function kindOf(bytes: Uint8Array, lineStart: number, lineEnd: number): "blank" | "object" | "unread" {
  let from = lineStart;
  let to = lineEnd;
  while (from < to && isBlank(bytes[from])) from += 1;
  while (from < to && isBlank(bytes[to - 1])) to -= 1;
  if (from === to) return "blank";
  const isObject = bytes[from] === OPEN && bytes[to - 1] === CLOSE;
  return isObject && !mentionsUsage(bytes.subarray(from, to)) ? "object" : "unread";
}

function mentionsUsage(line: Uint8Array): boolean {
  for (let at = line.indexOf(QUOTE); at !== -1; at = line.indexOf(QUOTE, at + 1))
    if (USAGE.every((byte, index) => line[at + index] === byte)) return true;
  return false;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x00;
}
