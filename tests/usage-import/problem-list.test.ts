import { expect, it } from "vitest";
import { createProblemList } from "../../src/usage-import/problem-list.ts";

it("names the first hundred in order of file and line, and counts all", () => {
  const list = createProblemList();
  for (let line = 5_000; line >= 1; line--) list.add({ file: line % 2 === 0 ? "b" : "a", line, reason: "no" });
  expect(list.count()).toBe(5_000);
  // The odd lines are a's: 1, 3, … 199.
  expect(list.first().map(({ file, line }) => `${file}${line}`)).toEqual(
    Array.from({ length: 100 }, (_, index) => `a${2 * index + 1}`),
  );
});

it.each([99, 100, 101])("%i problems", (count) => {
  const list = createProblemList();
  for (let line = 1; line <= count; line++) list.add({ line, reason: "no" });
  expect(list.first()).toHaveLength(Math.min(count, 100));
  expect(list.count()).toBe(count);
});

it("names a paste's problems before those of files, and those of one line by their reason", () => {
  const list = createProblemList();
  const [paste, another] = ["a", "b"].map((reason) => ({ line: 99, reason }));
  const [first, later, other] = ["a", "b", "c"].map((reason) => ({ file: "A", line: 10, reason }));
  const early = { file: "A", line: 9, reason: "z" };
  for (const problem of [another, other, first, early, later, paste]) if (problem) list.add(problem);
  expect(list.first()).toEqual([paste, another, early, first, later, other]);
});
