import { memo, type ReactElement, useCallback } from "react";
import type { OwnHardware } from "../../pricing/own-hardware.ts";
import { type QuestionNumber, questionsOf } from "../../scenario/questions.ts";
import { changeQuestion } from "../../state/questions-actions.ts";
import { useQuestionField } from "../../state/use-question-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import { linearStops, logStops } from "../../ui/stops.ts";

interface HardwareField {
  readonly name: keyof OwnHardware;
  readonly range: QuestionNumber;
  readonly label: string;
  readonly unit: string;
  readonly stops: readonly number[];
  readonly hint: string;
}

const FIELDS: readonly HardwareField[] = [
  {
    name: "pricePerHour",
    range: "hourUsd",
    label: "A machine, an hour",
    unit: "USD",
    stops: [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10, 15, 20, 30, 50, 75, 100],
    hint: "Assumed. Public guides: $1–4 for an hour of one GPU; a large model takes several.",
  },
  {
    name: "hoursPerMonth",
    range: "hoursPerMonth",
    label: "Hours it is on, a month",
    unit: "hours",
    stops: [40, 80, 120, 160, 200, 240, 320, 400, 480, 560, 640, 720],
    hint: "Assumed. 720 is day and night for 30 days, 160 is office hours.",
  },
  {
    name: "promptTokensPerSecond",
    range: "tokensPerSecond",
    label: "Tokens read a second",
    unit: "tokens",
    stops: logStops(100, 100_000, { series: "E6" }),
    hint: "Assumed. All calls at once, one machine. Measure yours: no figure holds for every model.",
  },
  {
    name: "outputTokensPerSecond",
    range: "tokensPerSecond",
    label: "Tokens written a second",
    unit: "tokens",
    stops: logStops(10, 10_000, { series: "E6" }),
    hint: "Assumed. All calls at once, one machine.",
  },
  {
    name: "utilisationPercent",
    range: "utilisationPercent",
    label: "Of its hours at work",
    unit: "%",
    stops: linearStops(5, 100, { step: 5 }),
    hint: "Assumed. Calls come in waves: 100% is a queue that never empties.",
  },
  {
    name: "peopleHours",
    range: "peopleHours",
    label: "People's hours a month",
    unit: "hours",
    stops: [0, 1, 2, 4, 8, 12, 16, 20, 30, 40, 60, 80, 120, 160],
    hint: "Assumed. Setting up, updates, nights when it fails.",
  },
  {
    name: "peoplePricePerHour",
    range: "hourUsd",
    label: "An hour of theirs",
    unit: "USD",
    stops: linearStops(0, 200, { step: 25 }),
    hint: "Assumed. What an hour costs the employer.",
  },
];

/** What is assumed of the hardware, each with what is published of it. */
export const HardwareFields = memo(function HardwareFields(): ReactElement {
  const hardware = useScenario(({ scenario }) => questionsOf(scenario).hardware);
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-5 sm:grid-cols-2">
      {FIELDS.map((field) => (
        <Field key={field.name} field={field} value={hardware[field.name]} />
      ))}
    </div>
  );
});

function Field({ field, value }: { readonly field: HardwareField; readonly value: number }): ReactElement {
  const { name, range, label, unit, stops, hint } = field;
  const set = useCallback((next: number) => changeQuestion("hardware", { [name]: next }), [name]);
  const props = useQuestionField(`hardware-${name}`, range, { value, set });
  return <SliderField {...props} label={label} unit={unit} stops={stops} hint={hint} />;
}
