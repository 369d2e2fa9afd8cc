// The smoke list: open, drag, type, share, embed, import, policy. Started by run.mjs.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { launchOptions } from "../../scripts/browser.mjs";
import { pageIn, startFirefox } from "./bidi.mjs";

const PORT = Number(process.env.E2E_PORT ?? 4318);
const SITE = `http://127.0.0.1:${PORT}/`;
// Another name is another site to the browser.
const HOST = `http://localhost:${PORT + 1}/`;
const ENTER = "\uE007";
const PRINT = `Total cost:            $0.55
Total duration (API):  6m 20s
Total duration (wall): 19m 3s
Total code changes:    10 lines added, 2 lines removed
Usage by model:
     claude-sonnet-4-6:  1.2k input, 5.3k output, 940k cache read, 50k cache write ($0.55)
`;
// Sonnet 4.6: 100,000 input at $3 and 20,000 output at $15 per million: 0.30 + 0.30 = $0.60
const LOG = `${JSON.stringify({
  type: "assistant",
  uuid: "u",
  sessionId: "s",
  requestId: "r",
  timestamp: "2026-10-01T09:00:00.000Z",
  message: {
    id: "msg_1",
    model: "claude-sonnet-4-6",
    role: "assistant",
    stop_reason: "end_turn",
    content: [],
    usage: { input_tokens: 100_000, output_tokens: 20_000 },
  },
})}\n`;

/** @typedef {ReturnType<typeof pageIn>} SmokePage */

/** What a page says of money: the sentence, the figures, the tables that stand under the charts. Runs in the page. */
function figuresOf() {
  const places = document.querySelectorAll("[data-answer], [data-figure] dd, [data-figure] dt");
  return Array.from(places, (place) => place.textContent);
}

/** Runs in the page: whether its parts answer to a person. */
function isReady() {
  const parts = ["#sessions", "#batch", "[data-chart-slot]"].map((selector) => document.querySelector(selector));
  return parts.every((part) => part !== null && Object.keys(part).some((key) => key.startsWith("__reactProps")));
}

/**
 * Asks again until it is so.
 * @param {string} what
 * @param {() => Promise<unknown>} ask
 */
async function until(what, ask) {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100)))
    if (await ask()) return;
  throw new Error(`never: ${what}`);
}

const month = (/** @type {SmokePage} */ page) => page.call(() => document.querySelector("[data-figure=month] dd")?.textContent);
const says = (/** @type {SmokePage} */ page, /** @type {string} */ words) =>
  page.call((text) => document.body.textContent?.includes(text) ?? false, words);
const untilMonth = (/** @type {SmokePage} */ page, /** @type {string} */ amount) =>
  until(`a month of ${amount}`, async () => (await month(page)) === amount);

/** Presses the button of that name. @param {SmokePage} page @param {string} name */
async function press(page, name) {
  const isPressed = await page.call((words) => {
    const button = Array.from(document.querySelectorAll("button")).find((one) => one.textContent?.trim() === words);
    button?.click();
    return button !== undefined;
  }, name);
  assert.ok(isPressed, `a button ${name}`);
}

/** The middle of an element, or the place of a stop of a slider. @param {SmokePage} page @param {string} selector @param {number} [stop] */
function placeOf(page, selector, stop) {
  return page.call(
    (found, at) => {
      const element = document.querySelector(found);
      element.scrollIntoView({ block: "center" });
      const { x, y, width, height } = element.getBoundingClientRect();
      const along = at === null ? width / 2 : 12 + ((width - 24) * at) / Number(element.max);
      return { x: x + along, y: y + height / 2 };
    },
    selector,
    stop ?? null,
  );
}

/** The same figures as Chromium shows them. */
async function figuresInChromium() {
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage();
  await page.goto(SITE);
  const figures = await page.evaluate(figuresOf);
  await browser.close();
  return figures;
}

const folder = mkdtempSync(join(tmpdir(), "smoke-log-"));
const log = join(folder, "log.jsonl");
writeFileSync(log, LOG);
const server = await preview({
  logLevel: "error",
  build: { outDir: process.env.E2E_DIST ?? "dist" },
  preview: { host: "127.0.0.1", port: PORT, strictPort: true },
});
const host = createServer((_, response) => {
  response.setHeader("content-type", "text/html");
  response.end(`<!doctype html><title>Another site</title><iframe src="${SITE}embed/v1/" width="600" height="700"></iframe>`);
}).listen(PORT + 1, "localhost");
const firefox = await startFirefox(process.env.FIREFOX_PATH ?? "");
console.log(firefox.version);

// What the policy refuses, kept where no page can lose it.
await firefox.send("script.addPreloadScript", {
  functionDeclaration: `() => {
    globalThis.refused = [];
    addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective + " " + event.blockedURI));
  }`,
});
const refusedIn = (/** @type {SmokePage} */ page) => page.call(() => globalThis.refused);

async function newPage() {
  const { context } = await firefox.send("browsingContext.create", { type: "tab" });
  await firefox.send("browsingContext.setViewport", { context, viewport: { width: 1280, height: 900 } });
  return pageIn(firefox, context);
}

