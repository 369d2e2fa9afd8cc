import type { ReactElement, ReactNode } from "react";

type Tone = "info" | "warn" | "error";

export interface NoticeProps {
  readonly tone: Tone;
  /** What is the matter, in a sentence. */
  readonly title: string;
  /** One by one, where there are several things to say. */
  readonly items?: readonly string[] | undefined;
  /** Read out when it appears; not for one that stands there from the start. */
  readonly announced?: boolean | undefined;
  readonly children?: ReactNode;
}

const FRAMES: Readonly<Record<Tone, string>> = {
  info: "border-accent bg-wash",
  warn: "border-warn bg-warn-wash",
  error: "border-bad bg-bad-wash",
};

const INKS: Readonly<Record<Tone, string>> = { info: "text-accent", warn: "text-warn", error: "text-bad" };

const SIGNS: Readonly<Record<Tone, string>> = {
  info: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7.2 4h1.6v1.6H7.2zm0 2.8h1.6V12H7.2z",
  warn: "M8 1l7.5 13.5H.5zM7.2 6v4h1.6V6zm0 5v1.6h1.6V11z",
  error: "M5 1h6l4 4v6l-4 4H5l-4-4V5zM7.2 4v5h1.6V4zm0 6.2v1.6h1.6v-1.6z",
};

/** Something to know, to mind, or to mend; told apart by its sign as well as its colour. */
export function Notice({ tone, title, items = [], announced = false, children }: NoticeProps): ReactElement {
  return (
    <div
      role={announced ? (tone === "error" ? "alert" : "status") : undefined}
      className={`rounded-sm border-s-2 px-3 py-2 text-sm ${FRAMES[tone]}`}
    >
      <p className="flex gap-2 font-medium">
        <svg viewBox="0 0 16 16" aria-hidden="true" className={`mt-0.5 size-4 shrink-0 fill-current ${INKS[tone]}`}>
          <path fillRule="evenodd" d={SIGNS[tone]} />
        </svg>
        {title}
      </p>
      {items.length === 0 ? null : (
        <ul className="mt-1 list-disc ps-10">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      {children === undefined ? null : <div className="mt-1 ps-6">{children}</div>}
    </div>
  );
}
