import { describe, expect, test } from "vitest";
import {
  EMBED_PANELS,
  EMBED_WIDTHS,
  embedAddress,
  embedHeight,
  embedSnippet,
  PLAIN_EMBED,
} from "../../src/scenario/embed-snippet.ts";

const base = "https://cost.example/";
const link = "v=1&pd=2026-11-20&z=2";
const plain = { base, link, options: PLAIN_EMBED };
const dark = { base, link, options: { theme: "dark", show: ["verdict", "month"], lock: ["preset", "work"] } } as const;

describe("the address of an embed", () => {
  test("is the embed's folder and the scenario", () => {
    expect(embedAddress(plain)).toBe("https://cost.example/embed/v1/#v=1&pd=2026-11-20&z=2");
  });

  test("says what is unlike the plain embed", () => {
    expect(embedAddress(dark)).toBe(
      "https://cost.example/embed/v1/?theme=dark&show=verdict,month&lock=preset,work#v=1&pd=2026-11-20&z=2",
    );
  });
});

describe("the snippet", () => {
  test("is one frame and a plain link to the same scenario", () => {
    expect(embedSnippet(plain, "html", { height: 900 })).toBe(
      `<iframe src="https://cost.example/embed/v1/#v=1&amp;pd=2026-11-20&amp;z=2" title="Claude Code cost calculator" width="100%" height="900" loading="lazy" allow="clipboard-write" referrerpolicy="no-referrer" style="border:0"></iframe>
<p><a href="https://cost.example/#v=1&amp;pd=2026-11-20&amp;z=2">Open the Claude Code cost calculator with these inputs</a></p>
`,
    );
  });

  test("for MDX is written as JSX", () => {
    expect(embedSnippet(plain, "mdx", { height: 900 })).toContain(
      'referrerPolicy="no-referrer" style={{ border: 0, colorScheme: "inherit" }}',
    );
  });

  test("for the loader holds the link as what stands there without scripts", () => {
    expect(embedSnippet(dark, "loader", { height: 900 })).toBe(
      `<script src="https://cost.example/embed/v1.js" async></script>
<claude-code-cost scenario="v=1&amp;pd=2026-11-20&amp;z=2" theme="dark" show="verdict,month" lock="preset,work"><a href="https://cost.example/#v=1&amp;pd=2026-11-20&amp;z=2">Open the Claude Code cost calculator with these inputs</a></claude-code-cost>
`,
    );
  });

  test("for the loader says nothing of a lock where nothing is locked", () => {
    expect(embedSnippet(plain, "loader", { height: 900 })).not.toContain("lock=");
  });

  test("lets no address out of its attribute", () => {
    const hostile = embedSnippet({ ...plain, base: 'https://x.example/"><script>' }, "html", { height: 900 });
    expect(hostile).not.toContain("<script>");
  });
});

describe("published heights", () => {
  test.each(EMBED_WIDTHS)("at %i pixels every panel makes the embed higher, and none passes what the loader allows", (width) => {
    const alone = embedHeight(["verdict"], width);
    for (const panel of EMBED_PANELS.slice(1)) expect(embedHeight(["verdict", panel], width)).toBeGreaterThan(alone + 100);
    expect(alone).toBeLessThan(4_000);
  });
});
