// Where things lie in memory, and what an event of a scan holds. `log-scan-layout.ts` says the same to TypeScript.

// Events first, then the bytes of the log: these are last because they alone grow.
export const MOST_EVENTS: u32 = 512;
export const EVENT_BYTES: usize = 160;
export const EVENTS: usize = memory.data(81920, 16);
// A vector may be read that begins at the last byte.
export const SLACK: u32 = 64;

export const ROW: u32 = 1;
export const SLOW: u32 = 2;

export const SIDECHAIN: u32 = 1;
export const STOPPED: u32 = 2;
export const FAST: u32 = 4;
export const US: u32 = 8;
export const BATCH: u32 = 16;
export const DATED: u32 = 32;
export const PRICED: u32 = 64;

// Bytes from an event's start.
export const KIND: usize = 0;
export const LINE: usize = 4;
export const FROM: usize = 8;
export const LENGTH: usize = 12;
export const FLAGS: usize = 16;
export const INPUT: usize = 20;
export const WRITE_5M: usize = 24;
export const WRITE_1H: usize = 28;
export const READ: usize = 32;
export const OUTPUT: usize = 36;
export const SEARCHES: usize = 40;
// Texts are three words each: place, length, hash.
export const ID: usize = 44;
export const MODEL: usize = 56;
export const SESSION: usize = 68;
export const VERSION: usize = 80;
export const SKILL: usize = 92;
export const PLUGIN: usize = 104;
export const MCP_SERVER: usize = 116;
export const AGENT: usize = 128;
export const AT: usize = 144;
export const COST: usize = 152;
