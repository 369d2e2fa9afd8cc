import { utcDay } from "../../lib/calendar.ts";
import { totalOf } from "../../pricing/bill-line.ts";
import { callCost, type NoPrice } from "../../pricing/call-cost.ts";
import { hardwareBill, hardwareMonth, machineUsdPerMTok, meetingPoint, type OwnHardware } from "../../pricing/own-hardware.ts";
import { modelName } from "../../scenario/model-options.ts";
import { type CallQuestion, questionsOf } from "../../scenario/questions.ts";
import { rateBook } from "../../scenario/rate-book.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { CostLinesProps, LinePoint } from "../../ui/charts/cost-lines-plan.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatCount, formatTokens } from "../../ui/format-count.ts";
import { formatAboutUsd, formatUsd } from "../../ui/format-money.ts";
import { chartOf, farthestCalls, type HardwareCase } from "./hardware-chart.ts";

/** Own hardware beside the API for one kind of call. */
export interface OwnHardwareView {
  /** What one call is and costs on the API. */
  readonly call: string;
  /** What the person's own calls cost both ways. */
  readonly sentence: string;
  /** Where the two meet. */
  readonly takeaway: string;
  readonly chart: CostLinesProps;
  readonly own: LinePoint & { readonly label: string };
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** A million tokens read and written, beside the API. */
  readonly perMTok: { readonly columns: readonly DataColumn[]; readonly rows: readonly DataRow[] } | null;
  readonly notes: readonly string[];
}

/** The same, or why there is nothing to compare. */
export type OwnHardwareAnswer = OwnHardwareView | { readonly why: string };

/** USD a month over calls a month. */
export function combineOwnHardware(scenario: Scenario): OwnHardwareAnswer {
  const { call: question, hardware } = questionsOf(scenario);
  const model = modelName(question.model);
  const output = question.outputTokens + question.thinkingTokens;
  if (question.promptTokens + output === 0) return { why: "The call has no tokens yet: set them under “One call”." };
  const api = apiCall(scenario, question);
  if ("why" in api) return api;
  const month = hardwareMonth(hardware, { promptTokens: question.promptTokens, outputTokens: output });
  if (month.callsPerMachine === 0) return { why: "Hardware that is never on answers no call." };
  const tokens = question.promptTokens + output;
  const found: HardwareCase = { question, model, month, usdPerCall: api.usd, tokens, meeting: meetingPoint(month, api.usd) };
  const most = farthestCalls(found);
  return {
    call: `One call: ${formatTokens(question.promptTokens)} tokens in, ${formatTokens(output)} out, ${formatUsd(api.usd)} on ${model}; ${formatTokens(question.callsPerMonth)} calls a month, as set under “One call”.`,
    sentence: sentenceOf(found),
    takeaway: takeawayOf(found),
    chart: chartOf(found, most),
    own: {
      x: question.callsPerMonth,
      y: question.callsPerMonth * api.usd,
      label: `you: ${formatAboutUsd(question.callsPerMonth * api.usd)}`,
    },
    columns: COLUMNS,
    rows: placesOf(found, most).map((calls) => rowAt(found, calls)),
    perMTok: perMTokOf(hardware, { model, api, sent: question.promptTokens, answered: output }),
    notes: NOTES,
  };
}

const NOTES: readonly string[] = [
  "Every figure of the hardware is assumed. Another model on it is not Claude: it may need more tokens or tries for the same task.",
  "A machine costs its hours whether it works or not; one more comes whenever those before are full. People are counted once.",
  "The machine reads the whole prompt of each call: a prefix that it keeps would raise the tokens that it reads a second.",
];

/** What the API charges for a call, USD: all of it, what is sent, and what comes back. */
interface ApiCall {
  readonly usd: number;
  readonly promptUsd: number;
  readonly outputUsd: number;
}

function apiCall(scenario: Scenario, question: CallQuestion): ApiCall | { readonly why: string } {
  const day = utcDay(scenario.priceDate);
  const book = rateBook(scenario);
  const card = book.find(question.model);
  const model = modelName(question.model);
  const cost = card && callCost(card, question, { day, webSearch: book.webSearch, scale: 1 });
  if (!cost || cost.noPrice !== null) return { why: whyInWords(cost?.noPrice ?? "not-released", { model, day }) };
  const outputUsd = totalOf(cost.lines.filter(({ item }) => item === "output"));
  return { usd: cost.total, promptUsd: cost.total - outputUsd, outputUsd };
}

function whyInWords(noPrice: NoPrice, { model, day }: { readonly model: string; readonly day: string }): string {
  if (noPrice === "not-released") return `${model} has no price on ${day}.`;
  if (noPrice === "no-batch") return `${model} is not offered in batch, which “One call” asks for.`;
  return `No cache price of ${model} is known, and “One call” reads from the cache.`;
}

