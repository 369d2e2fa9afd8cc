import { describe, expect, it } from "vitest";
import { type ChosenLogs, chooseLogs } from "../../src/features/import/drop-choose-logs.ts";
import { filesOfDrop } from "../../src/features/import/drop-read-entries.ts";

function choose(...paths: readonly string[]): ChosenLogs {
  return chooseLogs(paths.map((path) => ({ path, file: new File(["{}"], path) })));
}

describe("what is dropped", () => {
  it("is read where it ends in .jsonl, whatever lies beside it", () => {
    const { logs, problem } = choose("projects/a/1.jsonl", "projects/a/notes.md", "projects/a/old.zip", "projects/a/2.JSONL");
    expect([logs.map(({ path }) => path), problem]).toEqual([["projects/a/1.jsonl", "projects/a/2.JSONL"], null]);
  });

  it("is read whatever its name when it is one file", () => {
    expect(choose("log.txt").logs).toHaveLength(1);
  });

  it.each([
    ["an empty folder", [], "There are no files in it"],
    ["an archive", ["logs.tar.gz"], "This is an archive"],
    ["archives", ["a.zip", "b.zip"], "These are archives"],
    ["two files of another kind", ["a.md", "b.md"], "None of the 2 files is a session log"],
    ["an archive among other files", ["a.zip", "b.md"], "None of the 2 files is a session log"],
  ])("is refused by name: %s", (_, paths, reason) => {
    const { logs, problem } = choose(...paths);
    expect(logs).toEqual([]);
    expect(problem).toContain(reason);
  });

  it("of 10,000 files without a log is counted", () => {
    const paths = Array.from({ length: 10_000 }, (_, index) => `photos/${index}.png`);
    expect(choose(...paths).problem).toContain("None of the 10,000 files is a session log");
  });
});

describe("a dropped folder", () => {
  const fileEntry = (path: string) => ({
    isFile: true,
    isDirectory: false,
    fullPath: path,
    file: (done: (file: File) => void) => done(new File(["{}"], "x")),
  });
  const lostEntry = (path: string) => ({ ...fileEntry(path), file: (_: unknown, failed: () => void) => failed() });
  const folderEntry = (...batches: readonly (readonly object[])[]) => ({
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const left = [...batches];
      return { readEntries: (done: (entries: readonly object[]) => void) => done(left.shift() ?? []) };
    },
  });
  const dropOf = (...entries: readonly object[]): DataTransfer =>
    ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] }) as unknown as DataTransfer;

  it("is walked to the end, batch by batch, and paths are kept", async () => {
    const inner = folderEntry(
      [fileEntry("/projects/a/1.jsonl"), fileEntry("/projects/a/2.jsonl")],
      [fileEntry("/projects/a/3.jsonl")],
    );
    const found = await filesOfDrop(dropOf(folderEntry([inner]), fileEntry("/4.jsonl")));
    expect(found.map(({ path }) => path)).toEqual(["projects/a/1.jsonl", "projects/a/2.jsonl", "projects/a/3.jsonl", "4.jsonl"]);
  });

  it("gives what can be opened when something in it cannot", async () => {
    const found = await filesOfDrop(dropOf(folderEntry([lostEntry("/a/1.jsonl"), fileEntry("/a/2.jsonl")])));
    expect(found.map(({ path }) => path)).toEqual(["a/2.jsonl"]);
  });
});
