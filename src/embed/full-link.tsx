import { type ReactElement, useSyncExternalStore } from "react";
import { serializeScenario } from "../scenario/link.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { selectLink } from "../state/link-selector.ts";
import { scenarioStore } from "../state/scenario-store.ts";
import { useScenario } from "../state/use-scenario.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import type { ExportOrigin } from "../ui/export-origin.ts";

const LABEL = "Address of the full calculator with these inputs";

/** The way to the whole calculator; its address stands there too, because a frame may be denied new windows. */
export function FullLink(): ReactElement {
  const address = useFullAddress();
  const text = (): string => `${calculatorAddress()}#${selectLink(scenarioStore.getState())}`;
  return (
    <div className="grid grid-cols-1 gap-2 text-sm">
      <p>
        <a className="font-medium underline underline-offset-2" href={address} rel="noopener">
          Open the full calculator with these inputs
        </a>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <input
          readOnly
          aria-label={LABEL}
          className="field min-w-0 grow basis-40 text-soft"
          value={address}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <CopyButton label="Copy link" text={text} />
      </div>
    </div>
  );
}

/** What printed figures say of themselves. */
export function originInCalculator(scenario: Scenario): ExportOrigin {
  return { pricesOf: scenario.priceDate, link: `${calculatorAddress()}#${serializeScenario(scenario)}` };
}

// With the scenario in it; while the page is drawn at build time only the way there is known.
function useFullAddress(): string {
  const base = useSyncExternalStore(neverChanges, calculatorAddress, () => CALCULATOR);
  return `${base}#${useScenario(selectLink)}`;
}

const CALCULATOR = "../../";
const neverChanges = (): (() => void) => () => undefined;

function calculatorAddress(): string {
  return new URL(CALCULATOR, location.href).href;
}
