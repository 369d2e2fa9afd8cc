import { utcDay } from "../../lib/calendar.ts";
import { rulesInForce } from "../../pricing/rate-card.ts";
import { shortName } from "../../scenario/bill-in-words.ts";
import { conflicts } from "../../scenario/conflicts.ts";
import { rateBook } from "../../scenario/rate-book.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { leadOf } from "../../scenario/session-run.ts";
import { type SessionStory, type SimulatedProfile, sessionStory } from "../../scenario/session-story.ts";
import { formatCount, formatPercent, formatTokens } from "../../ui/format-count.ts";

/** Something about a session that the drawing alone does not say. */
export interface StoryNote {
  readonly tone: "info" | "warn";
  readonly title: string;
  /** A compaction limit that would mend it, in tokens; null where none is offered. */
  readonly compactAt: number | null;
}

/** Which models serve a session: "on Opus 5.5", "routed over Haiku 5.5 and Opus 5.5". */
export function servedInWords(scenario: Scenario, { mix, usage }: SimulatedProfile): string {
  const served = mix.filter(({ percent }) => percent > 0);
  const nameOf = namesIn(scenario);
  if (usage.routing === "request" && served.length > 1)
    return `routed over ${listed(served.map(({ model, percent }) => `${nameOf(model)} (${formatPercent(percent / 100)})`))}`;
  const lead = leadOf(mix);
  const { modelSwitch } = usage;
  const switched =
    modelSwitch && modelSwitch.model !== lead && modelSwitch.beforeRequest <= usage.requests
      ? ` and, from request ${formatCount(modelSwitch.beforeRequest)} on, ${nameOf(modelSwitch.model)}`
      : "";
  return `on ${nameOf(lead)}${served.length > 1 ? ", which leads the mix" : ""}${switched}`;
}

/** What a reader should know of a session: prompts longer than the model takes, and prompts charged at a long-context rate. */
export function combineNotes(scenario: Scenario, profile: SimulatedProfile, story: SessionStory): readonly StoryNote[] {
  return [...overWindow(scenario, profile, story), ...aboveTier(scenario, story)];
}

function overWindow(
  scenario: Scenario,
  profile: SimulatedProfile,
  { requests, firstOverWindow }: SessionStory,
): readonly StoryNote[] {
  const first = firstOverWindow === null ? undefined : requests[firstOverWindow];
  if (!first) return [];
  const rulesOf = rulesIn(scenario);
  const window = rulesOf(first.model).period.contextWindow;
  // Routed requests take turns: the prompt has to fit into every model that serves.
  const windows = [...new Set(requests.map(({ model }) => model))].map((model) => rulesOf(model).period.contextWindow);
  return [
    {
      tone: "warn",
      title: `From request ${formatCount((firstOverWindow ?? 0) + 1)} on the prompt is longer than ${namesIn(scenario)(first.model)} takes: its context window is ${formatTokens(window)} tokens.`,
      compactAt: limitThatFits(Math.min(...windows), scenario, profile),
    },
  ];
}

// The window itself where that keeps every prompt within it. A compaction sends the last answer too, which can be the part too much: then
// a whole thousand below. None where even that does not fit, as with a base prompt that alone fills the window.
function limitThatFits(window: number, scenario: Scenario, { mix, usage }: SimulatedProfile): number | null {
  const lastAnswer = usage.outputPerRequest * usage.outputKeptShare * scenario.tokenizerFactor;
  const lower = Math.floor((window - lastAnswer) / 1_000) * 1_000;
  const fits = (compactAtTokens: number): boolean => {
    const compacted = { name: "Compacted", sessionsPerDay: 1, mix, usage: { ...usage, compactAtTokens } };
    const tried = { ...scenario, profiles: [compacted] };
    return conflicts(tried).length === 0 && sessionStory(tried, compacted).firstOverWindow === null;
  };
  return [window, lower].find(fits) ?? null;
}

function aboveTier(scenario: Scenario, { requests }: SessionStory): readonly StoryNote[] {
  const rulesOf = rulesIn(scenario);
  const models = new Set(requests.filter(({ isAboveTier }) => isAboveTier).map(({ model }) => model));
  return [...models].map((model) => {
    const above = requests.flatMap((request, index) => (request.isAboveTier && request.model === model ? [index + 1] : []));
    const threshold = rulesOf(model).longContext?.thresholdTokens ?? 0;
    return {
      tone: "info",
      title: `${above.length === 1 ? "Request" : "Requests"} ${spansInWords(above)}: prompts above ${formatTokens(threshold)} tokens, for which ${namesIn(scenario)(model)} charges its long-context rates.`,
      compactAt: null,
    };
  });
}

const MOST_SPANS = 3;

/** Rising numbers as spans, the first three of them. @example spansInWords([3, 4, 5, 9]) //=> "3–5 and 9" */
export function spansInWords(numbers: readonly number[]): string {
  const spans: [first: number, last: number][] = [];
  for (const number of numbers) {
    const open = spans.at(-1);
    if (open && open[1] === number - 1) open[1] = number;
    else spans.push([number, number]);
  }
  const shown = spans.slice(0, MOST_SPANS);
  const rest = spans.slice(MOST_SPANS).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const texts = shown.map(([first, last]) =>
    first === last ? formatCount(first) : `${formatCount(first)}–${formatCount(last)}`,
  );
  return listed(rest === 0 ? texts : [...texts, `${formatCount(rest)} more`]);
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

function namesIn(scenario: Scenario): (model: string) => string {
  const book = rateBook(scenario);
  return (model) => shortName(book.find(model)?.name ?? model);
}

function rulesIn(scenario: Scenario): (model: string) => ReturnType<typeof rulesInForce> {
  const book = rateBook(scenario);
  return (model) => {
    const card = book.find(model);
    if (!card) throw new RangeError(`model: ${model} is not in the price list`);
    return rulesInForce(card, utcDay(scenario.priceDate));
  };
}
