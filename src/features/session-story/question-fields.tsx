import type { ReactElement } from "react";
import type { Scenario } from "../../scenario/scenario.ts";
import { changeScenario } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import { logStops } from "../../ui/stops.ts";

const TOKEN_STOPS: readonly number[] = [0, ...logStops(1_000, 1_000_000, { series: "E6" })];
const REQUEST_STOPS = logStops(1, 5_000);

/** What a new session reads again before it is where the old one was. */
export function ReReadField(): ReactElement {
  const value = useScenario(({ scenario }) => scenario.reReadTokens);
  const field = useRangedField("reReadTokens", "reReadTokens", { value, set: setReRead });
  return (
    <SliderField
      {...field}
      label="Starting over re-reads"
      unit="tokens"
      stops={TOKEN_STOPS}
      hint="Files and notes that a new session needs before it is where the old one was."
    />
  );
}

/** How long the one long read is, and when it comes. */
export function OneReadFields(): ReactElement {
  const { tokens, request } = useScenario(({ scenario }) => scenario.oneRead);
  const size = useRangedField("oneReadTokens", "inputGrowthPerRequest", { value: tokens, set: setTokens });
  const place = useRangedField("oneReadRequest", "requests", { value: request, set: setRequest });
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-4 xl:grid-cols-2">
      <SliderField {...size} label="One long read" unit="tokens" stops={TOKEN_STOPS} />
      <SliderField
        {...place}
        label="Read at request"
        stops={REQUEST_STOPS}
        valueText={`request ${request}`}
        hint="Compactions are not counted here."
      />
    </div>
  );
}

function setReRead(reReadTokens: number): void {
  changeScenario({ reReadTokens });
}

function setTokens(tokens: number): void {
  changeOneRead({ tokens });
}

function setRequest(request: number): void {
  changeOneRead({ request });
}

function changeOneRead(change: Partial<Scenario["oneRead"]>): void {
  changeScenario(({ oneRead }) => ({ oneRead: { ...oneRead, ...change } }));
}
