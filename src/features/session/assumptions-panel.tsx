import type { ReactElement } from "react";
import type { Caching } from "../../pricing/session-shape.ts";
import type { SimulatedUsage } from "../../scenario/scenario.ts";
import { changeUsage } from "../../state/actions.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ASSUMED_FIELDS } from "./assumed-fields.ts";
import { summaryOf } from "./assumptions-summary.ts";
import { Clearing } from "./clearing.tsx";
import { Compaction } from "./compaction.tsx";
import { MixOf } from "./mix-of.tsx";
import { SwitchOfModel } from "./model-switch.tsx";
import { SessionNumber } from "./session-number.tsx";
import { SubagentsOfSession } from "./subagents.tsx";
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
  const isMixed = useScenario(({ scenario }) => (scenario.profiles[index]?.mix.length ?? 0) > 1);
  if (usage.kind !== "simulated") return null;
  return (
    <Disclosure title="Assumptions" summary={summaryOf(usage, { isMixed })}>
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
        <Clearing clearAfterRequests={usage.clearAfterRequests} requests={usage.requests} index={index} />
        <SubagentsOfSession subagents={usage.subagents} index={index} />
        <SwitchOfModel usage={usage} index={index} />
        {isMixed || contradictsSwitch(usage) ? <MixOf routing={usage.routing} index={index} /> : null}
      </div>
    </Disclosure>
  );
}

// A mix of one model has nothing to route; yet whoever is told that routing and a switch exclude each other must be able to choose.
function contradictsSwitch({ routing, modelSwitch }: SimulatedUsage): boolean {
  return routing === "request" && modelSwitch !== null;
}
