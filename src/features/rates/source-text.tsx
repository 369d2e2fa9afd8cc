import type { ReactElement } from "react";
import type { Provenance } from "../../pricing/rate-card.ts";
import { sourceParts } from "./source-parts.ts";

/** The words of a source, its addresses as links; in a table never narrower than can be read. */
export function SourceText({ source }: { readonly source: string }): ReactElement {
  return (
    <span className="block wrap-anywhere in-[td]:min-w-72">
      {sourceParts(source).map(({ text, href }) =>
        href === null ? (
          <Words key={text} text={text} />
        ) : (
          <a key={text} href={href} rel="noreferrer" className="underline underline-offset-2">
            {text}
          </a>
        ),
      )}
    </span>
  );
}

/** A day that a line's end does not tear apart. */
export function Day({ day }: { readonly day: string }): ReactElement {
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {day}
    </time>
  );
}

/** Words in which no day is torn apart, and what stands between backticks is code. */
export function Words({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(DAY_OR_CODE).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the words
          <span key={index} className="whitespace-nowrap">
            {part.startsWith("`") ? <code>{part.slice(1, -1)}</code> : part}
          </span>
        ),
      )}
    </>
  );
}

const DAY_OR_CODE = /(\d{4}-\d{2}-\d{2}|`[^`]+`)/;

/** The two last cells of a row: where its figures were read, and when that was last looked at. */
export function provenanceCells(provenance: Provenance | null): readonly [ReactElement | string, ReactElement | string] {
  if (provenance === null) return ["none named", ""];
  return [<SourceText key="source" source={provenance.source} />, <Day key="checked" day={provenance.checkedOn} />];
}

/** The columns of those cells. */
export const PROVENANCE_COLUMNS = [
  { id: "source", label: "Source" },
  { id: "checked", label: "Checked on" },
] as const;
