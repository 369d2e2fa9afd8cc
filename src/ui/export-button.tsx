import { lazy, type ReactElement, Suspense, use, useState } from "react";
import { Button } from "./button.tsx";
import { ExportOriginContext } from "./export-origin.ts";
import type { FileTable } from "./export-table.ts";

export interface ExportButtonProps {
  /** Of the files: `month`. */
  readonly name: string;
  /** What is exported, as a heading. */
  readonly title: string;
  /** The id of that heading where it stands on the page. */
  readonly titleId?: string | undefined;
  /** What the figures show, in a sentence. */
  readonly takeaway?: string | undefined;
  /** Asked for only when it is exported. */
  readonly table: () => FileTable;
  /** What holds the chart and its legend; left out where there is only a table. */
  readonly frame?: (() => HTMLElement | null) | undefined;
}

const ExportDialog = lazy(async () => ({ default: (await import("./export-dialog.tsx")).ExportDialog }));

/** Offers figures as files, where it is known which prices and inputs they rest on. */
export function ExportButton({ titleId, ...what }: ExportButtonProps): ReactElement | null {
  const askOrigin = use(ExportOriginContext);
  const [isOpen, setIsOpen] = useState(false);
  if (askOrigin === null) return null;
  return (
    <>
      <Button aria-haspopup="dialog" aria-describedby={titleId} onClick={() => setIsOpen(true)}>
        Export
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ExportDialog {...what} askOrigin={askOrigin} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
