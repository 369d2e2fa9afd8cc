import { type ComponentType, type ReactElement, useEffect } from "react";
import { LaggingGroup } from "../app/lagging-group.tsx";
import { PanelBoundary } from "../app/panel-boundary.tsx";
import type { EmbedPanel } from "../scenario/embed-snippet.ts";
import type { ShownProps } from "../state/shown-props.ts";
import { ExportOriginContext } from "../ui/export-origin.ts";
import { Notice } from "../ui/notice.tsx";

/** A panel with its code; null where that did not come. */
export interface LoadedPanel {
  readonly id: PanelId;
  readonly Panel: ComponentType<ShownProps> | null;
}

type PanelId = Exclude<EmbedPanel, "verdict">;

// Each in a chunk of its own: most embeds show none of them. Their charts' code comes when they are seen.
const LOAD: { readonly [panel in PanelId]: () => Promise<ComponentType<ShownProps>> } = {
  "break-even": async () => (await import("../features/break-even/break-even-panel.tsx")).BreakEvenPanel,
  session: async () => (await import("../features/session-story/session-story-panel.tsx")).SessionStoryPanel,
  month: async () => (await import("../features/month/month-panel.tsx")).MonthPanel,
  levers: async () => (await import("../features/levers/levers-panel.tsx")).LeversPanel,
};

const NAMES: { readonly [panel in PanelId]: string } = {
  "break-even": "The chart of API against plans",
  session: "The session, request by request",
  month: "The chart of the month",
  levers: "The levers",
};

/** The code of the panels asked for. */
export function loadPanels(show: readonly EmbedPanel[]): Promise<readonly LoadedPanel[]> {
  return Promise.all(
    show.filter((id): id is PanelId => id !== "verdict").map(async (id) => ({ id, Panel: await LOAD[id]().catch(() => null) })),
  );
}

export interface EmbedPanelsProps {
  readonly panels: readonly LoadedPanel[];
  /** Told when these panels stand on the page. */
  readonly onDrawn: () => void;
}

/** The panels under the answer. A frame may be denied downloads, so they offer none. */
export function EmbedPanels({ panels, onDrawn }: EmbedPanelsProps): readonly ReactElement[] {
  useEffect(onDrawn, [onDrawn]);
  return panels.map(({ id, Panel }) =>
    Panel === null ? (
      <Notice key={id} tone="warn" title={`${NAMES[id]} could not be loaded.`} />
    ) : (
      <PanelBoundary key={id} name={NAMES[id]}>
        <LaggingGroup>
          {(state) => (
            <ExportOriginContext value={null}>
              <Panel state={state} />
            </ExportOriginContext>
          )}
        </LaggingGroup>
      </PanelBoundary>
    ),
  );
}
