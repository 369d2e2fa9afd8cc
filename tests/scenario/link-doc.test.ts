import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LONGEST_ADDRESS, LONGEST_LINK, parseComparison, serializeComparison } from "../../src/scenario/link.ts";
import { linkDocTables } from "./link-doc-table.ts";

const FILE = new URL("../../docs/link.md", import.meta.url);
const [BEGIN, END] = ["<!-- keys: written by the code -->", "<!-- end of keys -->"];
const REFRESH = "UPDATE_LINK_DOC=1 npx vitest run --project core tests/scenario/link-doc.test.ts && npm run format";

/** A table's text without the blanks and lines that the formatter sets its columns with. */
function unpadded(table: string): string {
  return table.replaceAll(/ +\|/g, " |").replaceAll(/-{3,}/g, "---");
}

describe("docs/link.md says what the code does", () => {
  const written = `${BEGIN}\n\n${linkDocTables()}\n\n${END}`;
  const before = readFileSync(FILE, "utf8");
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END) + END.length];
  if (process.env.UPDATE_LINK_DOC && from >= 0) writeFileSync(FILE, before.slice(0, from) + written + before.slice(to));
  const text = readFileSync(FILE, "utf8");

  it("its tables are those of the code", () => {
    expect(unpadded(text).includes(unpadded(written)), `docs/link.md is stale: ${REFRESH}`).toBe(true);
  });

  it("its limits are those of the code", () => {
    for (const limit of [LONGEST_LINK, LONGEST_ADDRESS]) expect(text).toContain(`${limit.toLocaleString("en-US")} characters`);
  });

  const examples = [...text.matchAll(/#(v=1&[^\s`#]+)/g)].map(([, link = ""]) => link);

  it.each(examples)("its example %s is canonical", (link) => {
    const { comparison, problems } = parseComparison(link);
    expect(problems).toEqual([]);
    expect(serializeComparison(comparison)).toBe(link);
  });

  it("it has an example of one scenario and one of a comparison", () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    expect(examples.some((link) => link.includes("cmp="))).toBe(true);
  });
});
