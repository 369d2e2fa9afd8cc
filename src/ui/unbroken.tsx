import type { ReactElement } from "react";

/** Words with figures in them, no figure of which is torn apart at the end of a line: neither `−$310` from its sign nor `60 %` from its. */
export function Unbroken({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(FIGURE).map((part, index) =>
        // The parts between are at even places, the figures at odd ones.
        index % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a figure is its place in the words
          <span key={index} className="whitespace-nowrap">
            {part}
          </span>
        ),
      )}
    </>
  );
}

const FIGURE = /((?:[▲▼] )?[<>]?[+−]?\$\d[\d,.]*\d|(?:[▲▼] )?[<>]?[+−]?\$\d|\d[\d,.]* %)/;
