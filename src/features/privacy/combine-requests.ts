import { formatCount } from "../../ui/format-count.ts";
import type { PageRequest, PageRequests } from "./watch-requests.ts";

/** What the page says of its own requests. */
export interface RequestWords {
  /** What it promises; where something else asked another server, that. */
  readonly promise: string;
  /** The requests since it was loaded, with where they went. */
  readonly since: string;
  /** What loading it took; empty before that is known. */
  readonly loading: string;
}

const PROMISE = "Nothing you enter leaves this browser.";
const BROKEN = "Another server was asked. Nothing of this page does that; an extension of the browser may have.";
const SINCE = "Requests since the page was loaded:";
const MOST_NAMED = 3;
const LONGEST_NAME = 80;

/**
 * The requests in words. kB are 1,000 bytes as sent, rounded here.
 *
 * @param requests null = not counted yet
 * @param origin of this page's server: `https://example.org`
 */
export function combineRequests(requests: PageRequests | null, origin: string): RequestWords {
  if (requests === null) return { promise: PROMISE, since: `${SINCE} not counted yet.`, loading: "" };
  const { all, loadedAt } = requests;
  const later = all.filter(({ startedAt }) => startedAt > loadedAt);
  const before = all.filter(({ startedAt }) => startedAt <= loadedAt);
  const kB = before.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000;
  const others = later.filter(({ address }) => new URL(address).origin !== origin).length;
  return {
    promise: others > 0 ? BROKEN : PROMISE,
    since: later.length === 0 ? `${SINCE} 0.` : `${SINCE} ${later.length}, ${whither(others)}: ${named(later, origin)}.`,
    loading: `Loading it took ${before.length} files, ${formatCount(kB)} kB.`,
  };
}

function whither(others: number): string {
  return others === 0 ? "to the server it came from" : `${others} of them to other servers`;
}

function named(later: readonly PageRequest[], origin: string): string {
  const names = later.slice(0, MOST_NAMED).map((request) => nameOf(request, origin));
  const rest = later.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", ");
}

// The fragment, where the figures stand, is not sent.
function nameOf({ address, isFrame }: PageRequest, origin: string): string {
  const url = new URL(address);
  const whole = `${url.origin === origin ? "" : url.origin}${url.pathname}${url.search}`;
  const name = whole.length > LONGEST_NAME ? `${whole.slice(0, LONGEST_NAME)}…` : whole;
  return isFrame ? `${name} (a frame, with what it loads)` : name;
}
