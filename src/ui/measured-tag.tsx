import type { ReactElement } from "react";

export interface MeasuredTagProps {
  readonly id?: string | undefined;
  /** As it is shown: "1,540". */
  readonly figure: string;
}

/** What was counted in the person's own usage, beside the input that may say otherwise. */
export function MeasuredTag({ id, figure }: MeasuredTagProps): ReactElement {
  return (
    <span id={id} className="rounded-sm border border-good px-1 text-xs leading-4 whitespace-nowrap text-good">
      measured {figure}
    </span>
  );
}
