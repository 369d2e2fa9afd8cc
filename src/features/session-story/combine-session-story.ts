import type { Profile, Scenario, SimulatedUsage } from "../../scenario/scenario.ts";
import { type SessionStory, type SimulatedProfile, sessionStory } from "../../scenario/session-story.ts";
import type { CostLinesProps } from "../../ui/charts/cost-lines-plan.ts";
import type { NamedMark } from "../../ui/charts/marks.ts";
import type { SessionTurnsProps, TurnColumn } from "../../ui/charts/session-turns-plan.ts";
import type { NamedSign } from "../../ui/charts/sign-shape.tsx";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatCount, formatPercent, formatTokens, formatTokensShort } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";
import { groupRequests, groupSize, type RequestGroup, TURN_EVENTS, type TurnEvent } from "./group-requests.ts";
import { combineNotes, type StoryNote, servedInWords } from "./story-notes.ts";

/** A chart of the session: what it shows in words, its drawing and its table. */
interface ChartView<Props> {
  readonly takeaway: string;
  readonly chart: Props;
  /** Of the table. */
  readonly caption: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
}

/** A session of one profile, request by request. */
export interface SessionStoryView {
  /** How many requests there are, compactions included. */
  readonly requests: number;
  /** The request (1-based) whose prompt each column shows. */
  readonly shownRequests: readonly number[];
  readonly turns: ChartView<SessionTurnsProps>;
  readonly costs: ChartView<CostLinesProps>;
  readonly notes: readonly StoryNote[];
  readonly story: SessionStory;
}

/** The name and sign of each event. */
const SIGNS: Readonly<Record<TurnEvent, NamedSign>> = {
  "cache-gone": { name: "Cache gone", form: "triangle" },
  compaction: { name: "Compaction", form: "diamond" },
  clear: { name: "/clear", form: "ring" },
  "other-model": { name: "Other model", form: "square" },
};

interface PromptPart extends NamedMark {
  readonly item: "cacheRead" | "cacheWrite5m" | "cacheWrite1h" | "input";
}

// The marks that these classes have in the other charts.
const READ: PromptPart = { item: "cacheRead", name: "Cache read", mark: 1 };
const PARTS: Readonly<Record<SimulatedUsage["caching"], readonly PromptPart[]>> = {
  "5m": [READ, { item: "cacheWrite5m", name: "Cache write, 5m", mark: 2 }],
  "1h": [READ, { item: "cacheWrite1h", name: "Cache write, 1h", mark: 4 }],
  off: [{ item: "input", name: "Input", mark: 5 }],
};

/** @throws RangeError for a session that cannot be run, which a scenario without conflicts never is */
export function combineSessionStory(scenario: Scenario, profile: SimulatedProfile & Pick<Profile, "name">): SessionStoryView {
  const story = sessionStory(scenario, profile);
  const groups = groupRequests(story, profile.usage);
  return {
    requests: story.requests.length,
    shownRequests: groups.map(({ shown }) => shown),
    turns: turnsView(story, { groups, profile, scenario }),
    costs: costsView(story, { groups, profile }),
    notes: combineNotes(scenario, profile, story),
    story,
  };
}

interface Told {
  readonly groups: readonly RequestGroup[];
  readonly profile: SimulatedProfile & Pick<Profile, "name">;
}

function turnsView(
  story: SessionStory,
  { groups, profile, scenario }: Told & { readonly scenario: Scenario },
): SessionStoryView["turns"] {
  const parts = PARTS[profile.usage.caching];
  const events = TURN_EVENTS.filter((event) => groups.some((group) => group.events[event] > 0));
  const requestsPerColumn = groupSize(story.requests.length);
  return {
    takeaway: turnsTakeaway(story, { profile, scenario, requestsPerColumn }),
    chart: {
      columns: groups.map((group) => columnOf(group, parts, events)),
      parts: parts.map(({ name, mark }) => ({ name, mark })),
      signs: events.map((event) => SIGNS[event]),
      requests: story.requests.length,
      requestsPerColumn,
      xLabel: "request",
      yLabel: "tokens of prompt",
      formatX: formatCount,
      formatY: formatTokens,
      formatTick: formatTokensShort,
    },
    caption:
      requestsPerColumn === 1
        ? "The session, request by request"
        : `The session, ${requestsPerColumn} requests a row: tokens of the largest prompt among them, US$ of all of them`,
    columns: [
      { id: "request", label: requestsPerColumn === 1 ? "Request" : "Requests" },
      ...parts.map(({ item, name }) => ({ id: item, label: `${name}, tokens`, numeric: true })),
      { id: "cost", label: "US$", numeric: true },
      { id: "events", label: "What happens" },
    ],
    rows: groups.map((group) => ({
      id: String(group.first),
      cells: [
        spanOf(group),
        ...parts.map(({ item }) => formatTokens(group.request.usage[item])),
        formatUsd(group.cost),
        eventsInWords(group),
      ],
      values: [
        group.first === group.last ? group.first : spanOf(group),
        ...parts.map(({ item }) => group.request.usage[item]),
        group.cost,
        eventsInWords(group),
      ],
    })),
  };
}

