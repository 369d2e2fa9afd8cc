import type { Comparison } from "../scenario/comparison.ts";
import { conflicts, mend } from "../scenario/conflicts.ts";
import { DEFAULT_PROFILE, DEFAULT_SIMULATED } from "../scenario/defaults.ts";
import type { Problem } from "../scenario/link-pairs.ts";
import type { PresetId } from "../scenario/preset-ids.ts";
import { PRESETS, presetOf } from "../scenario/presets.ts";
import { MOST_PROFILES } from "../scenario/ranges.ts";
import type { Currency, Levers, OwnModel, Profile, Scenario, SimulatedUsage, TotalsUsage } from "../scenario/scenario.ts";
import { totalsOfSession } from "../scenario/session-run.ts";
import {
  comparisonOf,
  type LinkFrom,
  type ScenarioState,
  scenarioStore,
  withComparison,
  withScenario,
} from "./scenario-store.ts";

/** Puts other values into the scenario itself: the values, or what makes them of the present scenario. Numbers come in quantised. */
export function changeScenario(change: Partial<Scenario> | ((scenario: Scenario) => Partial<Scenario>)): void {
  edit((scenario) => ({ ...scenario, ...(typeof change === "function" ? change(scenario) : change) }));
}

/** Puts other values into a profile (0-based index). */
export function changeProfile(index: number, change: Partial<Profile>): void {
  edit((scenario) => withProfile(scenario, index, (profile) => ({ ...profile, ...change })));
}

/** Changes a profile's model mix; the change keeps the shares at 100. */
export function changeMix(index: number, change: (mix: Profile["mix"]) => Profile["mix"]): void {
  edit((scenario) => withProfile(scenario, index, (profile) => ({ ...profile, mix: change(profile.mix) })));
}

/** Puts other values into a profile's session; fields of the other kind of session are dropped. */
export function changeUsage(
  index: number,
  change: Partial<Omit<SimulatedUsage, "kind">> | Partial<Omit<TotalsUsage, "kind">>,
): void {
  edit((scenario) =>
    withProfile(scenario, index, (profile) => ({ ...profile, usage: { ...profile.usage, ...change } as Profile["usage"] })),
  );
}

/** Describes a profile's session the other way: totals start from what the simulated session comes to, a simulation from the default. */
export function changeKind(index: number, kind: Profile["usage"]["kind"]): void {
  edit((scenario) =>
    withProfile(scenario, index, (profile) =>
      profile.usage.kind === kind
        ? profile
        : { ...profile, usage: profile.usage.kind === "simulated" ? totalsOfSession(profile.usage) : DEFAULT_SIMULATED },
    ),
  );
}

/** Adds a model at own rates or changes one; null takes it out, and every mix goes on with the default model in its place. */
export function changeOwnModel(id: string, model: OwnModel | null): void {
  edit((scenario) => {
    const others = scenario.ownModels.filter((other) => other.id !== id);
    const place = scenario.ownModels.findIndex((other) => other.id === id);
    if (model === null) return mend({ ...scenario, ownModels: others }).scenario;
    return { ...scenario, ownModels: place < 0 ? [...others, model] : scenario.ownModels.with(place, model) };
  });
}

/** Puts other values into a lever. Numbers come in quantised. */
export function changeLever<Id extends keyof Levers>(id: Id, change: Partial<Levers[Id]>): void {
  edit((scenario) => ({ ...scenario, levers: { ...scenario.levers, [id]: { ...scenario.levers[id], ...change } } }));
}

/**
 * Makes what the levers come to the scenario itself, as one step that Back undoes; nothing while the scenario contradicts itself.
 * @param pull `pullAll`, handed in because the page begins without it
 */
export function applyLevers(pull: (scenario: Scenario) => Scenario): void {
  step((scenario) => (conflicts(scenario).length > 0 ? scenario : pull(scenario)));
}

