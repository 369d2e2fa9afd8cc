/** Something worked out step by step: between any two steps its thread may do other things, or leave it unfinished. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Takes all steps at once. @example finish((function* () { yield; return 2; })()) //=> 2 */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