function columnOf(group: RequestGroup, parts: readonly PromptPart[], events: readonly TurnEvent[]): TurnColumn {
  const happens = eventsInWords(group);
  return {
    label: labelOf(group),
    parts: parts.map(({ item }) => group.request.usage[item]),
    notes: [
      { name: group.first === group.last ? "Cost" : "Cost together", value: formatUsd(group.cost) },
      ...(happens === "" ? [] : [{ name: "What happens", value: happens }]),
    ],
    signs: events.flatMap((event, place) => (group.events[event] > 0 ? [place] : [])),
  };
}

function spanOf({ first, last }: RequestGroup): string {
  return first === last ? formatCount(first) : `${formatCount(first)}–${formatCount(last)}`;
}

function labelOf(group: RequestGroup): string {
  return group.first === group.last
    ? `Request ${spanOf(group)}`
    : `Requests ${spanOf(group)}, the largest (${formatCount(group.shown)})`;
}

function eventsInWords({ events }: RequestGroup): string {
  return TURN_EVENTS.filter((event) => events[event] > 0)
    .map((event) => (events[event] === 1 ? SIGNS[event].name : `${SIGNS[event].name} × ${formatCount(events[event])}`))
    .join(", ");
}

interface TakeawayOptions extends Pick<Told, "profile"> {
  readonly scenario: Scenario;
  readonly requestsPerColumn: number;
}

function turnsTakeaway(
  { requests, cacheHitRate }: SessionStory,
  { profile, scenario, requestsPerColumn }: TakeawayOptions,
): string {
  const largest = requests.reduce((most, request) => (request.promptTokens > most.promptTokens ? request : most));
  const place = formatCount(requests.indexOf(largest) + 1);
  const hits =
    cacheHitRate === null || profile.usage.caching === "off"
      ? ""
      : `, and ${formatPercent(cacheHitRate)} of all prompt tokens come from the cache`;
  const grouped =
    requestsPerColumn === 1
      ? ""
      : ` Each column stands for ${formatCount(requestsPerColumn)} requests and shows the largest prompt among them.`;
  return `${profile.name}: ${countInWords(requests)} ${servedInWords(scenario, profile)}; the largest prompt is that of request ${place} with ${formatTokens(largest.promptTokens)} tokens${hits}.${grouped}`;
}

function countInWords(requests: SessionStory["requests"]): string {
  const compactions = requests.filter(({ kind }) => kind === "compaction").length;
  const all = requests.length === 1 ? "1 request" : `${formatCount(requests.length)} requests`;
  if (compactions === 0) return all;
  return `${all} (${formatCount(compactions)} of them ${compactions === 1 ? "a compaction" : "compactions"})`;
}

function costsView({ uncachedSoFar }: SessionStory, { groups, profile }: Told): SessionStoryView["costs"] {
  const isCached = profile.usage.caching !== "off";
  const start = { x: 0, y: 0 };
  const asSet = {
    name: "As set",
    mark: 1 as const,
    points: [start, ...groups.map(({ last, soFar }) => ({ x: last, y: soFar }))],
  };
  const uncached = {
    name: "No caching",
    mark: 5 as const,
    points: [start, ...groups.map((group) => ({ x: group.last, y: group.uncachedSoFar }))],
  };
  return {
    takeaway: costsTakeaway(groups.at(-1)?.soFar ?? 0, uncachedSoFar.at(-1) ?? 0, profile.usage),
    chart: {
      series: isCached ? [asSet, uncached] : [asSet],
      xLabel: "requests",
      yLabel: "US$ so far",
      formatX: formatCount,
      isWholeX: true,
      formatY: formatUsd,
    },
    caption: "What the session has cost so far",
    columns: [
      { id: "requests", label: "After request" },
      { id: "asSet", label: "As set, US$ so far", numeric: true },
      ...(isCached ? [{ id: "uncached", label: "No caching, US$ so far", numeric: true }] : []),
    ],
    rows: groups.map(({ last, soFar, uncachedSoFar: without }) => ({
      id: String(last),
      cells: [formatCount(last), formatUsd(soFar), ...(isCached ? [formatUsd(without)] : [])],
      values: [last, soFar, ...(isCached ? [without] : [])],
    })),
  };
}

function costsTakeaway(asSet: number, uncached: number, { caching, subagents }: SimulatedUsage): string {
  const without = subagents.count === 0 ? "" : " Its subagents are not in it.";
  if (caching === "off") return `${formatUsd(asSet)} by the session's end, with nothing cached.${without}`;
  // A ratio and no difference: that would seldom be, to the cent, the difference of the two amounts beside it.
  const times = asSet === 0 ? "" : `, ${formatCount(Number((uncached / asSet).toPrecision(2)))} times as much`;
  return `${formatUsd(asSet)} by the session's end; with nothing cached it would be ${formatUsd(uncached)}${times}.${without}`;
}
