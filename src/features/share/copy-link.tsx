import type { ReactElement } from "react";
import { scenarioStore } from "../../state/scenario-store.ts";
import { selectLink } from "../../state/selectors.ts";
import { CopyButton } from "../../ui/copy-button.tsx";

/** Copies a link that opens just this scenario; made from the store, because the address may lag by half a second. */
export function CopyLink(): ReactElement {
  return <CopyButton label="Copy link" kind="primary" text={linkToScenario} />;
}

function linkToScenario(): string {
  return `${location.href.split("#", 1)[0]}#${selectLink(scenarioStore.getState())}`;
}
