import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { publishedSection } from "./published-readme-table.ts";

const FILE = new URL("../../README.md", import.meta.url);
const [BEGIN, END] = ["<!-- published figures: written by the code -->", "<!-- end of published figures -->"];
const REFRESH = "UPDATE_README=1 npx vitest run --project core tests/features/published-readme.test.ts && npm run format";

/** Text without the blanks and lines that a formatter sets a table's columns with. */
function unpadded(text: string): string {
  return text.replaceAll(/ +\|/g, " |").replaceAll(/-{3,}/g, "---");
}

describe("README.md says of published figures what the code does", () => {
  const written = `${BEGIN}\n\n${publishedSection()}\n\n${END}`;
  const before = readFileSync(FILE, "utf8");
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END) + END.length];
  if (process.env.UPDATE_README && from >= 0) writeFileSync(FILE, before.slice(0, from) + written + before.slice(to));
  const text = readFileSync(FILE, "utf8");

  it("its section is the one that would be written", () => {
    expect(unpadded(text).includes(unpadded(written)), `README.md is stale: ${REFRESH}`).toBe(true);
  });

  it("has every claim that disagrees, such as the print whose lines sum to $0.3508 and the hit rate of 44 %", () => {
    expect(text).toMatch(/\| B9\.1 .*\$0\.34 .*\$0\.350775/);
    expect(text).toMatch(/\| B9\.2 .*70 % .*44\.4 %/);
    expect(text.match(/^\| [A-E]\d[^|]*\|/gm)).toHaveLength(15);
  });
});
