import type { ReactElement } from "react";
import { LONGEST_LINK } from "../../scenario/link.ts";
import { selectLink } from "../../state/link-selector.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { CopyButton } from "../../ui/copy-button.tsx";

/** Copies a link that opens just this scenario; one that chat programs would cut is not offered. */
export function CopyLink(): ReactElement {
  const isTooLong = useScenario((state) => selectLink(state).length > LONGEST_LINK);
  if (isTooLong)
    return (
      <p className="max-w-60 text-sm text-warn">Too much for a link that survives chat and mail: “Share” has it as a file.</p>
    );
  return <CopyButton label="Copy link" kind="primary" text={linkToScenario} />;
}

// Made from the store, because the address may lag by half a second.
function linkToScenario(): string {
  return `${location.href.split("#", 1)[0]}#${selectLink(scenarioStore.getState())}`;
}
