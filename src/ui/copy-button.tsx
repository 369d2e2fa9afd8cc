import { type ReactElement, useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { copyText } from "./copy-text.ts";

const STATUS_MS = 4_000;

export interface CopyButtonProps {
  /** What the button says: "Copy link". */
  readonly label: string;
  /** Asked for when pressed, so that it is the newest. */
  readonly text: () => string;
  readonly kind?: "primary" | "quiet" | undefined;
}

/** Copies a text and says whether it did. */
export function CopyButton({ label, text, kind }: CopyButtonProps): ReactElement {
  const [status, setStatus] = useState("");
  useEffect(() => {
    if (status === "") return;
    const timer = setTimeout(() => setStatus(""), STATUS_MS);
    return () => clearTimeout(timer);
  }, [status]);
  const copy = async (): Promise<void> => {
    setStatus((await copyText(text())) ? "Copied" : "Could not copy: please copy it by hand");
  };
  return (
    <span className="inline-flex flex-wrap items-center">
      <Button kind={kind} onClick={copy}>
        {label}
      </Button>
      <span aria-live="polite" className="text-sm text-soft not-empty:ms-2">
        {status}
      </span>
    </span>
  );
}
