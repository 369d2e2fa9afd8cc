import { describe, expect, test } from "vitest";
import { linkOf, wordpressSecret } from "../../src/embed/wordpress.ts";

describe("the address that WordPress gives an embed", () => {
  test.each([
    ["#?secret=aB3dE5fG7h", "aB3dE5fG7h", ""],
    ["#v=1&pd=2026-11-20&z=2#?secret=aB3", "aB3", "v=1&pd=2026-11-20&z=2"],
    ["#v=1&pd=2026-11-20&z=2", null, "v=1&pd=2026-11-20&z=2"],
    ["", null, ""],
    // Characters that WordPress never uses: its own script would not take them back.
    ["#?secret=<b>", null, "?secret=<b>"],
    ["#?secret=", null, "?secret="],
  ])("%s holds the secret %s and the link %s", (hash, secret, link) => {
    expect(wordpressSecret(hash)).toBe(secret);
    expect(linkOf(hash)).toBe(link);
  });
});
