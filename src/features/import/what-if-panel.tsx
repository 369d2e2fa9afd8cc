import { type ReactElement, useMemo, useState } from "react";
import { useScenario } from "../../state/use-scenario.ts";
import { useUsageStore } from "../../state/use-usage-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { formatExact } from "../../ui/format-count.ts";
import { Notice } from "../../ui/notice.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import type { LogChange } from "../../usage-import/what-if.ts";
import { combineWhatIf } from "./combine-what-if.ts";
import { useLogAnswer } from "./what-if-answer.ts";
import { type ChosenChange, WhatIfFields } from "./what-if-fields.tsx";
import { WhatIfPair } from "./what-if-pair.tsx";

const AS_MEASURED: ChosenChange = { model: null, scope: "all", batch: 0, cacheLifetime: "as-measured" };

const TERMS = [
  { id: "term", label: "The measured requests" },
  { id: "usd", label: "US$, all of the log", numeric: true },
];

/** The log that was read, priced on another model, in batch, or with the other way of billing. Nothing without a log. */
export function WhatIfPanel(): ReactElement | null {
  const hasLog = useUsageStore(({ source, report }) => source === "files" && report !== null);
  return hasLog ? <WhatIf /> : null;
}

function WhatIf(): ReactElement {
  const tokenizerFactor = useScenario(({ scenario }) => scenario.tokenizerFactor);
  const [chosen, setChosen] = useState(AS_MEASURED);
  const { answered, isWaiting, hasFailed } = useLogAnswer({ kind: "what-if", change: { ...chosen, tokenizerFactor } });
  const dearest = answered?.answer.models[0]?.from;
  return (
    <SectionCard title="What if" level={3}>
      <p className="mb-3 text-sm text-soft">
        Every request of the log priced anew, with its own tokens. Another model might have needed more requests, or fewer.
      </p>
      <WhatIfFields chosen={chosen} onChange={setChosen} />
      <p className="mt-3 text-sm text-soft">
        Where a request goes from an older model to one since Opus 4.7, its tokens are taken times {formatExact(tokenizerFactor)},
        and divided by it on the way back: the factor under "Rates and terms".
      </p>
      <div className="mt-4 grid grid-cols-1 gap-4" aria-busy={isWaiting}>
        {hasFailed ? <Notice tone="error" title="The log could not be priced anew. Read it again." announced /> : null}
        {answered === null ? null : <Results {...answered} change={answered.question.change} />}
      </div>
      {dearest === undefined ? null : <WhatIfPair dearest={dearest} />}
    </SectionCard>
  );
}

type Priced = NonNullable<ReturnType<typeof useLogAnswer<{ readonly kind: "what-if"; readonly change: LogChange }>>["answered"]>;

function Results({ answer, change }: Pick<Priced, "answer"> & { readonly change: LogChange }): ReactElement {
  const view = useMemo(() => combineWhatIf(answer, change), [answer, change]);
  return (
    <>
      <p className="font-medium" role="status">
        {view.sentence}
      </p>
      <DataTable
        caption="From the measured cost to the changed one"
        columns={TERMS}
        rows={view.terms.rows}
        footer={view.terms.total}
      />
      <DataTable
        caption="By model, US$ over all of the log"
        columns={view.models.columns}
        rows={view.models.rows}
        footer={view.models.total}
      />
      {view.unchanged.length === 0 ? null : <Notice tone="info" title="Not quite as asked" items={view.unchanged} />}
    </>
  );
}
