import { type ReactElement, useState } from "react";
import { quantise, RANGES } from "../../scenario/ranges.ts";
import type { UsageState } from "../../state/usage-store.ts";
import { useUsageStore } from "../../state/use-usage-store.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { type ImportedSpan, importedSpans } from "./combine-imported-spans.ts";

/** What imported usage cost, for the reading of a meter; nothing where none was imported. */
export function ImportedCost({ take }: { readonly take: (usd: number) => void }): ReactElement | null {
  const summary = useUsageStore((state) => state.summary);
  const paste = useUsageStore((state) => state.paste);
  const spans = spansOf({ summary, paste });
  const [chosen, choose] = useState("all");
  const span = spans.find(({ id }) => id === chosen) ?? spans.at(-1);
  if (span === undefined || span.usd === 0) return null;
  const options = spans.map(({ id, label }) => ({ value: id, label }));
  return (
    <div className="grid grid-cols-1 gap-2">
      <SelectField
        id="meter-span"
        label="Your imported usage"
        groups={[{ label: "", options }]}
        value={span.id}
        onChange={choose}
        hint="At API rates. Choose the days over which the meter moved."
      />
      <div>
        <Button onClick={() => take(quantise(RANGES.limit, span.usd))}>Take its cost</Button>
      </div>
    </div>
  );
}

function spansOf({ summary, paste }: Pick<UsageState, "summary" | "paste">): readonly ImportedSpan[] {
  if (summary !== null) return importedSpans(summary.byDay.rows, summary.totals.cost ?? 0);
  return paste === null ? [] : importedSpans([], paste.cost ?? 0);
}
