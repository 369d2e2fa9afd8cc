import type { ImportProblem } from "./usage-format.ts";

/** How many problems are named; the rest is counted. */
const MOST_NAMED = 100;
const MOST_HELD = 2_000;

/** Collects problems in any order. */
export interface ProblemList {
  readonly add: (problem: ImportProblem) => void;
  /** All of them, the unnamed ones included. */
  readonly count: () => number;
  /** The first hundred, in order of file and line. */
  readonly first: () => ImportProblem[];
}

/** An empty list. A million problems take no more room than two thousand. */
export function createProblemList(): ProblemList {
  let held: ImportProblem[] = [];
  let count = 0;
  const first = (): ImportProblem[] => held.sort(byPlace).slice(0, MOST_NAMED);
  const add = (problem: ImportProblem): void => {
    count += 1;
    held.push(problem);
    if (held.length >= MOST_HELD) held = first();
  };
  return { add, count: () => count, first };
}

function byPlace(one: ImportProblem, other: ImportProblem): number {
  return compare(one.file ?? "", other.file ?? "") || one.line - other.line || compare(one.reason, other.reason);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
