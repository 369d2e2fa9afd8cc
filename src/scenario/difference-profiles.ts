import { type Change, fieldChanges, told } from "./difference-change.ts";
import { figure, mixText, percentText, SIMULATED_WORDS, SUBAGENT_WORDS, TOTALS_WORDS } from "./difference-values.ts";
import { modelName } from "./model-options.ts";
import { type ProfilePair, pairProfiles } from "./profile-pairs.ts";
import type { MixShare, Profile, Scenario, SimulatedUsage, TotalsUsage } from "./scenario.ts";

/** In what the profiles of two scenarios differ: mixes of all of them first, then how often each comes, then their sessions. */
export function profileChanges(from: Scenario, to: Scenario): readonly Change[] {
  const { kept, gone, added } = pairProfiles(from.profiles, to.profiles);
  const fields = Object.values(PROFILE_CHANGES).flatMap((changesOf) => kept.flatMap(changesOf));
  return [...fields, ...added.map(addition), ...gone.map(removal)];
}

const PROFILE_CHANGES: { readonly [field in keyof Profile]-?: (pair: ProfilePair) => readonly Change[] } = {
  mix: mixChange,
  sessionsPerDay: sessionsChange,
  usage: usageChanges,
  name: ({ id, place, from, to }) =>
    from.name === to.name
      ? []
      : [
          told({
            id: `${id} name`,
            name: "name of the sessions",
            before: from.name,
            after: to.name,
            put: inProfile(place, { name: to.name }),
          }),
        ],
};

function sessionsChange({ id, place, from, to, of }: ProfilePair): readonly Change[] {
  if (from.sessionsPerDay === to.sessionsPerDay) return [];
  const [before, after] = [figure(from.sessionsPerDay), figure(to.sessionsPerDay)];
  return [
    told({
      id: `${id} sessionsPerDay`,
      name: `sessions a day${of}`,
      before,
      after,
      words: `sessions a day ${before} → ${after}${of}`,
      put: inProfile(place, { sessionsPerDay: to.sessionsPerDay }),
    }),
  ];
}

function mixChange({ id, place, from, to, of }: ProfilePair): readonly Change[] {
  const moves = movedShares(from.mix, to.mix);
  if (moves.length === 0) return [];
  return [
    told({
      id: `${id} mix`,
      ...mixWords(moves, [from.mix, to.mix], of),
      label: `model mix${of}`,
      before: mixText(from.mix),
      after: mixText(to.mix),
      put: inProfile(place, { mix: to.mix }),
    }),
  ];
}

interface Move {
  readonly model: string;
  readonly before: number;
  readonly after: number;
}

function movedShares(from: readonly MixShare[], to: readonly MixShare[]): readonly Move[] {
  const share = (mix: readonly MixShare[], model: string) => mix.find((part) => part.model === model)?.percent ?? 0;
  return [...new Set([...from, ...to].map(({ model }) => model))]
    .map((model) => ({ model, before: share(from, model), after: share(to, model) }))
    .filter(({ before, after }) => before !== after);
}

// Between two models the one that gains says it all; the other's share is what it leaves.
function mixWords(
  moves: readonly Move[],
  [from, to]: readonly [readonly MixShare[], readonly MixShare[]],
  of: string,
): Pick<Change, "name" | "words"> {
  const [before, after] = [onlyModel(from), onlyModel(to)];
  if (before !== null && after !== null)
    return { name: `model${of}`, words: `model ${modelName(before)} → ${modelName(after)}${of}` };
  const models = new Set([...from, ...to].filter(({ percent }) => percent > 0).map(({ model }) => model));
  const named = models.size === 2 ? moves.filter((move) => move.after > move.before) : moves;
  const names = named.map(({ model }) => `${modelName(model)} share`);
  const words = named.map((move) => `${modelName(move.model)} share ${percentText(move.before)} → ${percentText(move.after)}`);
  return { name: (named.length > 1 ? "model mix" : (names[0] ?? "")) + of, words: words.join(", ") + of };
}

function onlyModel(mix: readonly MixShare[]): string | null {
  const used = mix.filter(({ percent }) => percent > 0);
  return used.length === 1 ? (used[0]?.model ?? null) : null;
}

function usageChanges({ id, place, from, to, of }: ProfilePair): readonly Change[] {
  const [before, after] = [from.usage, to.usage];
  if (before.kind === "simulated" && after.kind === "simulated") return simulatedChanges([before, after], { id, place, of });
  if (before.kind === "totals" && after.kind === "totals")
    return fieldChanges<Omit<TotalsUsage, "kind">>(TOTALS_WORDS, [before, after], {
      id,
      of,
      put: (change) => inUsage(place, change),
    });
  return [
    told({
      id: `${id} kind`,
      name: `session described${of}`,
      before: KINDS[before.kind],
      after: KINDS[after.kind],
      words: `session described ${KINDS[before.kind]} → ${KINDS[after.kind]}${of}`,
      put: inProfile(place, { usage: after }),
    }),
  ];
}

const KINDS = { simulated: "by its shape", totals: "by its totals" } as const;

function simulatedChanges(
  [from, to]: readonly [SimulatedUsage, SimulatedUsage],
  { id, place, of }: Pick<ProfilePair, "id" | "place" | "of">,
): readonly Change[] {
  const own = fieldChanges<Omit<SimulatedUsage, "kind" | "subagents">>(SIMULATED_WORDS, [from, to], {
    id,
    of,
    put: (change) => inUsage(place, change),
  });
  const subagents = fieldChanges(SUBAGENT_WORDS, [from.subagents, to.subagents], {
    id: `${id} subagents`,
    of,
    put: (change) =>
      atPlace(place, ({ usage, ...profile }) => ({
        ...profile,
        usage: usage.kind === "simulated" ? { ...usage, subagents: { ...usage.subagents, ...change } } : usage,
      })),
  });
  return [...own, ...subagents];
}

function inUsage(place: number, change: Partial<SimulatedUsage> | Partial<TotalsUsage>): Change["put"] {
  return atPlace(place, (profile) => ({ ...profile, usage: { ...profile.usage, ...change } as Profile["usage"] }));
}

function inProfile(place: number, change: Partial<Profile>): Change["put"] {
  return atPlace(place, (profile) => ({ ...profile, ...change }));
}

function atPlace(place: number, change: (profile: Profile) => Profile): Change["put"] {
  return (scenario) => ({
    ...scenario,
    profiles: scenario.profiles.map((profile, index) => (index === place ? change(profile) : profile)),
  });
}

function addition(profile: Profile, index: number): Change {
  return told({
    id: `added ${index} ${profile.name}`,
    name: `kind of session ${profile.name}`,
    before: "none",
    after: `${figure(profile.sessionsPerDay)} a day`,
    put: (scenario) => ({ ...scenario, profiles: [...scenario.profiles, profile] }),
  });
}

function removal({ place, profile }: { readonly place: number; readonly profile: Profile }): Change {
  return told({
    id: `profile ${place}`,
    name: `kind of session ${profile.name}`,
    before: `${figure(profile.sessionsPerDay)} a day`,
    after: "none",
    isEnd: true,
    put: (scenario) => ({ ...scenario, profiles: scenario.profiles.toSpliced(place, 1) }),
  });
}
