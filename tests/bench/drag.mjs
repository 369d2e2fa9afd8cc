// Drags a slider as a hand does and prints how soon the answer and the charts follow: one JSON line a rate, medians over the runs. Milliseconds.
//   node tests/bench/drag.mjs http://127.0.0.1:4193/ --slider '#sessions' --answer '#answer' [--rates 1,4] [--sweeps 1] [--runs 1] [--style <css that hides parts of the page>]
// A chart is anything with `data-asked` (props handed in) and `data-drawn` (props on screen); only those in sight are counted.
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "../../scripts/browser.mjs";

const MOVES = 200;
const MOVES_PER_SECOND = 60;
const REST = 1500;
const FRAME = 1000 / 60;

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    slider: { type: "string", default: "input[type=range]" },
    answer: { type: "string", default: "#answer" },
    rates: { type: "string", default: "1,4" },
    sweeps: { type: "string", default: "1" },
    runs: { type: "string", default: "1" },
    style: { type: "string", default: "" },
  },
});

/**
 * @typedef {{ at: number, heardAt: number, tickAt: number, paintedAt: number | null, frames: number }} Input
 * @typedef {{ chart: number, at: number, drawnAt: number, isShown: boolean }} Drawing
 * @typedef {{ inputs: Input[], charts: Drawing[], count: number }} Seen
 */

/**
 * Runs in the page: notes each input, the frame that shows its answer, and each drawing of a chart in sight.
 * @param {{ slider: string, answer: string }} selectors
 */
function record({ slider, answer }) {
  /** @type {Seen} */
  const seen = { inputs: [], charts: [], count: 0 };
  /** @type {Map<Element, { count: number, at: number }[]>} */
  const asks = new Map();
  let pointedAt = 0;
  let answeredAt = 0;
  /** @type {Input | null} */
  let last = null;

  /** @param {Element} element */
  const isInSight = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const charts = Array.from(document.querySelectorAll("[data-drawn]")).filter(isInSight);
  for (const chart of charts) asks.set(chart, []);

  /** @param {(tickAt: number) => void} task */
  const afterPaint = (task) =>
    requestAnimationFrame((tickAt) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => task(tickAt);
      port2.postMessage(null);
    });

  /**
   * An answer that is rendered later than its own frame is waited for.
   * @param {Input} input
   */
  const awaitAnswer = (input) =>
    afterPaint((tickAt) => {
      input.tickAt = tickAt;
      if (answeredAt >= input.heardAt) input.paintedAt = performance.now();
      else awaitAnswer(input);
      input.frames += 1;
    });

  /** @param {PointerEvent} event */
  const onPointer = (event) => {
    pointedAt = (event.getCoalescedEvents()[0] ?? event).timeStamp;
  };
  const onInput = () => {
    last = { at: pointedAt, heardAt: performance.now(), tickAt: 0, paintedAt: null, frames: 0 };
    seen.inputs.push(last);
    awaitAnswer(last);
  };
  addEventListener("pointerdown", onPointer, { capture: true });
  addEventListener("pointermove", onPointer, { capture: true });
  const find = (/** @type {string} */ selector) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`nothing on the page is ${selector}`);
    return found;
  };
  find(slider).addEventListener("input", onInput, { capture: true });

  new MutationObserver(() => {
    answeredAt = performance.now();
  }).observe(find(answer), { subtree: true, childList: true, characterData: true });

  /** @param {MutationRecord} stamp */
  const onStamp = ({ target, attributeName }) => {
    if (!(target instanceof HTMLElement)) return;
    const waiting = asks.get(target);
    if (!waiting || !last) return;
    if (attributeName === "data-asked") {
      waiting.push({ count: Number(target.dataset.asked), at: last.at });
      return;
    }
    const drawn = Number(target.dataset.drawn);
    const now = performance.now();
    for (let ask = waiting[0]; ask && ask.count <= drawn; ask = waiting[0]) {
      waiting.shift();
      seen.charts.push({ chart: charts.indexOf(target), at: ask.at, drawnAt: now, isShown: ask.count === drawn });
    }
  };
  for (const chart of charts) {
    new MutationObserver((stamps) => stamps.forEach(onStamp)).observe(chart, { attributeFilter: ["data-asked", "data-drawn"] });
  }
  seen.count = charts.length;
  Object.assign(globalThis, { seen });
}

/**
 * @param {import("@playwright/test").CDPSession} session
 * @param {{ box: { x: number, y: number, width: number, height: number }, sweeps: number }} path
 */
