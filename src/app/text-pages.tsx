import type { ReactElement } from "react";

/** The pages of text beside the calculator, drawn at build: their folders below it, and what links call them. */
export const TEXT_PAGES = {
  rates: { path: "rates/", name: "All rates and their history" },
  published: { path: "published/", name: "Checked against published figures" },
} as const;

/** Links to every page of text. @param root from where they stand to the calculator's folder, with a slash at its end */
export function TextPageLinks({ root }: { readonly root: string }): ReactElement {
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2">
      {Object.values(TEXT_PAGES).map(({ path, name }) => (
        <a key={path} href={`${root}${path}`} className="underline">
          {name}
        </a>
      ))}
    </p>
  );
}
