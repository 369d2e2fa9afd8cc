import type { ReactElement } from "react";
import { BillLines, type ShownLine } from "./bill-lines.tsx";
import { DialogFrame } from "./dialog-frame.tsx";

export interface LinesDialogProps {
  readonly title: string;
  /** Beside the total: `a session`. */
  readonly period: string;
  readonly lines: readonly ShownLine[];
  readonly onClose: () => void;
}

/** The lines of an amount in a dialog of their own; open from the start. */
export function LinesDialog({ title, period, lines, onClose }: LinesDialogProps): ReactElement {
  return (
    <DialogFrame title={title} onClose={onClose}>
      {lines.length === 0 ? (
        <p className="text-sm text-soft">Nothing is used, so there is nothing to charge.</p>
      ) : (
        <BillLines caption="Quantity × rate = amount" lines={lines} period={period} />
      )}
    </DialogFrame>
  );
}