async function drag(session, { box, sweeps }) {
  const y = box.y + box.height / 2;
  const at = (/** @type {number} */ move) => {
    const way = (move / MOVES) * sweeps;
    const share = Math.abs(((way + 1) % 2) - 1);
    return box.x + box.width * (0.05 + 0.9 * share);
  };
  const send = (/** @type {"mousePressed" | "mouseMoved" | "mouseReleased"} */ type, /** @type {number} */ x) =>
    session.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: 1, clickCount: 1 });
  await send("mousePressed", at(0));
  const start = performance.now();
  const sent = [];
  for (let move = 1; move <= MOVES; move += 1) {
    await wait(Math.max(0, start + (move * 1000) / MOVES_PER_SECOND - performance.now()));
    // Not awaited: a hand does not wait for the page either.
    sent.push(send("mouseMoved", at(move)));
  }
  await Promise.all(sent);
  await wait(REST);
  await send("mouseReleased", at(MOVES));
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {number} rate how many times slower than this machine
 */
async function measure(browser, rate) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(positionals[0] ?? "");
  await page.waitForSelector(options.slider);
  if (options.style) await page.addStyleTag({ content: options.style });
  await wait(1000);
  await page.evaluate(record, { slider: options.slider, answer: options.answer });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  const box = await page.locator(options.slider).boundingBox();
  if (!box) throw new Error(`${options.slider} is not on screen`);
  await drag(session, { box, sweeps: Number(options.sweeps) });
  const seen = await page.evaluate(() => /** @type {Seen} */ (Reflect.get(globalThis, "seen")));
  await page.close();
  return summed(rate, seen);
}

/**
 * @param {number} rate
 * @param {Seen} seen
 */
function summed(rate, { inputs, charts, count }) {
  const lastInput = inputs.at(-1)?.at ?? 0;
  const shown = charts.filter(({ isShown }) => isShown);
  return {
    cpu: named(rate),
    inputs: inputs.length,
    /** Event to paint, less the wait for the screen's next tick (one frame at most): what the page itself adds. */
    answer: quantiles(inputs.map((input) => latency(input) - Math.min(FRAME, Math.max(0, input.tickAt - input.at)))),
    /** Event to paint with that wait; it depends on how the moves happen to fall between the ticks. */
    answerWithTick: quantiles(inputs.map(latency)),
    answersLateByAFrame: inputs.filter(({ frames }) => frames !== 1).length,
    charts: count,
    chartUpdates: shown.length,
    /** Event to the drawing that shows its value. */
    chartLag: quantiles(shown.map(({ at, drawnAt }) => drawnAt - at)),
    /** Event to the first drawing that shows its value or a newer one: what each event waited for. */
    chartWait: quantiles(charts.map(({ at, drawnAt }) => drawnAt - at)),
    /** Last event to the last chart that came up to date. */
    chartsAfterRest: rounded(Math.max(...charts.filter(({ at }) => at === lastInput).map(({ drawnAt }) => drawnAt - lastInput))),
  };
}

/** @param {Input} input */
function latency({ at, paintedAt }) {
  return (paintedAt ?? Number.NaN) - at;
}

/** @param {number[]} values */
function quantiles(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

/**
 * What the promises are held to: the median over the runs, with every run beside it.
 * @param {ReturnType<typeof summed>[]} runs
 */
function medians(runs) {
  const over = (/** @type {(run: ReturnType<typeof summed>) => number} */ of) => {
    const sorted = runs.map(of).sort((a, b) => a - b);
    return { median: sorted[Math.floor(sorted.length / 2)], runs: sorted };
  };
  return {
    cpu: runs[0]?.cpu,
    answerP95: over(({ answer }) => answer.p95),
    answerWithTickP95: over(({ answerWithTick }) => answerWithTick.p95),
    chartLagP95: over(({ chartLag }) => chartLag.p95),
    chartsAfterRest: over(({ chartsAfterRest }) => chartsAfterRest),
    answersLateByAFrame: over(({ answersLateByAFrame }) => answersLateByAFrame),
    inputs: over(({ inputs }) => inputs),
    chartUpdates: over(({ chartUpdates }) => chartUpdates),
  };
}

/** @param {number} rate */
function named(rate) {
  return `${rate}x slower`;
}

/** @param {number} value */
function rounded(value) {
  return Math.round(value * 10) / 10;
}

if (!positionals[0]) throw new Error("Which page? node tests/bench/drag.mjs <url> --slider <selector> --answer <selector>");
const browser = await chromium.launch(launchOptions());
try {
  const rates = options.rates.split(",").map(Number);
  const rounds = Array.from({ length: Number(options.runs) }, () => rates).flat();
  const results = [];
  for (const rate of rounds) results.push(await measure(browser, rate));
  for (const rate of rates) console.log(JSON.stringify(medians(results.filter(({ cpu }) => cpu === named(rate)))));
} finally {
  await browser.close();
}
