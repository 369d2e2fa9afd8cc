import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EMBED_LOCKS, EMBED_PANELS, EMBED_WIDTHS, embedHeight } from "../../src/scenario/embed-snippet.ts";

const docs = readFileSync(new URL("../../docs/embed.md", import.meta.url), "utf8");

/** The cells of the row that begins with a name, in a table of so many further columns. */
function cellsOf(name: string, columns: number): readonly string[] | undefined {
  return docs
    .split("\n")
    .filter((line) => line.startsWith(`| \`${name}\``))
    .map((row) =>
      row
        .split("|")
        .slice(2, -1)
        .map((cell) => cell.trim()),
    )
    .find(({ length }) => length === columns);
}

describe("docs/embed.md", () => {
  test.each(EMBED_PANELS)("publishes the heights of %s that snippet and loader use", (panel) => {
    const heights = EMBED_WIDTHS.map((width) => {
      const alone = embedHeight(["verdict"], width);
      return panel === "verdict" ? String(alone) : `+${embedHeight(["verdict", panel], width) - alone}`;
    });
    expect(cellsOf(panel, EMBED_WIDTHS.length)).toEqual(heights);
  });

  test.each(EMBED_LOCKS)("says what the lock %s holds", (group) => {
    expect(cellsOf(group, 1)).toEqual([expect.stringMatching(/\w/)]);
  });

  test("shows the height of a frame of 480 pixels in its snippet", () => {
    expect(docs).toContain(`height="${embedHeight(["verdict"], 480)}"`);
  });
});
