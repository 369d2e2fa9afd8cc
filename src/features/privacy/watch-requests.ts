/** One thing that the page asked a server for. */
export interface PageRequest {
  /** The whole address, as the browser has it. */
  readonly address: string;
  /** Milliseconds since the page was opened. */
  readonly startedAt: number;
  /** As sent, compressed; 0 where the server of another site does not say, and for what was refused or failed. */
  readonly bytes: number;
  /** A page in a frame: what that one loads is not seen from here. */
  readonly isFrame: boolean;
}

/** All requests of a page so far, its own among them. */
export interface PageRequests {
  readonly all: readonly PageRequest[];
  /** When the page and its later chunks were there, milliseconds since it was opened. */
  readonly loadedAt: number;
}

/**
 * Watches what the browser says that this page asks servers for, attempts that the page's policy refused among it. What a worker asks for is
 * not seen here: those can ask for nothing, by the same policy. Where the browser does not say, nothing is told.
 *
 * @param tell called once the page is loaded (main.tsx marks it), and after each request from then on
 * @returns ends it
 */
export function watchRequests(tell: (requests: PageRequests) => void): () => void {
  if (!("PerformanceObserver" in globalThis)) return () => {};
  const all: PageRequest[] = [];
  let loadedAt: number | null = null;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === "page-loaded") loadedAt = entry.startTime;
      else if (entry instanceof PerformanceResourceTiming && /^https?:/.test(entry.name)) all.push(requestOf(entry));
    }
    if (loadedAt !== null) tell({ all: [...all], loadedAt });
  });
  for (const type of ["navigation", "resource", "mark"]) observer.observe({ type, buffered: true });
  return () => observer.disconnect();
}

function requestOf({ name, startTime, encodedBodySize, initiatorType }: PerformanceResourceTiming): PageRequest {
  return { address: name, startedAt: startTime, bytes: encodedBodySize, isFrame: /^i?frame$/.test(initiatorType) };
}
