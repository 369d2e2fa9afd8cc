import { describe, expect, it } from "vitest";
import { fileSizes } from "../../src/rates/file-sizes.ts";

describe("how many tokens files of a kind take", () => {
  it.each([
    ["typescript-file", 500, 800],
    ["react-component", 300, 600],
    ["package-json", 200, 400],
    ["file-read", 1_100, 2_400],
    ["codebase-scan", 50_000, 200_000],
  ] as const)("%s: %d to %d, the middle is used", (id, low, high) => {
    expect(fileSizes.find((size) => size.id === id)).toMatchObject({ low, high, used: (low + high) / 2, origin: "published" });
  });
});
