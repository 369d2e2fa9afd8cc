import { lazy, type ReactElement, Suspense, useState } from "react";
import type { ShownLine } from "./bill-lines.tsx";

export interface OpenAmountProps {
  /** The amount as it is shown. */
  readonly amount: string;
  /** What it is the amount of, as a heading: "One session". */
  readonly title: string;
  /** Beside the total: `a session`. */
  readonly period: string;
  /** Asked for only when it is opened. */
  readonly lines: () => readonly ShownLine[];
}

const LinesDialog = lazy(async () => ({ default: (await import("./lines-dialog.tsx")).LinesDialog }));

/** An amount that opens to the lines it is made of. */
export function OpenAmount({ amount, title, period, lines }: OpenAmountProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="min-h-6 cursor-pointer underline decoration-edge decoration-dotted underline-offset-4 hover:decoration-solid"
        aria-haspopup="dialog"
        aria-label={`${amount} ${period}: open ${title}`}
        onClick={() => setIsOpen(true)}
      >
        {amount}
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <LinesDialog title={title} period={period} lines={lines()} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
