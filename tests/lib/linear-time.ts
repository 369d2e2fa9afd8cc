import { cpuClock } from "./cpu-clock.ts";

/** A text of about a length, made for one purpose. */
type TextOf = (length: number) => string;

/** The longer text that is tried, characters. */
const LONG = 16_000;
/** How many times longer it is than the shorter one. */
const TIMES = 8;
/** Between 8, as which work grows that is in step with the text, and 64, as which it grows with the square. */
const MOST_GROWTH = 24;
/** Below this the clock tells of the machine and not of the work. */
const LEAST_MS = 0.25;
const TRIES = 3;

/**
 * Whether work grows in step with its text, not with the square: eight times the text takes at most 24 times as long. Nothing is said of
 * milliseconds: it is the process's own time, which other programs do not lengthen, and the shortest of several counts.
 */
export function isLinear(run: (text: string) => unknown, textOf: TextOf): boolean {
  const [short, long] = [textOf(LONG / TIMES), textOf(LONG)];
  if (millisecondsOf(run, long) <= MOST_GROWTH * LEAST_MS) return true;
  const ofShort = shortest(run, short);
  return shortest(run, long) <= MOST_GROWTH * Math.max(ofShort, LEAST_MS);
}

/** A text of one piece over and over, with something before and behind it. */
export function repeated(piece: string, { before = "", behind = "" }: { before?: string; behind?: string } = {}): TextOf {
  return (length) => before + piece.repeat(Math.ceil(length / piece.length)) + behind;
}

function shortest(run: (text: string) => unknown, text: string): number {
  return Math.min(...Array.from({ length: TRIES }, () => millisecondsOf(run, text)));
}

function millisecondsOf(run: (text: string) => unknown, text: string): number {
  const elapsed = cpuClock();
  run(text);
  return elapsed();
}
