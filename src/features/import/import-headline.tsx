import type { ReactElement } from "react";
import { setZone } from "../../state/usage-store.ts";
import { useUsageStore } from "../../state/use-usage-store.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { OpenAmount } from "../../ui/open-amount.tsx";
import type { Zone } from "../../usage-import/log-worker-protocol.ts";
import { combineHeadline, NOT_IN_LOGS } from "./combine-import-headline.ts";
import { measuredLinesInWords } from "./import-lines.ts";
import { ProblemList } from "./import-problems.tsx";

const ZONES: readonly { readonly value: Zone; readonly label: string }[] = [
  { value: "local", label: "local time" },
  { value: "utc", label: "UTC" },
];

/** What the logs come to, in a sentence, and what it leaves out; nothing while there are no logs. */
export function LogHeadline(): ReactElement | null {
  const summary = useUsageStore((state) => state.summary);
  const report = useUsageStore((state) => state.report);
  const zone = useUsageStore((state) => state.zone);
  if (!summary || !report) return null;
  const { amount, rest, basis, notes } = combineHeadline(summary, report);
  const { cost, lines } = summary.totals;
  return (
    <>
      <p className="max-w-prose text-lg leading-snug">
        <span className="font-semibold">
          {cost === null ? (
            amount
          ) : (
            <OpenAmount amount={amount} title="Your logs" period="in your logs" lines={() => measuredLinesInWords(lines)} />
          )}
        </span>{" "}
        {rest}
      </p>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <p className="text-sm text-soft">{basis}</p>
        <ChoiceField legend="A day ends at midnight in" choices={ZONES} value={zone} onChange={(next) => void setZone(next)} />
      </div>
      {notes.length === 0 ? null : <Notice tone="info" title="What this amount rests on" items={notes} />}
      <div>
        <Disclosure title="What logs do not hold" summary="so the real use is higher">
          <ul className="list-disc ps-5 text-sm">
            {NOT_IN_LOGS.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Disclosure>
        <ProblemList problems={summary.problems} count={summary.problemCount} />
      </div>
    </>
  );
}
