import type { ReactElement } from "react";

/** Where a figure comes from: counted in the person's own usage, taken from a default, or worked out from other figures. */
export type Origin = "measured" | "assumed" | "inferred";

export interface TagProps {
  readonly origin: Origin;
  readonly id?: string | undefined;
  /** The figure itself, where the one beside it is another: "1,540". */
  readonly figure?: string | undefined;
}

const FRAMES: Readonly<Record<Origin, string>> = {
  measured: "border-solid border-good text-good",
  assumed: "border-dashed border-edge text-soft",
  inferred: "border-dotted border-edge text-soft",
};

/** The origin of the figure beside it, in a word; the frame repeats it for eyes that skim. */
export function Tag({ origin, id, figure }: TagProps): ReactElement {
  return (
    <span id={id} className={`inline-block rounded-sm border px-1 text-xs leading-4 whitespace-nowrap ${FRAMES[origin]}`}>
      {origin} {figure}
    </span>
  );
}