function sentenceOf({ question: { callsPerMonth }, month, usdPerCall }: HardwareCase): string {
  const own = hardwareBill(month, callsPerMonth);
  const calls = `Your ${formatTokens(callsPerMonth)} calls a month cost ${formatUsd(callsPerMonth * usdPerCall)} on the API`;
  return own === null
    ? `${calls}; no machines that can be counted answer them.`
    : `${calls} and ${formatUsd(own.usd)} on ${machinesInWords(own.machines)}.`;
}

function takeawayOf({ model, month, usdPerCall, meeting }: HardwareCase): string {
  const full = countInWords(month.callsPerMachine);
  if (meeting === null)
    return `The API is always cheaper: a machine at full work, ${full} calls a month, costs ${formatUsd(month.machineUsd)}, and ${model} answers them for ${formatUsd(month.callsPerMachine * usdPerCall)}.`;
  const within =
    meeting.machines === 1 ? `within the ${full} of one machine` : `by then ${machinesInWords(meeting.machines)} of ${full} each`;
  const later =
    meeting.alwaysFrom > meeting.calls
      ? ` A further machine lifts it over the API again for a while; from ${countInWords(meeting.alwaysFrom)} calls on it stays below.`
      : "";
  return `Own hardware meets ${model} at ${countInWords(meeting.calls)} calls a month, ${within}; below that the API is cheaper.${later}`;
}

function machinesInWords(machines: number): string {
  return machines === 1 ? "one machine" : `${formatTokens(machines)} machines`;
}

function countInWords(calls: number): string {
  return formatTokens(wholeCalls(calls));
}

// The first whole call at which own hardware costs no more.
function wholeCalls(calls: number): number {
  return Math.ceil(Number(calls.toPrecision(12)));
}

const COLUMNS: readonly DataColumn[] = [
  { id: "calls", label: "Calls a month" },
  { id: "api", label: "API, US$ a month", numeric: true },
  { id: "own", label: "Own hardware, US$ a month", numeric: true },
  { id: "machines", label: "Machines", numeric: true },
  { id: "apiPer", label: "API, US$ per MTok", numeric: true },
  { id: "ownPer", label: "Own hardware, US$ per MTok", numeric: true },
];

function placesOf(
  { question: { callsPerMonth }, month: { callsPerMachine }, meeting }: HardwareCase,
  most: number,
): readonly number[] {
  const places = [
    callsPerMonth,
    Math.floor(callsPerMachine),
    Math.floor(callsPerMachine) + 1,
    ...(meeting === null ? [] : [meeting.calls, meeting.alwaysFrom].map(wholeCalls)),
    most,
  ];
  return [...new Set(places)].filter((calls) => calls > 0 && Number.isSafeInteger(calls)).sort((a, b) => a - b);
}

function rowAt({ month, usdPerCall, tokens }: HardwareCase, calls: number): DataRow {
  const bill = hardwareBill(month, calls);
  const perMTok = (usd: number): number => (usd / (calls * tokens)) * 1_000_000;
  const api = calls * usdPerCall;
  const values = [calls, api, bill?.usd ?? null, bill?.machines ?? null, perMTok(api), bill && perMTok(bill.usd)];
  return {
    id: String(calls),
    cells: [
      formatTokens(calls),
      formatUsd(api),
      bill ? formatUsd(bill.usd) : "too many",
      bill ? formatCount(bill.machines) : "too many",
      formatUsd(perMTok(api)),
      bill ? formatUsd(perMTok(bill.usd)) : "too many",
    ],
    values,
  };
}

function perMTokOf(
  hardware: OwnHardware,
  {
    model,
    api,
    sent,
    answered,
  }: { readonly model: string; readonly api: ApiCall; readonly sent: number; readonly answered: number },
): OwnHardwareView["perMTok"] {
  const machine = machineUsdPerMTok(hardware);
  if (machine === null) return null;
  const million = (usd: number, tokens: number): string =>
    tokens === 0 ? "none in this call" : formatUsd((usd / tokens) * 1_000_000);
  return {
    columns: [
      { id: "what", label: "Tokens" },
      { id: "own", label: "Machine, US$", numeric: true },
      { id: "api", label: `${model}, US$`, numeric: true },
    ],
    rows: [
      { id: "prompt", cells: ["read", formatUsd(machine.prompt), million(api.promptUsd, sent)] },
      { id: "output", cells: ["written", formatUsd(machine.output), million(api.outputUsd, answered)] },
    ],
  };
}
