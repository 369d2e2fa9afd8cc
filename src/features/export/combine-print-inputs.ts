import { isSame } from "../../lib/is-same.ts";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../scenario/defaults.ts";
import {
  BUDGET_WORDS,
  figure,
  limitText,
  mixText,
  ownModelText,
  SCENARIO_WORDS,
  SIMULATED_WORDS,
  SUBAGENT_WORDS,
  TOTALS_WORDS,
} from "../../scenario/difference-values.ts";
import { LIMITED_PLANS, type Profile, type Scenario } from "../../scenario/scenario.ts";

/** Inputs of one kind under their name, each as what it is called and how it stands. */
export interface InputGroup {
  readonly name: string;
  readonly inputs: readonly (readonly [name: string, value: string])[];
}

type Words = Readonly<Record<string, { readonly name: string; readonly say: (value: never) => string }>>;
type Fields = Readonly<Record<string, unknown>>;

/** Said on paper whatever they are; the rest of a scenario only where it is not as usual. */
const ALWAYS = new Set(["developers", "workingDays", "work", "planBilling", "limitRule", "overflow"]);
/** What the sheet says elsewhere, or what changes none of its figures. */
const NEVER = new Set(["preset", "priceDate", "oneRead", "reReadTokens", "tokensOf"]);
/** The shape of a session, said whatever it is. */
const SHAPE = new Set(["requests", "caching", "basePromptTokens", "inputGrowthPerRequest", "outputPerRequest"]);

/** A scenario's inputs as a compact list: the chief ones always, the others where they differ from how the calculator opens. */
export function combinePrintInputs(scenario: Scenario): readonly InputGroup[] {
  return [
    { name: "Work and terms", inputs: [...termsOf(scenario), ...limitsOf(scenario), ...modelsOf(scenario)] },
    ...scenario.profiles.map((profile) => ({ name: profile.name, inputs: profileInputs(profile) })),
  ];
}

function termsOf(scenario: Scenario): InputGroup["inputs"] {
  const usual = { ...DEFAULT_SCENARIO, tokenizerFactor: scenario.tokenizerFactor };
  const isSaid = (field: string): boolean => !NEVER.has(field);
  return [
    ...said(scenario, { words: SCENARIO_WORDS, usual, always: ALWAYS }).filter(([field]) => isSaid(field)),
    ...said(scenario.budget, { words: BUDGET_WORDS, usual: usual.budget, always: new Set() }),
  ].map(([, ...input]) => input);
}

function profileInputs({ sessionsPerDay, mix, usage }: Profile): InputGroup["inputs"] {
  const first = [
    ["sessions a day", figure(sessionsPerDay)],
    ["models", mixText(mix)],
  ] as const;
  if (usage.kind === "totals") {
    const counts = said(usage, { words: TOTALS_WORDS, usual: NO_TOTALS, always: new Set() });
    return [...first, ...counts.map(([, ...input]) => input)];
  }
  const { subagents, ...session } = usage;
  const shape = said(session, { words: SIMULATED_WORDS, usual: DEFAULT_SIMULATED, always: SHAPE });
  const helpers = subagents.count === 0 ? [] : said(subagents, { words: SUBAGENT_WORDS, usual: {}, always: new Set() });
  return [...first, ...[...shape, ...helpers].map(([, ...input]) => input)];
}

const NO_TOTALS: Fields = {
  input: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  cacheRead: 0,
  output: 0,
  webSearches: 0,
  requests: null,
};

function limitsOf({ limitRule, ownLimits }: Scenario): InputGroup["inputs"] {
  if (limitRule !== "own") return [];
  return LIMITED_PLANS.filter((plan) => ownLimits[plan] !== null).map((plan) => [`${plan} covers`, limitText(ownLimits[plan])]);
}

function modelsOf({ ownModels, profiles }: Scenario): InputGroup["inputs"] {
  const used = new Set(profiles.flatMap(({ mix }) => mix.map(({ model }) => model)));
  return ownModels.filter(({ id }) => used.has(id)).map((model) => [model.id, ownModelText(model)]);
}

interface Saying {
  readonly words: object;
  readonly usual: object;
  readonly always: ReadonlySet<string>;
}

function said(
  fields: object,
  { words, usual, always }: Saying,
): readonly (readonly [field: string, name: string, value: string])[] {
  const values = fields as Fields;
  return Object.entries(words as Words)
    .filter(([field]) => always.has(field) || !isSame(values[field], (usual as Fields)[field]))
    .map(([field, { name, say }]) => [field, name, say(values[field] as never)]);
}
