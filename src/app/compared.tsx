import type { ReactElement } from "react";
import { ComparePanel } from "../features/compare/compare-panel.tsx";
import { EditingTag } from "../features/compare/editing-tag.tsx";
import { LaggingGroup } from "./lagging-group.tsx";

/** Scenarios side by side: a chunk of its own, behind the answer. */
export function Compared(): ReactElement {
  return <LaggingGroup>{(state) => <ComparePanel state={state} />}</LaggingGroup>;
}

/** Which of them the inputs are, out of the same chunk. */
export function Editing(): ReactElement {
  return <EditingTag />;
}
