import type { Tokenizer } from "../pricing/rate-card.ts";
import { tokenScale } from "../pricing/tokenizer.ts";
import { findModel } from "../rates/resolve-model.ts";
import { type Conflict, mend } from "../scenario/conflicts.ts";
import { DEFAULT_PROFILE, DEFAULT_SIMULATED } from "../scenario/defaults.ts";
import { wholeMix } from "../scenario/mix.ts";
import { MOST_IN_MIX, quantise, RANGES, type RangedField } from "../scenario/ranges.ts";
import type { MixShare, Profile, Scenario, SimulatedUsage, Subagents } from "../scenario/scenario.ts";
import type { LogProfile, MeasuredSubagents } from "../usage-import/log-profile.ts";
import type { Estimated } from "../usage-import/log-profile-shape.ts";
import type { MeasuredMarks } from "./measured-marks.ts";

/** Measured usage as a scenario: its one profile is what was measured, all else is as it was. */
export interface UsageTaken {
  readonly scenario: Scenario;
  readonly marks: MeasuredMarks;
  /** What of the scenario could not stand beside the measured profile and gave way. */
  readonly mended: readonly Conflict[];
}

/**
 * The scenario of a measured log: one profile of its shape, brought into the ranges of the fields and onto their steps, and the working
 * days where the log shows a rhythm. Tokens are stated as the model with most requests counts them: where others of the mix count with the
 * other tokenizer, the mean session keeps its tokens. Where no model is known the mix stays.
 *
 * @example a log of sessions of 80 requests on Opus 5.5 //=> one profile "Measured", 80 requests, 100 % Opus 5.5
 */
export function scenarioFromUsage(measured: LogProfile, scenario: Scenario): UsageTaken {
  const known = mixOf(measured.mix.map(({ model, requests }) => ({ model, weight: requests })));
  const mix = known ?? scenario.profiles[0]?.mix ?? DEFAULT_PROFILE.mix;
  const tokensOf = known?.[0]?.model ?? scenario.tokensOf;
  const counted = { tokensOf, tokenizerFactor: scenario.tokenizerFactor };
  const stated = scaledProfile(measured, known ? meanScale(known, counted) : 1);
  const usage = simulatedOf(stated, counted);
  const { sessionsPerDay, activeDaysPerMonth } = measured;
  const profile = measuredProfile(usage, {
    mix,
    sessionsPerDay: sessionsPerDay?.value ?? scenario.profiles[0]?.sessionsPerDay ?? DEFAULT_PROFILE.sessionsPerDay,
  });
  const workingDays = activeDaysPerMonth ? inRange("workingDays", activeDaysPerMonth.value) : scenario.workingDays;
  return { ...mend({ ...scenario, workingDays, tokensOf, profiles: [profile] }), marks: marksOf(stated, usage) };
}

/** A profile of what was measured. */
export function measuredProfile(
  usage: Profile["usage"],
  { mix, sessionsPerDay }: Pick<Profile, "mix" | "sessionsPerDay">,
): Profile {
  return { name: "Measured", sessionsPerDay: inRange("sessionsPerDay", sessionsPerDay), mix, usage };
}

/** A mix by weights, at most as many models as one holds, the heaviest; null where none weighs anything. */
export function mixOf(models: readonly { readonly model: string; readonly weight: number }[]): readonly MixShare[] | null {
  const heaviest = models
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_IN_MIX);
  const whole = heaviest.reduce((sum, { weight }) => sum + weight, 0);
  const shares = heaviest
    .map(({ model, weight }) => ({ model, percent: inRange("mixPercent", (100 * weight) / whole), locked: false }))
    .filter(({ percent }) => percent > 0);
  return shares.length === 0 ? null : wholeMix(shares);
}

/** A number brought into a field's range and onto its step. */
export function inRange(field: RangedField, value: number): number {
  return quantise(RANGES[field], value);
}

type Counted = Pick<Scenario, "tokensOf" | "tokenizerFactor">;

/** Stated tokens for one token of the measured mean, which is of tokens as each model of the mix counted them. */
function meanScale(mix: readonly MixShare[], { tokensOf, tokenizerFactor }: Counted): number {
  const scales = mix.map(({ model }) => tokenScale(tokenizerOf(tokensOf), tokenizerOf(model), tokenizerFactor));
  if (scales.every((scale) => scale === 1)) return 1;
  return 100 / mix.reduce((sum, { percent }, index) => sum + percent * (scales[index] ?? 1), 0);
}

