import type { ReactElement } from "react";
import { GUIDES } from "../../scenario/published/published-claim.ts";
import { PUBLISHED_CLAIMS } from "../../scenario/published/published-claims.ts";
import { SectionCard } from "../../ui/section-card.tsx";
import { ClaimRow, StatusMark } from "./claim-row.tsx";
import { combinePublished, STATUS_WORDS, type StatusCount } from "./combine-published.ts";

/** The page that sets what public guides publish beside our exact figures. Drawn at build: no script, no store. */
export function PublishedPage(): ReactElement {
  const { counts, subjects } = combinePublished(PUBLISHED_CLAIMS);
  return (
    <main className="grid grid-cols-1 gap-6">
      <Opening />
      <SectionCard title={`${PUBLISHED_CLAIMS.length} claims`} level={2}>
        <Counts counts={counts} />
      </SectionCard>
      {subjects.map(({ id, title, claims }) => (
        <SectionCard key={id} title={title} level={2} aside={<span className="text-sm text-soft">{claims.length} claims</span>}>
          <ul className="grid grid-cols-1">
            {claims.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} />
            ))}
          </ul>
        </SectionCard>
      ))}
    </main>
  );
}

function Opening(): ReactElement {
  return (
    <div className="grid max-w-prose gap-2 text-sm">
      <h1 className="text-xl font-semibold">Checked against published figures</h1>
      <p>
        What public guides say that Claude and Claude Code cost, in our words, each beside the exact figure that this calculator
        works out from the same inputs. Every row opens in the calculator, and is a test: one that no longer holds stops the
        build.
      </p>
      <p className="text-soft">
        Prices are those of a day on which the models named were served: 2026-02-01 for Haiku 3.5, Sonnet 4 and Opus 4, 2026-11-20
        for the others. The guides, by the letter of a claim:
      </p>
      <ul className="text-soft">
        {Object.entries(GUIDES).map(([letter, title]) => (
          <li key={letter}>
            {letter}: {title}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Counts({ counts }: { readonly counts: readonly StatusCount[] }): ReactElement {
  return (
    <dl className="grid grid-cols-1 gap-3 text-sm sm:grid-cols-2">
      {counts.map(({ status, ids }) => (
        <div key={status}>
          <dt className="flex items-baseline gap-2">
            <strong className="text-lg font-semibold">{ids.length}</strong>
            <StatusMark status={status} />
          </dt>
          <dd>{STATUS_WORDS[status].meaning}</dd>
          <dd className="mt-1 flex flex-wrap gap-x-2 text-soft">
            {ids.map((id) => (
              <a key={id} href={`#${id}`} className="inline-flex min-h-6 min-w-6 items-center underline underline-offset-2">
                {id}
              </a>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
