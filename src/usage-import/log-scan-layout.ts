/** What an event of a scan stands for: a response's line taken apart, or a line that has to be read in TypeScript. */
export const ROW = 1;
export const UNREAD = 2;

/** So many events at most come from one call; each has so many 32-bit words. */
export const MOST_EVENTS = 512;
export const EVENT_WORDS = 40;

/** Words of an event, as `wasm/layout.ts` has them in bytes. */
export const EVENT = {
  kind: 0,
  line: 1,
  from: 2,
  length: 3,
  /** Here the words begin that say what is billed: flags and counts. */
  flags: 4,
  id: 11,
  model: 14,
  session: 17,
  version: 20,
  skill: 23,
  plugin: 26,
  mcpServer: 29,
  agent: 32,
  /** Doubles: milliseconds since 1970 UTC, and USD. */
  at: 36,
  cost: 38,
} as const;

/** Bits of the word of flags. */
export const FLAG = { sidechain: 1, stopped: 2, fast: 4, us: 8, batch: 16, dated: 32, priced: 64 } as const;
