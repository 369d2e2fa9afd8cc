import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readEmbedOptions } from "../../src/embed/embed-options.ts";
import { MESSAGE_KEY, readHostMessage } from "../../src/embed/protocol.ts";
import { EMBED_LOCKS, EMBED_PANELS, EMBED_THEMES } from "../../src/scenario/embed-snippet.ts";
import { parseComparison, serializeComparison } from "../../src/scenario/link.ts";
import { damaged, isPolluted, OFTEN } from "../lib/damaged.ts";
import { faultsOf } from "../scenario/sound-comparison.ts";

const LINK = "v=1&pd=2026-10-06&dev=25&geo=us&s=4&as=Big_job&mix=o5.5_60.5l~s5.5_39.5&n=120&at=200000&z=9";
const link = fc.oneof({ arbitrary: damaged([LINK, `#${LINK}`, encodeURIComponent(LINK)]), weight: 6 }, fc.anything());

test("R6: of 10,000 scenarios that a host sets none is half read: each is canonical or has a problem that is named", () => {
  let heard = 0;
  fc.assert(
    fc.property(link, fc.constantFrom(1, 1, 1, 1, 2, "1"), (text, version) => {
      const read = readHostMessage({ [MESSAGE_KEY]: { v: version, type: "setScenario", link: text } });
      if (read === null) return;
      if (version !== 1 || read.type !== "setScenario") return expect.fail(read.type);
      heard += 1;
      // As src/embed/v1.tsx reads it: with its # put before it.
      const { comparison, problems } = parseComparison(`#${read.link.replace(/^#/, "")}`);
      const faults = faultsOf(comparison);
      if (faults.length > 0) expect(faults).toEqual([]);
      if (problems.length > 0) return;
      const canonical = serializeComparison(comparison);
      if (!isDeepStrictEqual(parseComparison(canonical), { comparison, problems })) expect.fail(canonical);
    }),
    OFTEN,
  );
  expect(heard).toBeGreaterThan(4_000);
  expect(isPolluted()).toBe(false);
});

test("R6: of 10,000 messages of any make none throws or is understood with more than its own fields", () => {
  const fields = fc.dictionary(
    fc.oneof(fc.constantFrom("v", "type", "theme", "link", "__proto__", "constructor"), fc.string({ maxLength: 3 })),
    fc.oneof(
      fc.constantFrom<unknown>(1, "ack", "getState", "setTheme", "setScenario", "dark", null, Number.NaN, {}),
      fc.string({ maxLength: 5 }),
    ),
    { maxKeys: 6, noNullPrototype: true },
  );
  const message = fc.oneof(
    fields.map((some) => ({ [MESSAGE_KEY]: { v: 1, ...some } })),
    fields.map((some) => ({ [MESSAGE_KEY]: some })),
    fc.anything({ maxDepth: 2 }),
  );
  const known = { ack: ["type"], getState: ["type"], setTheme: ["theme", "type"], setScenario: ["link", "type"] };
  let understood = 0;
  fc.assert(
    fc.property(message, (data) => {
      const read = readHostMessage(data);
      if (read === null) return;
      understood += 1;
      expect(Object.keys(read).toSorted()).toEqual(known[read.type]);
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    }),
    OFTEN,
  );
  expect(understood).toBeGreaterThan(50);
  expect(isPolluted()).toBe(false);
});

test("R6: of 10,000 queries of an embed's address each asks for something that an embed can show", () => {
  const query = damaged(["?theme=dark&show=month,verdict&lock=all", "?lock=preset,work&amp;show=inputs", "?a=1&theme=auto"]);
  fc.assert(
    fc.property(query, (text) => {
      const { theme, show, lock } = readEmbedOptions(text);
      const shown = EMBED_PANELS.filter((panel) => show.includes(panel));
      const locked = EMBED_LOCKS.filter((group) => lock.includes(group));
      const isKnown = EMBED_THEMES.includes(theme) && show.length > 0;
      if (!isKnown || shown.join() !== show.join() || locked.join() !== lock.join()) expect.fail(text);
    }),
    OFTEN,
  );
});
