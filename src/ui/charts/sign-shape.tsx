import type { ReactElement } from "react";

/** The forms of a sign: told apart by shape and filling, never by colour. */
export type SignForm = "triangle" | "diamond" | "ring" | "square";

/** A kind of event: the name that a reader sees and the form of its sign. */
export interface NamedSign {
  readonly name: string;
  readonly form: SignForm;
}

// Around 0, one unit wide and high.
const FORMS: Readonly<Record<SignForm, string>> = {
  triangle: "M-.5 -.45H.5L0 .5z",
  diamond: "M0 -.6L.55 0 0 .6-.55 0z",
  ring: "M-.42 0a.42 .42 0 1 0 .84 0a.42 .42 0 1 0 -.84 0z",
  square: "M-.42 -.42H.42V.42H-.42z",
};
const HOLLOW: ReadonlySet<SignForm> = new Set(["ring", "square"]);

interface SignShapeProps {
  readonly form: SignForm;
  /** Its middle and its size, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A sign of a drawing. */
export function SignShape({ form, x, y, size }: SignShapeProps): ReactElement {
  const isHollow = HOLLOW.has(form);
  return (
    <path
      d={FORMS[form]}
      transform={`translate(${x} ${y}) scale(${size})`}
      vectorEffect="non-scaling-stroke"
      strokeWidth="1.5"
      className={`stroke-ink forced-colors:stroke-[CanvasText] ${isHollow ? "fill-card forced-colors:fill-[Canvas]" : "fill-ink forced-colors:fill-[CanvasText]"}`}
    />
  );
}

/** What the signs of a drawing stand for; put beside its `ChartLegend`. */
export function SignLegend({ signs }: { readonly signs: readonly NamedSign[] }): ReactElement {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
      {signs.map(({ name, form }) => (
        <li key={name} className="flex items-center gap-1.5">
          <SignSwatch form={form} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** A sign in a line of text. */
function SignSwatch({ form }: { readonly form: SignForm }): ReactElement {
  return (
    <svg aria-hidden="true" width="16" height="16" className="shrink-0">
      <SignShape form={form} x={8} y={8} size={10} />
    </svg>
  );
}
