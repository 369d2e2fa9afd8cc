import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base, type FrameLocator, type Page } from "@playwright/test";

/** A docs site of another origin than the calculator's: `localhost` beside 127.0.0.1 is another site even. */
export interface DocsHost {
  /** Serves a page with that in its body, and opens it. */
  readonly open: (page: Page, body: string, head?: string) => Promise<void>;
}

/** Tests with a docs site, and the address of the calculator's folder. */
export const test = base.extend<{ readonly host: DocsHost; readonly calculator: string }>({
  // As in a person's browser: an emulated scheme would hold in every frame, whatever its host says.
  colorScheme: null,
  host: async ({ baseURL: _ }, use) => {
    let html = "";
    const server = createServer(({ url }, response) => {
      response.writeHead(url === "/" ? 200 : 204, { "content-type": "text/html; charset=utf-8" });
      response.end(url === "/" ? html : "");
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const { port } = server.address() as AddressInfo;
    await use({
      open: async (page, body, head = "") => {
        html = `<!doctype html><html lang="en"><head><title>Docs</title>${LISTENER}${head}</head><body>${body}</body></html>`;
        await page.goto(`http://localhost:${port}/`);
      },
    });
    server.closeAllConnections();
    server.close();
  },
  calculator: async ({ baseURL }, use) => use(baseURL ?? ""),
});

// Keeps every message of the protocol, and what the page was shifted by.
const LISTENER = `<script>
  heard = [];
  shift = 0;
  addEventListener("message", ({ data, origin, source }) => {
    heard.push({ at: performance.now(), origin, ...(data?.["claude-code-cost"] ?? { other: data }) });
  });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value;
  }).observe({ type: "layout-shift", buffered: true });
  tell = (message) => document.querySelector("iframe").contentWindow.postMessage({ "claude-code-cost": { v: 1, ...message } }, "*");
</script>`;

/** A message that a host got, as its page kept it. */
export interface Heard {
  /** Milliseconds since the host's page began. */
  readonly at: number;
  readonly origin: string;
  readonly type?: string;
  readonly height?: number;
  readonly link?: string;
  readonly totals?: Readonly<Record<string, number>>;
  readonly reason?: string;
  /** A message outside the protocol. */
  readonly other?: unknown;
}

/** What the docs page has heard of one kind, oldest first. */
export async function heardOf(page: Page, type: string): Promise<readonly Heard[]> {
  return page.evaluate((wanted) => {
    const { heard } = window as unknown as { readonly heard: readonly Heard[] };
    return heard.filter((message) => message.type === wanted);
  }, type);
}

/** Has the docs page send a message of the protocol to its embed. */
export async function tell(page: Page, message: object): Promise<void> {
  await page.evaluate((told) => (window as unknown as { readonly tell: (message: object) => void }).tell(told), message);
}

/** By how much the docs page was shifted (CLS without windows of time: at least what browsers report). */
export async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { readonly shift: number }).shift);
}

/** The embed inside the docs page; also one that the loader has put into its shadow. */
export function embedIn(page: Page): FrameLocator {
  return page.frameLocator("iframe");
}

/** A frame with the embed. */
export function frame(calculator: string, { query = "", link = "", attributes = 'width="100%" height="900"' } = {}): string {
  return `<iframe src="${calculator}embed/v1/${query}#${link}" title="Calculator" style="border:0" ${attributes}></iframe>`;
}
