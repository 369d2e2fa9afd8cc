import { DEFAULT_PROFILE, DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "./defaults.ts";
import type { PresetId } from "./preset-ids.ts";
import type { MixShare, Profile, Scenario, Subagents } from "./scenario.ts";

/** A named scenario to begin from. */
export interface Preset {
  readonly id: PresetId;
  readonly name: string;
  /** Where its figures come from, in words. */
  readonly source: string;
  readonly scenario: Scenario;
}

const only = (model: string): readonly MixShare[] => [{ model, percent: 100, locked: false }];

const call = (
  name: string,
  fields: { readonly sessionsPerDay: number; readonly model: string; readonly input: number; readonly output: number },
): Profile => ({
  name,
  sessionsPerDay: fields.sessionsPerDay,
  mix: only(fields.model),
  usage: { ...DEFAULT_TOTALS, input: fields.input, output: fields.output, requests: 1 },
});

const { requests, basePromptTokens, inputGrowthPerRequest, outputPerRequest } = DEFAULT_SIMULATED;

/** The typical session six times over, beside the session itself. */
const TEAMMATES: Subagents = {
  count: 6,
  model: null,
  requests,
  basePromptTokens,
  inputGrowthPerRequest,
  outputPerRequest,
};

/** The presets, in the order in which the page offers them; the first is what it opens on. */
export const PRESETS: readonly Preset[] = [
  {
    id: "typical",
    name: "Typical developer",
    source:
      "Anthropic's published average: about $13 a developer and active day, $150–250 a month (Claude Code docs, costs page, since 2026-04-10). The session is assumed, sized so that its day comes to that on Opus 5.5.",
    scenario: DEFAULT_SCENARIO,
  },
  {
    id: "light",
    name: "Light user",
    source:
      "The representative session of a public team-bill guide: 45,000 input, 13,000 output and 38,000 cache-read tokens on Sonnet 4.6, 6 a day on 18 days (published: $0.34 a session, $37 a month).",
    scenario: {
      ...DEFAULT_SCENARIO,
      preset: "light",
      tokensOf: "claude-sonnet-4-6",
      workingDays: 18,
      profiles: [
        {
          name: "Quick session",
          sessionsPerDay: 6,
          mix: only("claude-sonnet-4-6"),
          usage: { ...DEFAULT_TOTALS, input: 45_000, cacheRead: 38_000, output: 13_000 },
        },
      ],
    },
  },
  {
    id: "heavy",
    name: "Heavy user",
    source:
      "The upper end of Anthropic's figures: 9 of 10 developers stay under $30 an active day (Claude Code docs, costs page, since 2026-04-10). Quick fixes and long refactors are assumed, sized to come to that on 20 days.",
    scenario: {
      ...DEFAULT_SCENARIO,
      preset: "heavy",
      workingDays: 20,
      profiles: [
        {
          ...DEFAULT_PROFILE,
          name: "Quick fix",
          sessionsPerDay: 4,
          usage: { ...DEFAULT_SIMULATED, requests: 53, pauseMinutes: 1 },
        },
        {
          ...DEFAULT_PROFILE,
          name: "Refactor",
          sessionsPerDay: 2,
          usage: { ...DEFAULT_SIMULATED, requests: 200, pauseMinutes: 3, pauseHours: 1, compactAtTokens: 200_000 },
        },
      ],
    },
  },
  {
    id: "team",
    name: "Team of 20",
    source: "Twenty typical developers: $13 an active day × 15 days × 20 (published: $3,900 a month).",
    scenario: { ...DEFAULT_SCENARIO, preset: "team", developers: 20 },
  },
  {
    id: "ci-batch",
    name: "CI in batch",
    source:
      "Assumed: 200 headless reviews a working day, each 30,000 tokens of diff and context in and 1,500 out on Sonnet 5.5, all through the batch API at half price.",
    scenario: {
      ...DEFAULT_SCENARIO,
      preset: "ci-batch",
      work: "headless",
      workingDays: 22,
      batchPercent: 100,
      profiles: [call("Review in CI", { sessionsPerDay: 200, model: "claude-sonnet-5-5", input: 30_000, output: 1_500 })],
    },
  },
  {
    id: "api-app",
    name: "API app",
    source:
      "The small product of a public pricing guide: 10,000 chat replies (2,000 in, 500 out) and 500 file reviews (5,000 in, 2,000 out) a month, here on Haiku 5.5 and Sonnet 5.5, spread over 20 days.",
    scenario: {
      ...DEFAULT_SCENARIO,
      preset: "api-app",
      work: "app",
      workingDays: 20,
      profiles: [
        call("Chat reply", { sessionsPerDay: 500, model: "claude-haiku-5-5", input: 2_000, output: 500 }),
        call("File review", { sessionsPerDay: 25, model: "claude-sonnet-5-5", input: 5_000, output: 2_000 }),
      ],
    },
  },
  {
    id: "agent-team",
    name: "Agent team",
    source:
      "Anthropic's figure: an agent team whose teammates run in plan mode uses about 7 times the tokens of a standard session (Claude Code docs, costs page, as read on 2026-08-22). Assumed: in each session of the typical developer, six teammates of the session's own size.",
    scenario: {
      ...DEFAULT_SCENARIO,
      preset: "agent-team",
      profiles: [{ ...DEFAULT_PROFILE, name: "Agent team", usage: { ...DEFAULT_SIMULATED, subagents: TEAMMATES } }],
    },
  },
];

/** The preset that a scenario says it began from; the first where it names none that is known. */
export function presetOf({ preset }: Pick<Scenario, "preset">): Preset {
  return PRESETS.find(({ id }) => id === preset) ?? (PRESETS[0] as Preset);
}