function scaledProfile(measured: LogProfile, scale: number): LogProfile {
  const scaled = (size: Estimated): Estimated => ({ ...size, value: size.value * scale });
  return {
    ...measured,
    basePromptTokens: scaled(measured.basePromptTokens),
    inputGrowthPerRequest: scaled(measured.inputGrowthPerRequest),
    outputPerRequest: scaled(measured.outputPerRequest),
    warmPromptTokens: scaled(measured.warmPromptTokens),
    summaryTokens: measured.summaryTokens && scaled(measured.summaryTokens),
  };
}

function simulatedOf(measured: LogProfile, counted: Counted): SimulatedUsage {
  const { compactAtTokens, summaryTokens, subagents } = measured;
  return {
    ...DEFAULT_SIMULATED,
    requests: inRange("requests", measured.requests.value),
    basePromptTokens: inRange("basePromptTokens", measured.basePromptTokens.value),
    inputGrowthPerRequest: inRange("inputGrowthPerRequest", measured.inputGrowthPerRequest.value),
    outputPerRequest: inRange("outputPerRequest", measured.outputPerRequest.value),
    outputKeptShare: inRange("outputKeptShare", measured.outputKeptShare.value),
    caching: measured.caching,
    warmPromptTokens: inRange("warmPromptTokens", measured.warmPromptTokens.value),
    pauseMinutes: inRange("pauseMinutes", measured.pauseMinutes.value),
    pauseHours: inRange("pauseHours", measured.pauseHours.value),
    prefixChanges: inRange("prefixChanges", measured.prefixChanges.value),
    compactAtTokens: compactAtTokens && inRange("compactAtTokens", compactAtTokens.value),
    summaryTokens: summaryTokens ? inRange("summaryTokens", summaryTokens.value) : DEFAULT_SIMULATED.summaryTokens,
    subagents: subagents ? subagentsOf(subagents, counted) : DEFAULT_SIMULATED.subagents,
  };
}

// Their tokens were counted by the model that they ran on; the scenario states all tokens as one model counts them.
function subagentsOf({ model, ...sizes }: MeasuredSubagents, { tokensOf, tokenizerFactor }: Counted): Subagents {
  const scale = tokenScale(tokenizerOf(model ?? tokensOf), tokenizerOf(tokensOf), tokenizerFactor);
  return {
    model,
    count: inRange("subagentCount", sizes.count.value),
    requests: inRange("requests", sizes.requests.value),
    basePromptTokens: inRange("basePromptTokens", sizes.basePromptTokens.value * scale),
    inputGrowthPerRequest: inRange("inputGrowthPerRequest", sizes.inputGrowthPerRequest.value * scale),
    outputPerRequest: inRange("outputPerRequest", sizes.outputPerRequest.value * scale),
  };
}

function tokenizerOf(model: string): Tokenizer {
  return findModel(model)?.tokenizer ?? "from-4.7";
}

// Unrounded where the field cannot hold them: 0.4 breaks a session stand beside a field that says 0.
function marksOf(measured: LogProfile, { subagents }: SimulatedUsage): MeasuredMarks {
  const { outputKeptShare } = measured;
  const found: Readonly<Record<string, Estimated | null>> = {
    sessions: measured.sessionsPerDay,
    days: measured.activeDaysPerMonth,
    requests: measured.requests,
    basePromptTokens: measured.basePromptTokens,
    inputGrowthPerRequest: measured.inputGrowthPerRequest,
    outputPerRequest: measured.outputPerRequest,
    outputKeptShare: outputKeptShare.basis === "assumed" ? null : outputKeptShare,
    warmPromptTokens: measured.warmPromptTokens,
    pauseMinutes: measured.pauseMinutes,
    pauseHours: measured.pauseHours,
    prefixChanges: measured.prefixChanges,
    compactAtTokens: measured.compactAtTokens,
    summaryTokens: measured.summaryTokens,
  };
  const marks = Object.entries(found).flatMap(([id, estimated]) => (estimated ? [[id, estimated.value] as const] : []));
  return { ...Object.fromEntries(marks), ...subagentMarks(measured.subagents ? subagents : { count: 0 }) };
}

function subagentMarks(sizes: Partial<Subagents>): MeasuredMarks {
  const numbers = Object.entries(sizes).flatMap(([name, value]) => (typeof value === "number" ? [[name, value] as const] : []));
  return Object.fromEntries(numbers.map(([name, value]) => [`subagent-${name}`, value]));
}
