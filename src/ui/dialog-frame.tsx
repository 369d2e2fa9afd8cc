import { type ReactElement, type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button.tsx";

export interface DialogFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A part of the page that is dealt with before the rest; open from the start, closed by its button, Escape, or by being taken away. */
export function DialogFrame({ title, onClose, children }: DialogFrameProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto max-h-[85vh] w-[min(40rem,calc(100vw-2rem))] rounded-md border border-line bg-card p-4 text-start font-normal text-ink shadow-lg backdrop:bg-black/50 sm:p-5"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
      {children}
    </dialog>
  );
}
