import type { ReactElement } from "react";
import { selectLink } from "../state/link-selector.ts";
import { startAfresh } from "../state/saved-input.ts";
import { scenarioStore } from "../state/scenario-store.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { pageAddress } from "./page-address.ts";

/**
 * What can be done where a part of the page has failed: take the inputs along, or begin again with what a first visitor sees.
 * @param onAfresh called once the inputs are those
 */
export function Rescue({ onAfresh }: { readonly onAfresh: () => void }): ReactElement {
  const begin = (): void => {
    startAfresh();
    onAfresh();
  };
  return (
    <>
      <CopyButton label="Copy the link to my inputs" text={linkToInputs} />
      <Button onClick={begin}>Start afresh</Button>
    </>
  );
}

// What failed may be the inputs themselves; the address then holds the last that could be written.
function linkToInputs(): string {
  try {
    return `${pageAddress()}#${selectLink(scenarioStore.getState())}`;
  } catch {
    return location.href;
  }
}