async function opened(address = SITE) {
  const page = await newPage();
  await page.open(address);
  await until("the page answers to clicks", () => page.call(isReady));
  return page;
}

const page = await opened();
/** @type {readonly (readonly [title: string, step: () => Promise<void>])[]} */
const steps = [
  [
    "open: the figures are those that Chromium shows",
    async () => {
      const figures = await page.call(figuresOf);
      assert.ok(figures.length > 10);
      assert.deepEqual(figures, await figuresInChromium());
      // 45 sessions × $4.323008 = 194.53536
      assert.equal(await month(page), "$194.54");
    },
  ],
  [
    "drag: the slider goes two stops on, and the field with it",
    async () => {
      const field = "#sessions";
      const slider = `[aria-label="Sessions a working day slider"]`;
      const stop = Number(await page.call((found) => document.querySelector(found).value, slider));
      const places = [
        await placeOf(page, slider, stop),
        await placeOf(page, slider, stop + 1),
        await placeOf(page, slider, stop + 2),
      ];
      await page.drag(...places);
      await until(
        "another number in the field",
        async () => (await page.call((found) => document.querySelector(found).value, field)) !== "3",
      );
      assert.equal(await page.call((found) => document.querySelector(found).value, slider), String(stop + 2));
      assert.notEqual(await month(page), "$194.54");
    },
  ],
  [
    "type: 6 sessions, then 12 developers",
    async () => {
      for (const [field, text] of [
        ["#sessions", "6"],
        ["#developers", "12"],
      ]) {
        await page.call((found) => document.querySelector(found).select(), field);
        await page.type(`${text}${ENTER}`);
      }
      // 12 × 90 × 4.323008 = 4,668.84864
      await untilMonth(page, "$4,669");
    },
  ],
  [
    "share: the dialog's link opens the same figures",
    async () => {
      await press(page, "Share");
      await until("the dialog", () => page.call(() => document.querySelector("dialog[open] input") !== null));
      const link = await page.call(() => {
        const fields = Array.from(document.querySelectorAll("dialog[open] input, dialog[open] textarea"));
        return fields.map((field) => field.value).find((value) => /^http.*#v=/.test(value));
      });
      const other = await opened(link);
      assert.deepEqual(await other.call(figuresOf), await page.call(figuresOf));
      assert.equal(await month(other), "$4,669");
      assert.deepEqual(await refusedIn(other), []);
      await page.type("\uE00C");
    },
  ],
  [
    "embed: it answers in a page of another site",
    async () => {
      const other = await newPage();
      await other.open(HOST);
      const [frame] = await other.frames();
      const embed = pageIn(firefox, frame ?? "");
      await untilMonth(embed, "$194.54");
      assert.deepEqual(await refusedIn(embed), []);
    },
  ],
  [
    "import: a pasted /cost and a chosen log are read, in the worker",
    async () => {
      const own = await opened();
      await press(own, "Start from your own usage");
      await until("the place to paste", () => says(own, "Drop session logs here"));
      const field = await own.call(() => {
        const label = Array.from(document.querySelectorAll("label")).find((one) => one.textContent?.trim() === "Paste");
        return label?.htmlFor;
      });
      await own.call((id) => document.getElementById(id)?.focus(), field);
      await own.call((text) => {
        const area = /** @type {HTMLTextAreaElement} */ (document.activeElement);
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }, PRINT);
      await press(own, "Read");
      // 0.0036 + 0.0795 + 0.282 + 0.1875
      await until("$0.553 for what was pasted", () =>
        own.call(() => document.querySelector("#own-usage")?.textContent?.includes("$0.553")),
      );
      await own.choose(`document.querySelector('[aria-label="Session log files"]')`, [log]);
      await until("$0.60 for the log", () =>
        own.call(() => document.querySelector("#own-usage")?.textContent?.includes("$0.60")),
      );
      assert.deepEqual(await refusedIn(own), []);
    },
  ],
  [
    "policy: nothing was refused so far and no console complains; a fetch is",
    async () => {
      assert.deepEqual(await refusedIn(page), []);
      const complaints = () => firefox.messages.filter(({ level }) => level === "error").map(({ text }) => text);
      assert.deepEqual(complaints(), []);
      const isRefused = await page.call(() =>
        fetch("./rates/v1.json").then(
          () => false,
          () => true,
        ),
      );
      assert.ok(isRefused, "the fetch is refused");
      assert.match(String(await refusedIn(page)), /^connect-src /);
      // So the ears were open all along.
      await page.call(() => console.error("heard"));
      await until("a complaint is heard", async () => complaints().includes("heard"));
    },
  ],
];

let failed = 0;
for (const [title, step] of steps) {
  const from = performance.now();
  try {
    await step();
    console.log(`  ok      ${title} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`  FAILED  ${title}\n${error}`);
  }
}
await firefox.close();
host.close();
await server.close();
rmSync(folder, { recursive: true, force: true });
console.log(`\n${steps.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
