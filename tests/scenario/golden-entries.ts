import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Comparison } from "../../src/scenario/comparison.ts";
import type { AppLevers, Questions } from "../../src/scenario/questions.ts";
import type { Levers, MixShare, Profile, Scenario, SimulatedUsage, TotalsUsage } from "../../src/scenario/scenario.ts";

/** A published link and what it has to mean for ever. Never edited: a correction is a new entry. */
export interface GoldenLink {
  readonly link: string;
  readonly why: string;
  /** The scenarios, each as what it has unlike version 1's defaults. */
  readonly scenarios: readonly PinnedScenario[];
  readonly baseline: number;
  readonly edited: number;
  /** How the totals were found besides by `estimate`: sums written out in `byHand`, or request by request. */
  readonly totals: "by hand" | "by requests";
  /** The sum of each scenario's month in USD, from published rates. */
  readonly byHand?: readonly string[];
  /** What `estimate` says of each scenario. */
  readonly says: readonly GoldenFigures[];
  /** The link of the earlier entry that this one takes the place of; with it, why. */
  readonly corrects?: string;
  readonly reason?: string;
}

/** What is pinned of an estimate. Plans are not: their fees and limits are today's in every link. */
export interface GoldenFigures {
  readonly perMonthMicroUsd: number;
  readonly perSessionMicroUsd: number;
  /** Models in it that no longer serve on the link's price date. */
  readonly retired: readonly string[];
  readonly lowerBound: boolean;
  readonly overWindow: boolean;
}

type PinnedUsage = Partial<Omit<SimulatedUsage, "kind">> & Partial<Omit<TotalsUsage, "kind">> & Pick<Profile["usage"], "kind">;

/** A scenario as what it has unlike the pinned defaults of its version; its price date and its profiles always. */
export type PinnedScenario = Partial<Omit<Scenario, "levers" | "ownLimits" | "profiles" | "questions">> &
  Pick<Scenario, "priceDate"> & {
    readonly levers?: { readonly [lever in keyof Levers]?: Partial<Levers[lever]> };
    readonly ownLimits?: Partial<Scenario["ownLimits"]>;
    /** The smaller questions as what they have unlike the defaults; left out = as the defaults. */
    readonly questions?: { readonly [part in keyof Omit<Questions, "app">]?: Partial<Questions[part]> } & {
      readonly app?: { readonly [lever in keyof AppLevers]?: Partial<AppLevers[lever]> };
    };
    readonly profiles: readonly {
      readonly name?: string;
      readonly sessionsPerDay?: number;
      readonly mix?: readonly MixShare[];
      readonly usage: PinnedUsage;
    }[];
  };

/** What version 1 of the link leaves out, as it was when the version was published. */
export interface PinnedDefaults {
  readonly scenario: Omit<Scenario, "priceDate" | "profiles" | "questions">;
  readonly profile: Omit<Profile, "usage">;
  readonly simulated: SimulatedUsage;
  readonly totals: TotalsUsage;
  readonly questions: Questions;
}

const FOLDER = new URL("../fixtures/golden-links/", import.meta.url);

function fixture(name: string): string {
  return readFileSync(new URL(name, FOLDER), "utf8");
}

/** Every entry, corrected ones too, in the order in which they were published. */
export const goldenLinks: readonly GoldenLink[] = JSON.parse(fixture("v1.json"));

/** The defaults of version 1, in the layers in which they were published: a field that joined a scenario later has a layer of its own. */
export const defaultLayers: readonly object[] = JSON.parse(fixture("v1-defaults.json"));

/** The defaults of version 1 as they were published. */
export const pinnedDefaults: PinnedDefaults = layered(defaultLayers) as unknown as PinnedDefaults;

/** Layers as one object. @throws Error where a later one states again what an earlier one did: that would change old links */
export function layered(layers: readonly object[]): object {
  return layers.reduce((under, over) => laidOver(under, over, ""), {});
}

function laidOver(under: object, over: object, path: string): object {
  const result: Record<string, unknown> = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const known = result[name];
    if (known === undefined) result[name] = value;
    else if (isRecord(known) && isRecord(value)) result[name] = laidOver(known, value, `${path}${name}.`);
    else throw new Error(`${path}${name}: the default of a published field is stated again`);
  }
  return result;
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The lines of a fixture that only grows, comments left out. */
export function grownLines(name: "manifest.txt" | "model-codes.txt"): readonly string[] {
  return linesOf(fixture(name));
}

/** The lines of such a text that state something. */
export function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

/** The entries that hold today: of those for one link the last, which must say that it corrects the one before. */
export function inForce(entries: readonly GoldenLink[]): readonly GoldenLink[] {
  const byLink = new Map<string, GoldenLink>();
  for (const entry of entries) {
    const before = byLink.get(entry.link);
    if (before ? entry.corrects !== entry.link || !entry.reason : entry.corrects !== undefined || entry.reason !== undefined)
      throw new Error(`${entry.link}: a second entry corrects the first and says why, and no other does`);
    byLink.set(entry.link, entry);
  }
  return [...byLink.values()];
}

/** The comparison that an entry pins, whole. */
export function pinnedComparison({ scenarios, baseline, edited }: GoldenLink, defaults: PinnedDefaults): Comparison {
  return { scenarios: scenarios.map((scenario) => wholeScenario(scenario, defaults)), baseline, edited };
}

function wholeScenario(
  { levers, ownLimits, profiles, questions, ...fields }: PinnedScenario,
  defaults: PinnedDefaults,
): Scenario {
  const { scenario, profile: base, simulated, totals } = defaults;
  const whole = {
    ...scenario,
    ...fields,
    ownLimits: { ...scenario.ownLimits, ...ownLimits },
    levers: Object.fromEntries(
      Object.entries(scenario.levers).map(([name, lever]) => [name, { ...lever, ...levers?.[name as keyof Levers] }]),
    ),
    profiles: profiles.map(({ usage, ...profile }) => ({
      ...base,
      ...profile,
      usage: { ...(usage.kind === "totals" ? totals : simulated), ...usage },
    })),
    ...(questions === undefined ? {} : { questions: wholeQuestions(questions, defaults.questions) }),
  };
  return whole as unknown as Scenario;
}

function wholeQuestions(
  { app, ...parts }: NonNullable<PinnedScenario["questions"]>,
  { app: levers, ...defaults }: Questions,
): Questions {
  const over = (under: object, pinned: object): object =>
    Object.fromEntries(
      Object.entries(under).map(([name, value]) => [name, { ...value, ...(pinned as Record<string, object>)[name] }]),
    );
  return { ...over(defaults, parts), app: over(levers, app ?? {}) } as Questions;
}

/** The lines that the manifest must have: for each layer of the defaults and for each entry. */
export function manifestLines(layers: readonly object[], entries: readonly GoldenLink[]): readonly string[] {
  return [
    ...layers.map((layer, index) => manifestLine(layer, `defaults-${index + 1}`)),
    ...entries.map((entry) => manifestLine(entry, entry.link)),
  ];
}

function manifestLine(entry: object, name: string): string {
  return `${createHash("sha256").update(canonicalJson(entry)).digest("hex")} ${name}`;
}

// Without blanks and with sorted keys: however a file is laid out, the hash is the same.
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}
