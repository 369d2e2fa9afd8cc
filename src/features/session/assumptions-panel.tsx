import type { ReactElement } from "react";
import type { Caching } from "../../pricing/session-shape.ts";
import type { SimulatedUsage } from "../../scenario/scenario.ts";
import { changeUsage } from "../../state/actions.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { formatCount, formatTokensShort } from "../../ui/format-count.ts";
import { ASSUMED_FIELDS } from "./assumed-fields.ts";
import { Compaction } from "./compaction.tsx";
import { SessionNumber } from "./session-number.tsx";
import { useUsage } from "./use-usage.ts";

const CACHING: readonly { readonly value: Caching; readonly label: string }[] = [
  { value: "5m", label: "5 minutes" },
  { value: "1h", label: "1 hour" },
  { value: "off", label: "Off" },
];

/** What is assumed of the edited profile's session; folded, its values in the summary. */
export function AssumptionsPanel(): ReactElement | null {
  const index = useScenario(({ inView }) => inView);
  const usage = useUsage(index);
  if (usage.kind !== "simulated") return null;
  return (
    <Disclosure title="Assumptions" summary={summaryOf(usage)}>
      <div className="grid grid-cols-1 gap-4">
        <ChoiceField
          legend="Cache lifetime"
          choices={CACHING}
          value={usage.caching}
          onChange={(caching) => changeUsage(index, { caching })}
          hint="On an API key the cache lives 5 minutes; on a subscription within its limits 1 hour, at a dearer write."
        />
        {ASSUMED_FIELDS.map((field) => (
          <SessionNumber key={`${index} ${field.name}`} field={field} value={usage[field.name]} index={index} />
        ))}
        <Compaction compactAtTokens={usage.compactAtTokens} index={index} />
      </div>
    </Disclosure>
  );
}

function summaryOf({ caching, basePromptTokens, pauseMinutes, pauseHours, compactAtTokens }: SimulatedUsage): string {
  const cache = caching === "off" ? "no cache" : caching === "5m" ? "5-minute cache" : "1-hour cache";
  const breaks = pauseMinutes + pauseHours;
  const compaction = compactAtTokens === null ? "no compaction" : `compaction at ${formatTokensShort(compactAtTokens)}`;
  return `${cache}, ${formatTokensShort(basePromptTokens)} base prompt, ${formatCount(breaks)} ${breaks === 1 ? "break" : "breaks"}, ${compaction}`;
}
