import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import {
  defaultLayers,
  type GoldenLink,
  goldenLinks,
  grownLines,
  inForce,
  layered,
  linesOf,
  manifestLines,
} from "./golden-entries.ts";
import { earlierTexts, git, lostLines } from "./golden-history.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = "tests/fixtures/golden-links/";
const FILES = ["manifest.txt", "model-codes.txt"] as const;
// As many as were published first; it may be raised.
const FIRST_PUBLISHED = 50;

describe("a golden link is never edited or deleted", () => {
  const manifest = grownLines("manifest.txt");
  const stated = manifestLines(defaultLayers, goldenLinks);

  it("every entry, and every layer of the defaults, has the hash that was published", () => {
    const unknown = stated.filter((line) => !manifest.includes(line));
    expect(unknown, `edited (undo that), or new (append to ${FOLDER}manifest.txt):\n${unknown.join("\n")}`).toEqual([]);
  });

  it("every hash that was published has its entry, in the order in which they came", () => {
    const gone = manifest.filter((line) => !stated.includes(line));
    expect(gone, `edited or deleted: add an entry with "corrects" and "reason" instead\n${gone.join("\n")}`).toEqual([]);
    const ofEntries = (lines: readonly string[]): readonly string[] => lines.filter((line) => !line.includes(" defaults-"));
    expect(ofEntries(manifest)).toEqual(ofEntries(stated));
  });

  it("the list only grows", () => {
    expect(goldenLinks.length).toBeGreaterThanOrEqual(FIRST_PUBLISHED);
    expect(new Set(manifest).size).toBe(manifest.length);
  });

  // Whoever edits an entry and its hash together is found by what was committed before. A shallow clone, or no git, cannot tell.
  for (const file of FILES) {
    const earlier = earlierTexts(PROJECT, FOLDER + file);
    it.skipIf(earlier === null)(`no line that was ever committed in ${file} is gone`, () => {
      const lost = lostLines((earlier ?? []).map(linesOf), grownLines(file));
      expect(lost, `lines of ${FOLDER}${file} that were published and are gone:\n${lost.join("\n")}`).toEqual([]);
    });
  }
});

describe("what an entry may do to an earlier one", () => {
  const [first] = goldenLinks as [GoldenLink];

  it("a correction takes its place", () => {
    const better = { ...first, why: "Better.", corrects: first.link, reason: "A tier was published late." };
    expect(inForce([first, better])).toEqual([better]);
  });

  it.each([
    ["one that says no reason", { corrects: first.link }],
    ["one that says it corrects another", { corrects: "v=1&z=1", reason: "Because." }],
    ["one that only repeats the link", {}],
  ])("%s does not", (_what, more) => {
    expect(() => inForce([first, { ...first, ...more }])).toThrow(/says why/);
  });

  it("nothing is corrected that was not there", () => {
    expect(() => inForce([{ ...first, corrects: first.link, reason: "Because." }])).toThrow(/says why/);
  });

  it("an edit of any part, however small, has another hash; a file laid out anew has not", () => {
    const [line] = manifestLines([], [first]);
    const reordered = Object.fromEntries(Object.entries(first).reverse()) as unknown as GoldenLink;
    expect(manifestLines([], [reordered])).toEqual([line]);
    const edited = {
      ...first,
      says: first.says.map((figures) => ({ ...figures, perMonthMicroUsd: figures.perMonthMicroUsd + 1 })),
    };
    expect(manifestLines([], [edited])).not.toEqual([line]);
  });
});

describe("the defaults of a version are layers", () => {
  it("a later one adds fields, at any depth", () => {
    expect(
      layered([{ scenario: { a: 1, levers: { x: { on: false } } } }, { scenario: { b: 2, levers: { y: { on: true } } } }]),
    ).toEqual({
      scenario: { a: 1, b: 2, levers: { x: { on: false }, y: { on: true } } },
    });
  });

  it("and changes none: an old link would mean something else", () => {
    expect(() => layered([{ scenario: { a: 1 } }, { scenario: { a: 2 } }])).toThrow(/scenario\.a/);
    expect(() => layered([{ profile: { mix: [1] } }, { profile: { mix: [2] } }])).toThrow(/profile\.mix/);
  });
});

describe.skipIf(git(PROJECT, "--version") === null)("the history of a file", () => {
  const repository = mkdtempSync(join(tmpdir(), "golden-"));
  const clone = mkdtempSync(join(tmpdir(), "golden-clone-"));
  const bare = mkdtempSync(join(tmpdir(), "golden-none-"));
  afterAll(() => {
    for (const folder of [repository, clone, bare]) rmSync(folder, { recursive: true });
  });

  function commit(text: string): void {
    writeFileSync(join(repository, "list.txt"), text);
    git(repository, "add", "list.txt");
    const author = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
    if (git(repository, ...author, "commit", "-qm", "list") === null) throw new Error("nothing was committed");
  }

  it("shows a line that was published and edited since, though the file agrees with itself", () => {
    git(repository, "init", "-q");
    expect(earlierTexts(repository, "list.txt")).toBeNull();
    commit("# list\none 1\n");
    expect(earlierTexts(repository, "list.txt")).toEqual(["# list\none 1\n"]);
    commit("# list\none 1\ntwo 2\n");
    commit("# list\none 1\ntwo 3\n");
    const earlier = earlierTexts(repository, "list.txt")?.map(linesOf) ?? [];
    expect(earlier).toHaveLength(3);
    expect(lostLines(earlier, ["one 1", "two 3"])).toEqual(["two 2"]);
    expect(lostLines(earlier, ["one 1", "two 2", "two 3", "new 4"])).toEqual([]);
  });

  it("says nothing where it is cut off, or where there is none", () => {
    git(clone, "clone", "-q", "--depth", "1", `file://${repository}`, ".");
    expect(git(clone, "rev-parse", "--is-shallow-repository")?.trim()).toBe("true");
    expect(earlierTexts(clone, "list.txt")).toBeNull();
    expect(earlierTexts(bare, "list.txt")).toBeNull();
  });
});
