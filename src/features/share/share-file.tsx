import type { ReactElement } from "react";
import type { Comparison } from "../../scenario/comparison.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { combineFile } from "./combine-share.ts";

export interface ShareFileProps {
  readonly comparison: Comparison;
  readonly link: string;
}

/** The scenario as a file, which opens with the same figures however much it holds. */
export function ShareFile({ comparison, link }: ShareFileProps): ReactElement {
  const text = (): string => `${JSON.stringify(combineFile(comparison, link), null, 2)}\n`;
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-medium">File (JSON)</h3>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => download(text())}>Download JSON</Button>
        <CopyButton label="Copy JSON" text={text} />
      </div>
    </div>
  );
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = "claude-code-cost.json";
  anchor.click();
  // Some browsers read the address only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
