import type { ReactElement, ReactNode } from "react";

export interface DisclosureProps {
  readonly title: string;
  /** The values inside, in a few words, so that nothing is hidden while closed: "5-minute cache, no compaction". */
  readonly summary?: string | undefined;
  /** Open at first; from then on the person's. */
  readonly open?: boolean | undefined;
  readonly children: ReactNode;
}

/** A part to fold out: native `details`, found by the browser's own search and working without scripts. */
export function Disclosure({ title, summary, open, children }: DisclosureProps): ReactElement {
  return (
    // Down to its own arrow only: one inside another stays as it is.
    <details open={open} className="border-t border-line open:[&>summary>svg]:rotate-90">
      <summary className="flex min-h-9 cursor-pointer list-none items-baseline gap-2 py-2 text-sm pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <svg
          viewBox="0 0 8 8"
          aria-hidden="true"
          className="size-2 shrink-0 self-center fill-current text-soft transition-transform motion-reduce:transition-none rtl:-scale-x-100"
        >
          <path d="M2 0l4 4-4 4z" />
        </svg>
        <span className="shrink-0 font-medium">{title}</span>
        {summary === undefined ? null : <span className="ms-auto min-w-0 text-end text-soft">{summary}</span>}
      </summary>
      <div className="pt-2 pb-4">{children}</div>
    </details>
  );
}
