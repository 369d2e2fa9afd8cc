import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "rates-check-"));
afterAll(() => rmSync(temporary, { recursive: true }));

interface Judgement {
  readonly model: string;
  readonly what: string;
  readonly ours: string | number | null;
  readonly theirs: string | number | null;
}

const { judged } = JSON.parse(readFileSync(join(project, "scripts/rates-judged.json"), "utf8")) as { judged: Judgement[] };

function check(judgements?: readonly unknown[]): { readonly status: number | null; readonly out: string } {
  const file = join(temporary, "judged.json");
  if (judgements) writeFileSync(file, JSON.stringify({ judged: judgements }));
  const args = ["scripts/rates-check.mjs", ...(judgements ? [`--judged=${file}`] : [])];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  return { status, out: stdout + stderr };
}

describe("npm run rates:check", () => {
  it("finds nothing between our cards and the installed price list that is not judged, and no judgement too many", () => {
    const { status, out } = check();
    expect(out).toContain(`${judged.length} judged, 0 not judged, 0 no longer found`);
    expect(status).toBe(0);
  });

  it("says which side our sources support where reads of Sonnet 5.5 differ, and from when", () => {
    const { out } = check();
    expect(out).toMatch(
      /Our sources support: ours\n[\s\S]*claude-sonnet-5-5 cacheRead \[2026-10-07, open\): ours 0\.1, genai-prices 0\.2\n.*\[\S*release-notes/,
    );
  });

  it("ends with 1 at a difference that nobody has judged, and names it", () => {
    const { status, out } = check(judged.filter(({ model }) => model !== "claude-sonnet-5-5"));
    expect(out).toContain("Not judged yet");
    expect(out).toContain('{"model":"claude-sonnet-5-5","what":"cacheRead"');
    expect(out).toContain(`${judged.length - 1} judged, 1 not judged, 0 no longer found`);
    expect(status).toBe(1);
  });

  it("takes a judgement for its own figures only", () => {
    const { status, out } = check(judged.map((each) => (each.theirs === 0.2 ? { ...each, theirs: 0.3 } : each)));
    expect(out).toContain(`${judged.length - 1} judged, 1 not judged, 1 no longer found`);
    expect(status).toBe(1);
  });

  it("refuses a judgement without a source", () => {
    const { status, out } = check(judged.map((each, index) => (index === 0 ? { ...each, source: "" } : each)));
    expect(out).toContain("a source are missing in");
    expect(status).not.toBe(0);
  });
});
