import { isDay } from "../lib/calendar.ts";
import { isSame } from "../lib/is-same.ts";
import { alone } from "../scenario/comparison.ts";
import { DEFAULT_SCENARIO } from "../scenario/defaults.ts";
import { parseSaved, type ReadLink } from "../scenario/link.ts";
import { isName } from "../scenario/profile-name.ts";

/** What of a browser's storage is used. */
export type SavedStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Why nothing can be saved: the browser forbids it, there is no room, what lies there cannot be read, or a newer version of the calculator
 * wrote it. What lies there is never written over in the last two cases.
 */
export type SaveFailure = "blocked" | "full" | "unreadable" | "newer";

/** What a link's text was when it was saved, and on which day. */
export interface SavedLink {
  readonly link: string;
  readonly savedOn: string;
}

/** A scenario, or what is compared, under a name of 1–24 letters, digits and blanks. */
export interface NamedScenario extends SavedLink {
  readonly name: string;
}

/** Everything that was saved on purpose, newest first; and the own scenario that an opened link took the place of. */
export interface SavedList {
  readonly named: readonly NamedScenario[];
  readonly beforeLink: SavedLink | null;
}

/** What was read, and why it is not more. */
export interface Stored<Value> {
  readonly value: Value;
  readonly failure: SaveFailure | null;
}

/** Saved input in a browser's storage. Nothing here throws. */
export interface SavedScenarios {
  readonly readLast: () => Stored<string | null>;
  /** null = nothing to go on from. */
  readonly writeLast: (link: string | null) => SaveFailure | null;
  readonly readList: () => Stored<SavedList>;
  /** Reads the list anew, because another tab may have changed it. */
  readonly changeList: (change: (list: SavedList) => SavedList) => Stored<SavedList>;
  /** Tries by a real write, which it takes away again. */
  readonly probe: () => SaveFailure | null;
  /** Makes room where what lies there cannot be read; leaves everything else, above all what a newer version wrote. */
  readonly removeUnreadable: () => void;
}

/** Where everything lies: a key for each thing, with the version in its name. Another version has keys of its own. */
export const SAVED_KEYS = {
  last: "claude-code-cost/1/last",
  named: "claude-code-cost/1/named",
  probe: "claude-code-cost/1/probe",
} as const;

/** The most scenarios under names. */
export const MOST_NAMED = 50;

const VERSION = 1;
const EMPTY: SavedList = { named: [], beforeLink: null };
// 51 links of the longest kind, and what stands around them.
const LONGEST_TEXT = 1_100_000;

/** @param open gives the storage; asked each time, because already the asking may throw */
export function savedScenarios(open: () => SavedStorage): SavedScenarios {
  const read = <Value>(key: string, form: Form<Value>): Stored<Value> => {
    try {
      return unpacked(open().getItem(key), form);
    } catch {
      return { value: form.none, failure: "blocked" };
    }
  };
  const write = (key: string, content: object | null): SaveFailure | null => {
    try {
      if (content === null) open().removeItem(key);
      else open().setItem(key, JSON.stringify({ version: VERSION, ...content }));
      return null;
    } catch (error) {
      return isQuota(error) ? "full" : "blocked";
    }
  };
  const readLast = () => read(SAVED_KEYS.last, LAST);
  const readList = () => read(SAVED_KEYS.named, LIST);
  return {
    readLast,
    readList,
    writeLast: (link) => readLast().failure ?? write(SAVED_KEYS.last, link === null ? null : { link }),
    changeList: (change) => {
      const before = readList();
      if (before.failure) return before;
      const value = change(before.value);
      const failure = write(SAVED_KEYS.named, isSame(value, EMPTY) ? null : value);
      return { value: failure ? before.value : value, failure };
    },
    probe: () => write(SAVED_KEYS.probe, {}) ?? write(SAVED_KEYS.probe, null) ?? readLast().failure ?? readList().failure,
    removeUnreadable: () => {
      if (readLast().failure === "unreadable") write(SAVED_KEYS.last, null);
      if (readList().failure === "unreadable") write(SAVED_KEYS.named, null);
    },
  };
}

/** What a saved or pasted link means, or null where nothing of it could be used. */
export function readKept(link: string): ReadLink | null {
  if (link === "") return null;
  const read = parseSaved(link);
  return read.problems.length > 0 && isSame(read.comparison, alone(DEFAULT_SCENARIO)) ? null : read;
}

interface Form<Value> {
  readonly none: Value;
  /** null for what is not of this form. */
  readonly of: (content: object) => Value | null;
}

const LAST: Form<string | null> = { none: null, of: (content) => linkIn(content) };

const LIST: Form<SavedList> = {
  none: EMPTY,
  of: (content) => {
    const entries = own(content, "named");
    const before = own(content, "beforeLink");
    const beforeLink = before === null ? null : savedLinkOf(before);
    if (!Array.isArray(entries) || (before !== null && beforeLink === null)) return null;
    const named = entries.map(namedOf).filter((entry) => entry !== null);
    // One that is left out would be lost at the next write.
    return named.length === entries.length ? { named, beforeLink } : null;
  },
};

function unpacked<Value>(text: string | null, { none, of }: Form<Value>): Stored<Value> {
  if (text === null) return { value: none, failure: null };
  const content = parsed(text);
  const version = own(content, "version");
  if (typeof version === "number" && version > VERSION) return { value: none, failure: "newer" };
  const value = version === VERSION && content ? of(content) : null;
  if (value === null) return { value: none, failure: "unreadable" };
  return isOfNewerLink(text) ? { value: none, failure: "newer" } : { value, failure: null };
}

// The link's own version: this calculator would read such a link only in part, and write over the rest.
function isOfNewerLink(text: string): boolean {
  return Array.from(text.matchAll(/"v=(\d{1,9})/g)).some(([, version]) => Number(version) > VERSION);
}

function parsed(text: string): object | null {
  if (text.length > LONGEST_TEXT) return null;
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === "object" ? content : null;
  } catch {
    return null;
  }
}

function namedOf(entry: unknown): NamedScenario | null {
  const name = own(entry, "name");
  const saved = savedLinkOf(entry);
  return saved && typeof name === "string" && isName(name) ? { name, ...saved } : null;
}

function savedLinkOf(entry: unknown): SavedLink | null {
  const link = linkIn(entry);
  const savedOn = own(entry, "savedOn");
  return link !== null && typeof savedOn === "string" && isDay(savedOn) ? { link, savedOn } : null;
}

function linkIn(content: unknown): string | null {
  const link = own(content, "link");
  return typeof link === "string" && link.startsWith("v=") ? link : null;
}

function own(content: unknown, key: string): unknown {
  return typeof content === "object" && content !== null && Object.hasOwn(content, key)
    ? (content as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

// Firefox and older WebKit call it otherwise: https://developer.mozilla.org/docs/Web/API/Storage/setItem
function isQuota(error: unknown): boolean {
  return error instanceof Error || error instanceof DOMException ? /quota/i.test(error.name) : false;
}
