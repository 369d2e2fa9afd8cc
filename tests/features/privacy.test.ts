import { describe, expect, it } from "vitest";
import { combineRequests } from "../../src/features/privacy/combine-requests.ts";
import type { PageRequest } from "../../src/features/privacy/watch-requests.ts";

const HOME = "https://calculator.example";

function request(path: string, startedAt: number, more: Partial<PageRequest> = {}): PageRequest {
  return { address: new URL(path, HOME).href, startedAt, bytes: 0, isFrame: false, ...more };
}

const PAGE = [request("/", 0, { bytes: 41_000 }), request("/assets/index.js", 12, { bytes: 98_600 })];

function words(...later: readonly PageRequest[]): string {
  const { promise, since } = combineRequests({ all: [...PAGE, ...later], loadedAt: 1_000 }, HOME);
  return `${promise} ${since}`;
}

describe("the page's word on its requests", () => {
  it("promises, and counts nothing before the page is loaded", () => {
    expect(combineRequests(null, "")).toEqual({
      promise: "Nothing you enter leaves this browser.",
      since: "Requests since the page was loaded: not counted yet.",
      loading: "",
    });
  });

  it("counts none after it, and says what loading took: 41 + 98.6 = 139.6 kB", () => {
    expect(combineRequests({ all: PAGE, loadedAt: 1_000 }, HOME)).toEqual({
      promise: "Nothing you enter leaves this browser.",
      since: "Requests since the page was loaded: 0.",
      loading: "Loading it took 2 files, 140 kB.",
    });
  });

  it("takes what began with the last of loading for loading, and what began behind it not", () => {
    expect(words(request("/a.js", 1_000))).toContain("loaded: 0.");
    expect(words(request("/a.js", 1_000.1))).toContain("loaded: 1, to the server it came from: /a.js.");
  });

  it("names a frame of its own without the fragment, which is not sent, and says that the frame loads more", () => {
    expect(words(request("/embed/v1/?theme=dark#v=1&s=5", 2_000, { isFrame: true }))).toBe(
      "Nothing you enter leaves this browser. Requests since the page was loaded: 1, to the server it came from: " +
        "/embed/v1/?theme=dark (a frame, with what it loads).",
    );
  });

  it("names three, and counts the others", () => {
    const asked = ["/a", "/b", "/c", "/d", "/e"].map((path) => request(path, 2_000));
    expect(words(...asked.slice(0, 3))).toContain("loaded: 3, to the server it came from: /a, /b, /c.");
    expect(words(...asked)).toContain("loaded: 5, to the server it came from: /a, /b, /c and 2 more.");
  });

  it("takes its promise back where another server was asked, and shows the first 80 characters of a long address", () => {
    const other = `https://other.example/${"x".repeat(100)}`;
    expect(words(request("/a", 2_000), request(other, 3_000))).toBe(
      "Another server was asked. Nothing of this page does that; an extension of the browser may have. " +
        // https://other.example/ has 22 characters: 58 more.
        `Requests since the page was loaded: 2, 1 of them to other servers: /a, https://other.example/${"x".repeat(58)}….`,
    );
  });

  it("tells another port of the same machine from its own server", () => {
    expect(words(request("https://calculator.example:8443/a", 2_000))).toContain("1 of them to other servers");
  });
});
