import { type ReactElement, useId, useMemo, useState } from "react";
import { type TokenSize, tokenizerGrowth } from "../../rates/token-sizes.ts";
import { shortName } from "../../scenario/bill-in-words.ts";
import { rateBook } from "../../scenario/rate-book.ts";
import type { Scenario, SimulatedUsage } from "../../scenario/scenario.ts";
import {
  COMMON_HABITS,
  type Habits,
  habitScale,
  type SessionFromHabits,
  type SizeRange,
  sessionFromHabits,
  sizesBehind,
} from "../../scenario/session-from-habits.ts";
import { changeUsage } from "../../state/actions.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { formatExact, formatTokens } from "../../ui/format-count.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useUsage } from "./use-usage.ts";

type Counted = Exclude<keyof Habits, "thinking">;

const FIELDS: readonly {
  readonly name: Counted;
  readonly label: string;
  readonly unit: string;
  readonly most: number;
  readonly decimals: number;
}[] = [
  { name: "claudeMdLines", label: "CLAUDE.md, all files", unit: "lines", most: 100_000, decimals: 0 },
  { name: "mcpTools", label: "MCP tools connected", unit: "tools", most: 10_000, decimals: 0 },
  { name: "filesPerRequest", label: "Files read a request", unit: "files", most: 1_000, decimals: 2 },
  { name: "linesPerFile", label: "Length of a file", unit: "lines", most: 100_000, decimals: 0 },
  { name: "promptWords", label: "Words you type a request", unit: "words", most: 100_000, decimals: 1 },
];

const RESULTS = [
  { name: "basePromptTokens", label: "Base prompt" },
  { name: "inputGrowthPerRequest", label: "Context growth a request" },
  { name: "outputPerRequest", label: "Output a request" },
] as const satisfies readonly { readonly name: keyof SessionFromHabits; readonly label: string }[];

/** The sizes of the edited profile's session from what a person knows of their work; folded. */
export function FromHabits(): ReactElement | null {
  const index = useScenario(({ inView }) => inView);
  const usage = useUsage(index);
  if (usage.kind !== "simulated") return null;
  return (
    <Disclosure title="From what you know" summary="lines and words, not tokens">
      <HabitsForm usage={usage} index={index} />
    </Disclosure>
  );
}

// The habits are this form's own: a scenario and its link keep the tokens that were made of them.
function HabitsForm({ usage, index }: { readonly usage: SimulatedUsage; readonly index: number }): ReactElement {
  const id = useId();
  const [habits, setHabits] = useState(COMMON_HABITS);
  const scale = useScenario(({ scenario }) => habitScale(scenario));
  const sizes = useMemo(() => sessionFromHabits(habits, scale), [habits, scale]);
  const taken = takenFrom(sizes);
  const isInUse = Object.entries(taken).every(([name, value]) => usage[name as keyof typeof taken] === value);
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] items-end gap-x-3 gap-y-4">
        {FIELDS.map(({ name, ...field }) => (
          <NumberField
            key={name}
            {...field}
            id={`${id}-${name}`}
            value={habits[name]}
            onChange={(value) => setHabits((before) => ({ ...before, [name]: value }))}
            least={0}
            describedBy={name === "promptWords" ? `${id}-words` : undefined}
          />
        ))}
      </div>
      <p id={`${id}-words`} className="text-sm text-soft">
        A mean over all requests: a prompt of 60 words and nine more requests on it are 6. Outputs of tools count as files.
      </p>
      <SwitchField
        id={`${id}-thinking`}
        label="Extended thinking"
        checked={habits.thinking}
        onChange={(thinking) => setHabits((before) => ({ ...before, thinking }))}
      />
      <Sizes sizes={sizes} />
      <Scaling scale={scale} />
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="primary" onClick={() => changeUsage(index, taken)}>
          Use these
        </Button>
        <p aria-live="polite" className="text-sm text-soft">
          {isInUse ? "This session uses them." : ""}
        </p>
      </div>
      <Sources thinking={habits.thinking} />
    </div>
  );
}

function takenFrom({ basePromptTokens, inputGrowthPerRequest, outputPerRequest, outputKeptShare }: SessionFromHabits) {
  return {
    basePromptTokens: basePromptTokens.used,
    inputGrowthPerRequest: inputGrowthPerRequest.used,
    outputPerRequest: outputPerRequest.used,
    outputKeptShare,
  };
}

function Sizes({ sizes }: { readonly sizes: SessionFromHabits }): ReactElement {
  return (
    <dl className="grid grid-cols-1 gap-2 text-sm">
      {RESULTS.map(({ name, label }) => (
        <div key={name} className="flex flex-wrap items-baseline justify-between gap-x-3">
          <dt className="font-medium">{label}</dt>
          <dd className="text-end">{sizeInWords(sizes[name])}</dd>
        </div>
      ))}
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <dt className="font-medium">Output that stays in the context</dt>
        <dd className="text-end">{formatExact(sizes.outputKeptShare)} of 1</dd>
      </div>
    </dl>
  );
}

/** @example sizeInWords({ low: 9_800, used: 12_400, high: 15_100 }) //=> "12,400 tokens, 9,800–15,100" */
function sizeInWords({ low, used, high }: SizeRange): string {
  const range = low === high ? "" : `, ${formatTokens(low)}–${formatTokens(high)}`;
  return `${formatTokens(used)} tokens${range}`;
}

function Scaling({ scale }: { readonly scale: number }): ReactElement {
  const model = useScenario(({ scenario }) => modelName(scenario));
  if (scale === 1) return <p className="text-sm text-soft">Stated in tokens of {model}: the sizes below are used as they are.</p>;
  return (
    <p className="min-w-0 text-sm break-words text-soft">
      Stated in tokens of {model}: the sizes below, counted before Opus 4.7, × {formatExact(scale)}, your tokenizer factor.
      Published: about {formatExact(tokenizerGrowth.used)}, from {formatExact(tokenizerGrowth.low)} to{" "}
      {formatExact(tokenizerGrowth.high)} ({tokenizerGrowth.source}).
    </p>
  );
}

function modelName(scenario: Scenario): string {
  return shortName(rateBook(scenario).find(scenario.tokensOf)?.name ?? scenario.tokensOf);
}

function Sources({ thinking }: Pick<Habits, "thinking">): ReactElement {
  const sizes = sizesBehind({ thinking });
  return (
    <Disclosure title="The sizes behind these" summary={`${sizes.length}, with their sources`}>
      <p className="text-sm text-soft">
        Tokens as counted before Opus 4.7. The high end of the base prompt takes MCP tools in full, the others take their names
        only.
      </p>
      <ul className="mt-3 grid grid-cols-1 gap-3 text-sm">
        {sizes.map((size) => (
          <Size key={size.id} size={size} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Size({
  size: { what, low, used, high, origin, period, source, disagreement },
}: {
  readonly size: TokenSize;
}): ReactElement {
  const range = low === high ? "" : `, ${formatExact(low)}–${formatExact(high)}`;
  return (
    <li className="min-w-0">
      <p>
        <span className="font-medium">{what}</span>: {formatExact(used)} tokens{range} ({origin}, {period})
      </p>
      <p className="break-words text-soft">
        {source}.{disagreement === null ? "" : ` ${disagreement}`}
      </p>
    </li>
  );
}
