import { createProblemList, type ProblemList } from "./problem-list.ts";
import type { ImportProblem } from "./usage-format.ts";

/** What is wrong with a file: the first hundred problems by line, and how many there are. */
export interface FileProblems {
  /** The file's number. */
  readonly file: number;
  readonly size: number;
  readonly count: number;
  readonly first: readonly ImportProblem[];
}

/** A list to which the problems of whole files have been added, the unnamed ones by their number. */
export function problemsOf(files: readonly FileProblems[]): ProblemList {
  const list = createProblemList();
  let unnamed = 0;
  for (const { count, first } of files) {
    for (const problem of first) list.add(problem);
    unnamed += count - first.length;
  }
  return { ...list, count: () => list.count() + unnamed };
}
