import { createLogScanner, type LogScanner } from "./log-scan.ts";
import { EVENT_WORDS, MOST_EVENTS } from "./log-scan-layout.ts";
import { LOG_SCAN_WASM } from "./log-scan-wasm.ts";

interface ScanExports {
  readonly memory: WebAssembly.Memory;
  readonly textAt: () => number;
  readonly eventsAt: () => number;
  readonly room: (bytes: number) => number;
  readonly begin: (from: number) => void;
  readonly scan: (to: number, isLast: number) => number;
  readonly done: () => number;
  readonly compact: (to: number) => number;
  readonly pass: () => void;
  readonly lineCount: () => number;
}

/** The scanner to use: WebAssembly's, or where the browser or the page's content policy has none, the plain one. */
export function bestScanner(): LogScanner {
  try {
    return createWasmScanner();
  } catch {
    return createLogScanner();
  }
}

/**
 * The scanner in WebAssembly.
 *
 * @throws Error where WebAssembly, or its vectors, are not to be had
 */
export function createWasmScanner(): LogScanner {
  const code = Uint8Array.from(atob(LOG_SCAN_WASM), (letter) => letter.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
  const scan = exports as unknown as ScanExports;
  const text = scan.textAt();
  const events = scan.eventsAt();
  return {
    room: (bytes) => {
      if (!scan.room(bytes)) throw new Error("there is no memory for a line of this length");
      return new Uint8Array(scan.memory.buffer, text);
    },
    begin: scan.begin,
    scan: (to, isLast) => scan.scan(to, Number(isLast)),
    events: () => new Uint32Array(scan.memory.buffer, events, MOST_EVENTS * EVENT_WORDS),
    doubles: () => new Float64Array(scan.memory.buffer, events, (MOST_EVENTS * EVENT_WORDS) / 2),
    memory: () => new Uint8Array(scan.memory.buffer),
    done: scan.done,
    compact: scan.compact,
    pass: scan.pass,
    lineCount: scan.lineCount,
  };
}
