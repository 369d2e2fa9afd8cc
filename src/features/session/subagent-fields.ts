import type { Subagents } from "../../scenario/scenario.ts";
import { logStops } from "../../ui/stops.ts";
import { fromZero, type SessionField } from "./session-fields.ts";

/** The fields of a session's subagents that hold a number. */
export type SubagentNumber = Exclude<keyof Subagents, "model">;

/** How many subagents a session starts. */
export const SUBAGENT_COUNT: SessionField<SubagentNumber> = {
  name: "count",
  range: "subagentCount",
  label: "Subagents",
  unit: "a session",
  stops: [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 50, 75, 100],
  hint: "Parts of the work that Claude hands on. Each is a session of its own; its cache, where there is one, lives 5 minutes.",
};

/** What each of them is like. */
export const SUBAGENT_SIZES: readonly SessionField<SubagentNumber>[] = [
  {
    name: "requests",
    range: "requests",
    label: "Requests of each",
    unit: "requests",
    stops: [1, 2, 3, 5, 8, 10, 15, 20, 30, 40, 50, 80, 100, 150, 200],
  },
  {
    name: "basePromptTokens",
    range: "basePromptTokens",
    label: "Its base prompt",
    unit: "tokens",
    stops: fromZero(logStops(1_000, 200_000, { series: "E6" })),
    hint: "What it begins with, its task included. Nothing of it is in the cache yet.",
  },
  {
    name: "inputGrowthPerRequest",
    range: "inputGrowthPerRequest",
    label: "Its context growth a request",
    unit: "tokens",
    stops: fromZero(logStops(100, 50_000, { series: "E6" })),
  },
  {
    name: "outputPerRequest",
    range: "outputPerRequest",
    label: "Its output a request",
    unit: "tokens",
    stops: fromZero(logStops(50, 20_000, { series: "E6" })),
  },
];
