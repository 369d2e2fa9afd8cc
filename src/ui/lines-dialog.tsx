import { type ReactElement, useEffect, useId, useRef } from "react";
import { BillLines, type ShownLine } from "./bill-lines.tsx";
import { Button } from "./button.tsx";

export interface LinesDialogProps {
  readonly title: string;
  /** Beside the total: `a session`. */
  readonly period: string;
  readonly lines: readonly ShownLine[];
  readonly onClose: () => void;
}

/** The lines of an amount in a dialog of their own; open from the start. */
export function LinesDialog({ title, period, lines, onClose }: LinesDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto max-h-[85vh] w-[min(40rem,calc(100vw-2rem))] rounded-md border border-line bg-card p-5 text-start font-normal text-ink shadow-lg backdrop:bg-black/50"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
      {lines.length === 0 ? (
        <p className="text-sm text-soft">Nothing is used, so there is nothing to charge.</p>
      ) : (
        <BillLines caption="Quantity × rate = amount" lines={lines} period={period} />
      )}
    </dialog>
  );
}
