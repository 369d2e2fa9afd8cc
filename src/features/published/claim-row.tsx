import type { ReactElement } from "react";
import type { ClaimStatus } from "../../scenario/published/judge-claim.ts";
import { Unbroken } from "../../ui/unbroken.tsx";
import { type ClaimView, STATUS_WORDS } from "./combine-published.ts";

const LOOKS: Readonly<Record<ClaimStatus, string>> = {
  agrees: "border-good text-good",
  rounds: "border-edge text-ink",
  range: "border-edge text-ink",
  disagrees: "border-bad text-bad",
};

/** How a claim stands to ours: a mark and a word, so that no colour is needed to tell. */
export function StatusMark({ status }: { readonly status: ClaimStatus }): ReactElement {
  const { name, mark } = STATUS_WORDS[status];
  return (
    <span className={`inline-flex items-baseline gap-1 rounded-sm border px-1 text-sm font-medium ${LOOKS[status]}`}>
      <span aria-hidden="true">{mark}</span>
      {name}
    </span>
  );
}

/** One claim: what is said with its inputs, the figures side by side, how they stand to each other and why. */
export function ClaimRow({ claim }: { readonly claim: ClaimView }): ReactElement {
  const { id, says, inputs, assumes, status, reason, source } = claim;
  return (
    <li
      id={id}
      className="grid scroll-mt-4 break-inside-avoid grid-cols-1 gap-x-8 gap-y-3 border-t border-line py-4 text-sm lg:grid-cols-3"
    >
      <div className="grid content-start gap-1">
        <h3 className="font-medium text-pretty">
          <Unbroken text={says} /> <span className="font-normal text-soft">({id})</span>
        </h3>
        <p className="text-soft">
          From: <Unbroken text={inputs} />.
        </p>
        {assumes === null ? null : (
          <p className="text-soft">
            We assume: <Unbroken text={assumes} />.
          </p>
        )}
      </div>
      <Figures claim={claim} />
      <div className="grid content-start justify-items-start gap-1">
        <StatusMark status={status} />
        {reason === null ? null : (
          <p className="text-pretty">
            <Unbroken text={reason} />
          </p>
        )}
        <Opens claim={claim} />
        <p className="text-soft">Source: {source}</p>
      </div>
    </li>
  );
}

function Figures({ claim: { id, figures } }: { readonly claim: ClaimView }): ReactElement {
  return (
    <table className="w-full table-fixed border-collapse self-start">
      <caption className="sr-only">{id}: published and exact</caption>
      <thead className="text-xs text-soft">
        <tr>
          <th scope="col" className="text-start">
            <span className="sr-only">What</span>
          </th>
          <th scope="col" className="w-[32%] px-2 pb-1 text-end align-bottom font-medium">
            Published
          </th>
          <th scope="col" className="w-[32%] pb-1 text-end align-bottom font-medium">
            Ours
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, label, published, ours }) => (
          <tr key={key} className="align-baseline">
            <th scope="row" className="py-0.5 text-start font-normal text-soft">
              {label}
            </th>
            <td className="px-2 py-0.5 text-end">{published}</td>
            <td className="py-0.5 text-end font-medium">{ours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Opens({ claim: { id, link, look } }: { readonly claim: ClaimView }): ReactElement {
  return (
    <p>
      <a href={`../#${link}`} className="font-medium text-accent underline underline-offset-2">
        Open<span className="sr-only"> {id} in the calculator</span>
      </a>
      , and look at: <Unbroken text={look} />.
    </p>
  );
}
