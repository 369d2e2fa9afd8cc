import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { combineFile } from "../../src/features/share/combine-share.ts";
import { readShared } from "../../src/features/share/read-shared.ts";
import { parseSaved, serializeComparison } from "../../src/scenario/link.ts";
import { damaged, isPolluted, OFTEN } from "../lib/damaged.ts";
import { faultsOf } from "../scenario/sound-comparison.ts";

const LINKS: readonly string[] = [
  "v=1&pd=2026-10-06&dev=25&geo=us&s=4&as=Big_job&mix=o5.5_60.5l~s5.5_39.5&n=120&at=200000&z=9",
  "v=1&pd=2026-11-20&cmp=2_a_b&dev=3&b.dev=25&z=5",
];
/** Files, links and whole addresses. */
const SHARED: readonly string[] = LINKS.flatMap((link) => [
  JSON.stringify(combineFile(parseSaved(link).comparison, link)),
  `{"calculator":"claude-code-cost","version":1,"link":"${link}"}`,
  `https://example.org/cost/#${link}`,
  link,
]);

test("R6: of 10,000 files and pastes none throws, and each is refused, has its problems named or is canonical", () => {
  const counts = { refused: 0, named: 0, whole: 0 };
  fc.assert(
    fc.property(damaged(SHARED), (text) => {
      const read = readShared(text);
      if ("problem" in read) {
        if (!/^.{10,120}\.$/.test(read.problem)) expect.fail(read.problem);
        counts.refused += 1;
        return;
      }
      const { comparison, problems } = read;
      const faults = faultsOf(comparison);
      if (faults.length > 0) expect(faults).toEqual([]);
      if (problems.some(({ field, reason }) => field === "" || reason === "")) expect.fail(text);
      if (problems.length > 0) counts.named += 1;
      else {
        counts.whole += 1;
        const canonical = serializeComparison(comparison);
        if (!isDeepStrictEqual(parseSaved(canonical), { comparison, problems })) expect.fail(canonical);
      }
    }),
    OFTEN,
  );
  // Near enough to the real ones: each of the three happens often.
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(300);
  expect(isPolluted()).toBe(false);
});
