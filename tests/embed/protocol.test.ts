import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { enveloped, LONGEST_MESSAGE, MESSAGE_KEY, readHostMessage } from "../../src/embed/protocol.ts";

const message = (fields: object): object => ({ [MESSAGE_KEY]: { v: 1, ...fields } });

describe("a message of the host", () => {
  test.each([
    [{ type: "ack" }],
    [{ type: "getState" }],
    [{ type: "setTheme", theme: "auto" }],
    [{ type: "setTheme", theme: "light" }],
    [{ type: "setTheme", theme: "dark" }],
    [{ type: "setScenario", link: "v=1&pd=2026-11-20&z=2" }],
  ])("%j is understood", (fields) => {
    expect(readHostMessage(message(fields))).toEqual(fields);
  });

  test("keeps its known fields only", () => {
    expect(readHostMessage(message({ type: "setTheme", theme: "dark", css: "body{}" }))).toEqual({
      type: "setTheme",
      theme: "dark",
    });
  });

  test.each([
    ["text", "ready"],
    ["JSON text", JSON.stringify(message({ type: "ack" }))],
    ["null", null],
    ["a list", [message({ type: "ack" })]],
    ["another's message", { secret: "abc", message: "ready" }],
    ["a second key", { ...message({ type: "ack" }), more: 1 }],
    ["no version", { [MESSAGE_KEY]: { type: "ack" } }],
    ["another version", { [MESSAGE_KEY]: { v: 2, type: "ack" } }],
    ["a version as text", { [MESSAGE_KEY]: { v: "1", type: "ack" } }],
    ["an unknown type", message({ type: "navigate", link: "https://x.example/" })],
    ["a type that every object has", message({ type: "constructor" })],
    ["an unknown theme", message({ type: "setTheme", theme: "red; background: url(x)" })],
    ["a theme that every object has", message({ type: "setTheme", theme: "__proto__" })],
    ["a scenario that is no text", message({ type: "setScenario", link: 7 })],
    ["a scenario as an object", message({ type: "setScenario", link: { toString: () => "v=1" } })],
    ["an object in a field", message({ type: "ack", more: {} })],
    ["nine fields", message({ type: "ack", a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 })],
    ["fields of its prototype", Object.create(message({ type: "ack" }))],
    ["a message of its prototype", { [MESSAGE_KEY]: Object.create({ v: 1, type: "ack" }) }],
  ])("is ignored when it is %s", (_, data) => {
    expect(readHostMessage(data)).toBeNull();
  });

  test("with eight fields is read: two of its own and six of another's", () => {
    expect(readHostMessage(message({ type: "ack", a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }))).toEqual({ type: "ack" });
  });

  test.each([
    [-1, true],
    [0, true],
    [1, false],
  ])("%i characters from the limit: %s", (beyond, isRead) => {
    // Names and texts count: v, type, link and "setScenario" are 1 + 4 + 4 + 11 = 20.
    const link = "x".repeat(LONGEST_MESSAGE - 20 + beyond);
    expect(readHostMessage(message({ type: "setScenario", link })) !== null).toBe(isRead);
  });

  test("that throws when it is looked at is ignored", () => {
    const trap = new Proxy(message({ type: "ack" }), {
      ownKeys: () => {
        throw new Error("trap");
      },
    });
    expect(readHostMessage(trap)).toBeNull();
  });

  test("is never misread: of 1,000 hostile messages none throws, and what is understood is exactly one of the four", () => {
    const word = fc.constantFrom("ack", "getState", "setTheme", "setScenario", "dark", "__proto__", "constructor", "ready", "");
    const leaf = fc.oneof(word, fc.string(), fc.double(), fc.bigInt(), fc.boolean(), fc.constant(null), fc.constant(1));
    const value = fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: fc.anything() });
    const key = fc.oneof(fc.constantFrom("v", "type", "theme", "link", "__proto__"), fc.string());
    const fields = fc.dictionary(key, value).chain((other) => fc.constantFrom(other, { v: 1, ...other }, { ...other, v: 1 }));
    const hostile = fc.oneof(
      fc.anything(),
      fields.map((inner) => ({ [MESSAGE_KEY]: inner })),
      fc.tuple(word, value, value).map(([type, theme, link]) => message({ type, theme, link })),
    );
    let understood = 0;
    fc.assert(
      fc.property(hostile, (data) => {
        const read = readHostMessage(data);
        if (read === null) return;
        understood += 1;
        const known = { ack: ["type"], getState: ["type"], setTheme: ["theme", "type"], setScenario: ["link", "type"] };
        expect(Object.keys(read).sort()).toEqual(known[read.type]);
        if (read.type === "setTheme") expect(["auto", "light", "dark"]).toContain(read.theme);
        if (read.type === "setScenario") expect(typeof read.link).toBe("string");
      }),
      { numRuns: 1_000, seed: 5 },
    );
    // Neither all nor none: the messages come near enough to the real ones.
    expect(understood).toBeGreaterThan(20);
    expect(understood).toBeLessThan(600);
  });
});

test("a message goes out under the one key, with its version", () => {
  expect(enveloped({ type: "resize", height: 640 })).toEqual({ "claude-code-cost": { v: 1, type: "resize", height: 640 } });
});
