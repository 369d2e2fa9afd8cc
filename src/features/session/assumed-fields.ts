import { linearStops, logStops } from "../../ui/stops.ts";
import { fromZero, type SessionField, type SimulatedNumber } from "./session-fields.ts";

/** The numbers of a simulated session that are folded away as assumptions. */
export const ASSUMED_FIELDS: readonly SessionField<SimulatedNumber>[] = [
  {
    name: "basePromptTokens",
    range: "basePromptTokens",
    label: "Base prompt",
    unit: "tokens",
    stops: fromZero(logStops(1_000, 200_000, { series: "E6" })),
    hint: "System prompt, tool definitions, CLAUDE.md: fresh sessions of 2026 were measured at 15,000–31,000.",
  },
  {
    name: "outputKeptShare",
    range: "outputKeptShare",
    label: "Output that stays in the context",
    unit: "of 1",
    stops: linearStops(0, 1, { step: 0.05 }),
    hint: "Thinking leaves the context; answers and edits stay.",
  },
  {
    name: "warmPromptTokens",
    range: "warmPromptTokens",
    label: "Base prompt already cached at the start",
    unit: "tokens",
    stops: fromZero(logStops(1_000, 200_000, { series: "E6" })),
  },
  {
    name: "pauseMinutes",
    range: "pauseMinutes",
    label: "Breaks of 5–60 minutes",
    unit: "a session",
    stops: linearStops(0, 20, { step: 1 }),
    hint: "Each ends a 5-minute cache: the next request writes the whole conversation again.",
  },
  {
    name: "pauseHours",
    range: "pauseHours",
    label: "Breaks of more than an hour",
    unit: "a session",
    stops: linearStops(0, 10, { step: 1 }),
    hint: "Each ends either cache.",
  },
  {
    name: "prefixChanges",
    range: "prefixChanges",
    label: "Changes of the cached prefix",
    unit: "a session",
    stops: linearStops(0, 10, { step: 1 }),
    hint: "An edit of CLAUDE.md, another effort or other tools end either cache.",
  },
  {
    name: "summaryTokens",
    range: "summaryTokens",
    label: "Summary that a compaction keeps",
    unit: "tokens",
    stops: fromZero(logStops(500, 50_000, { series: "E6" })),
  },
];
