import type { ReactElement } from "react";
import { ImportPanel } from "../features/import/import-panel.tsx";
import { UseMyUsage } from "../features/import/use-my-usage.tsx";
import { WhatIfPanel } from "../features/import/what-if-panel.tsx";
import { catalogDate } from "../rates/catalog.ts";
import { type AskOrigin, ExportOriginContext } from "../ui/export-origin.ts";
import { pageAddress } from "./page-address.ts";
import { PanelBoundary } from "./panel-boundary.tsx";

// What was imported is in no link: only the calculator itself can be pointed to.
const askOrigin: AskOrigin = async () => ({ pricesOf: catalogDate, link: pageAddress() });

/** A person's own usage: read, summed up, priced anew, taken over. A chunk of its own; its worker comes when there are files. */
export function OwnUsage(): ReactElement {
  return (
    <ExportOriginContext value={askOrigin}>
      <PanelBoundary name="Your own usage">
        <ImportPanel>
          <PanelBoundary name="What if">
            <WhatIfPanel />
          </PanelBoundary>
        </ImportPanel>
      </PanelBoundary>
      <PanelBoundary name="Into the calculator">
        <UseMyUsage />
      </PanelBoundary>
    </ExportOriginContext>
  );
}
