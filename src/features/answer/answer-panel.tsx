import { lazy, type ReactElement, Suspense } from "react";
import { memoByObject } from "../../lib/memo-by-object.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { selectEstimate, selectIsStale } from "../../state/selectors.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { OpenAmount } from "../../ui/open-amount.tsx";
import { type Answer, combineAnswer } from "./combine-answer.ts";

const Converted = lazy(async () => ({ default: (await import("../../ui/converted.tsx")).Converted }));

const answerTo = memoByObject((shown: Scenario): Answer => combineAnswer(shown, selectEstimate({ shown })));

/** The answer: one sentence, and what it is per session, day, month, year and developer. */
export function AnswerPanel(): ReactElement {
  const { headline, verdict, turn, figures } = useScenario(({ shown }) => answerTo(shown));
  const stale = useScenario(selectIsStale);
  const { perMonth, perDeveloperMonth } = useScenario(selectEstimate);
  return (
    <section aria-labelledby="answer" className="rounded-lg border border-line bg-card px-4 pt-4 pb-3 shadow-sm sm:px-5">
      <h2 id="answer" className="sr-only">
        The answer
      </h2>
      <p className="text-xl leading-snug text-pretty sm:text-2xl" data-answer="">
        <strong className="font-semibold">{headline}.</strong> <span className="text-soft">{verdict}</span>
      </p>
      <InCurrency usd={perMonth} each={perDeveloperMonth} />
      <p className="mt-1 min-h-5 text-sm text-soft">{turn}</p>
      <StaleMark stale={stale} />
      <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-2 border-t border-line pt-3 sm:grid-cols-5">
        {figures.map(({ id, label, value, note, period, lines }) => (
          <div key={id} className="flex flex-col" data-figure={id}>
            <dt className="text-xs text-soft">{label}</dt>
            <dd className="text-lg font-semibold">
              <OpenAmount amount={value} title={label} period={period} lines={lines} />
            </dd>
            <dd className="text-xs text-soft">{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

// Its place is there before its code, so that nothing moves when that comes.
function InCurrency({ usd, each }: { readonly usd: number; readonly each: number }): ReactElement | null {
  const currency = useScenario(({ shown }) => shown.currency);
  if (currency.code === "USD") return null;
  return (
    <p className="mt-1 min-h-5 text-sm">
      <Suspense>
        <Converted usd={usd} currency={currency} period="a month" withRate />
        {each === usd ? null : (
          <>
            ; each developer <Converted usd={each} currency={currency} />
          </>
        )}
      </Suspense>
    </p>
  );
}

/** On a phone: the sentence in a bar that stays in sight while inputs scroll. */
export function ResultBar(): ReactElement {
  const { headline, verdict } = useScenario(({ shown }) => answerTo(shown));
  const stale = useScenario(selectIsStale);
  return (
    <aside
      aria-label="The answer, always in sight"
      className="fixed inset-x-0 bottom-0 z-10 max-h-[20vh] overflow-y-auto border-t border-line bg-card px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] text-sm shadow-lg lg:hidden [@media(max-height:400px)]:static"
    >
      <p className="text-pretty">
        <strong className="font-semibold">{headline}.</strong> <span className="text-soft">{verdict}</span>
      </p>
      <StaleMark stale={stale} />
    </aside>
  );
}

function StaleMark({ stale }: { readonly stale: boolean }): ReactElement | null {
  return stale ? (
    <p className="mt-1 text-sm font-medium text-warn">Not updated: an input cannot be used. These are the last valid figures.</p>
  ) : null;
}
