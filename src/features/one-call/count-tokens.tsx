import { type ReactElement, useId, useState } from "react";
import { fileSizes } from "../../rates/file-sizes.ts";
import { modelName } from "../../scenario/model-options.ts";
import { QUESTION_RANGES, questionsOf } from "../../scenario/questions.ts";
import { quantise } from "../../scenario/ranges.ts";
import { changeQuestion } from "../../state/questions-actions.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { SelectField, type SelectGroup } from "../../ui/select-field.tsx";
import { countedForModel } from "./call-changes.ts";
import { countsInWords, kindMethod, rangeInWords, textMethod } from "./size-words.ts";
import {
  type CountedFor,
  type CountedKind,
  countText,
  type TextCounts,
  type TokenRange,
  tokensOfCount,
  tokensOfText,
} from "./text-size.ts";

const WAYS = [
  { value: "text", label: "A text" },
  { value: "count", label: "Words, lines or files" },
] as const;

const KINDS: readonly SelectGroup[] = [
  {
    label: "",
    options: [
      { value: "word", label: "English words" },
      { value: "character", label: "Characters" },
      { value: "code-line", label: "Lines of code" },
      { value: "markdown-line", label: "Lines of Markdown" },
    ],
  },
  { label: "Files", options: fileSizes.map(({ id, what }) => ({ value: id, label: what[0]?.toUpperCase() + what.slice(1) })) },
];

/** Tokens of a text, or of so many words, lines or files, as the call's model counts them. */
export function CountTokens(): ReactElement {
  const [way, setWay] = useState<(typeof WAYS)[number]["value"]>("text");
  return (
    <div className="grid grid-cols-1 gap-4">
      <ChoiceField legend="What you have" choices={WAYS} value={way} onChange={setWay} />
      <div hidden={way !== "text"}>
        <OfText />
      </div>
      <div hidden={way !== "count"}>
        <OfCount />
      </div>
    </div>
  );
}

// The text stays in its field: this keeps what was counted in it and nothing else.
function OfText(): ReactElement {
  const id = useId();
  const [counts, setCounts] = useState<TextCounts | null>(null);
  const countedFor = useCountedFor();
  const isEmpty = counts === null || counts.words === 0;
  return (
    <div className="grid grid-cols-1 gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        Text to count
      </label>
      <textarea
        id={id}
        className="field min-h-28 resize-y py-2 font-mono"
        onChange={(event) => setCounts(countText(event.target.value))}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="text-sm text-soft">
        It stays in this field: only its counts are used, and no link or storage holds it.
      </p>
      {isEmpty ? null : (
        <Result
          tokens={tokensOfText(counts, countedFor)}
          counted={countsInWords(counts)}
          method={textMethod(counts, countedFor)}
        />
      )}
    </div>
  );
}

function OfCount(): ReactElement {
  const id = useId();
  const [kind, setKind] = useState<CountedKind>("word");
  const [count, setCount] = useState(1_000);
  const countedFor = useCountedFor();
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <NumberField id={`${id}-count`} label="How many" value={count} onChange={setCount} least={0} most={10_000_000} />
        <SelectField
          id={`${id}-kind`}
          label="Of what"
          groups={KINDS}
          value={kind}
          onChange={(next) => setKind(next as CountedKind)}
        />
      </div>
      <Result tokens={tokensOfCount(kind, count, countedFor)} counted="" method={kindMethod(kind, countedFor)} />
    </div>
  );
}

interface ResultProps {
  readonly tokens: TokenRange;
  readonly counted: string;
  readonly method: readonly string[];
}

function Result({ tokens, counted, method }: ResultProps): ReactElement {
  const model = useScenario(({ scenario }) => questionsOf(scenario).call.model);
  return (
    <div className="grid grid-cols-1 gap-2">
      <p aria-live="polite" data-tokens="">
        <span className="font-medium">{rangeInWords(tokens)}</span> of {modelName(model)}
        {counted === "" ? "" : `: ${counted}`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setPrompt(tokens.used)}>Use as the prompt</Button>
        <Button onClick={() => setPrompt(promptNow() + tokens.used)}>Add to the prompt</Button>
        <Button onClick={() => changeQuestion("call", { outputTokens: quantise(QUESTION_RANGES.outputTokens, tokens.used) })}>
          Use as the answer
        </Button>
      </div>
      <ul className="grid max-w-prose list-disc gap-1 ps-5 text-sm text-soft">
        {method.map((sentence) => (
          <li key={sentence} className="break-words">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useCountedFor(): CountedFor {
  const model = useScenario(({ scenario }) => questionsOf(scenario).call.model);
  return countedForModel(
    useScenario(({ scenario }) => scenario),
    model,
  );
}

function promptNow(): number {
  return questionsOf(scenarioStore.getState().scenario).call.promptTokens;
}

function setPrompt(tokens: number): void {
  changeQuestion("call", { promptTokens: quantise(QUESTION_RANGES.promptTokens, tokens) });
}
