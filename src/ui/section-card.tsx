import { type ReactElement, type ReactNode, useId } from "react";

export interface SectionCardProps {
  readonly title: string;
  /** Of the heading, in the outline of the page. */
  readonly level: 2 | 3 | 4;
  /** At the right of the heading: a button, a tag. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page under a heading of its own. */
export function SectionCard({ title, level, aside, children }: SectionCardProps): ReactElement {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id} className="rounded-md border border-line bg-card p-4 sm:p-5">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading id={id} className="text-base font-semibold">
          {title}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}