/** Adds a profile behind the others, as long as there is room. */
export function addProfile(): void {
  step((scenario) => {
    if (scenario.profiles.length >= MOST_PROFILES) return scenario;
    return {
      ...scenario,
      profiles: [
        ...scenario.profiles,
        { ...DEFAULT_PROFILE, name: `Profile ${scenario.profiles.length + 1}`, sessionsPerDay: 1 },
      ],
    };
  });
}

/** Shows another profile for editing. */
export function viewProfile(index: number): void {
  scenarioStore.setState({ inView: index, unread: new Set() });
}

/** Takes a profile out; the last one stays. */
export function removeProfile(index: number): void {
  step((scenario) =>
    scenario.profiles.length < 2
      ? scenario
      : { ...scenario, profiles: scenario.profiles.filter((_, position) => position !== index) },
  );
}

/** Begins again from a preset, in the currency that is shown. */
export function loadPreset(id: PresetId): void {
  const preset = PRESETS.find((candidate) => candidate.id === id);
  if (preset) step(({ currency }) => withCurrency(preset.scenario, currency));
}

/** Takes the scenario back to the preset it began from, in the currency that is shown. */
export function resetToPreset(): void {
  step((scenario) => withCurrency(presetOf(scenario).scenario, scenario.currency));
}

/** Puts other values into everything that is compared. */
export function changeComparison(change: (comparison: Comparison) => Comparison): void {
  scenarioStore.setState((state) => withComparison(state, change(comparisonOf(state))));
}

/** Puts another comparison in the place of the present one, as one step that Back undoes. */
export function replaceComparison(change: (comparison: Comparison) => Comparison): void {
  scenarioStore.setState((state) => {
    const before = comparisonOf(state);
    const comparison = change(before);
    return comparison === before ? state : stepped(state, withComparison(state, comparison));
  });
}

/** Puts another scenario in the place of the present one, as one step that Back undoes. */
export function replaceScenario(scenario: Scenario): void {
  step(() => scenario);
}

/** Takes over what a link was read to mean, with what its reading left out. */
export function openLink(
  {
    comparison,
    problems,
  }: {
    readonly comparison: Comparison;
    readonly problems: readonly Problem[];
  },
  linkFrom: LinkFrom = "link",
): void {
  scenarioStore.setState((state) => ({
    ...withComparison(state, comparison),
    linkProblems: problems,
    linkFrom,
    unread: new Set(),
  }));
}

/** Says what went wrong with a link, and leaves everything else as it is. */
export function noteLinkProblems(linkProblems: readonly Problem[], linkFrom: LinkFrom = "link"): void {
  scenarioStore.setState({ linkProblems, linkFrom });
}

/** Puts the notice about the opened link away. */
export function dismissLinkProblems(): void {
  noteLinkProblems([]);
}

/** Notes whether a field's text can be read at the moment. */
export function markReadable(field: string, readable: boolean): void {
  scenarioStore.setState((state) => {
    if (state.unread.has(field) === !readable) return state;
    const unread = new Set(state.unread);
    if (readable) unread.delete(field);
    else unread.add(field);
    return { unread };
  });
}

// The currency is one for all compared scenarios, so none may leave it alone. In US dollars a preset stays the object that it is: taken up
// twice it is no second step.
function withCurrency(preset: Scenario, currency: Currency): Scenario {
  return currency.code === preset.currency.code ? preset : { ...preset, currency };
}

function edit(change: (scenario: Scenario) => Scenario): void {
  scenarioStore.setState((state) => withScenario(state, change(state.scenario)));
}

// Fields may go with the step, so whatever could not be read is forgotten.
function step(change: (scenario: Scenario) => Scenario): void {
  scenarioStore.setState((state) => {
    const next = withScenario(state, change(state.scenario));
    return next === state ? state : stepped(state, next);
  });
}

function stepped({ step: count }: ScenarioState, next: ScenarioState): ScenarioState {
  return { ...next, unread: new Set(), linkProblems: [], step: count + 1 };
}

function withProfile(scenario: Scenario, index: number, change: (profile: Profile) => Profile): Scenario {
  return {
    ...scenario,
    profiles: scenario.profiles.map((profile, position) => (position === index ? change(profile) : profile)),
  };
}
