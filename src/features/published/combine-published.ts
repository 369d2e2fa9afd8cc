import { serializeScenario } from "../../scenario/link.ts";
import { CLAIM_STATUSES, type ClaimStatus, type JudgedClaim, judgeClaim } from "../../scenario/published/judge-claim.ts";
import { guideOf, type PublishedClaim, SUBJECTS, type SubjectId } from "../../scenario/published/published-claim.ts";
import { labelWords, ourWords, publishedWords } from "./claim-values.ts";

/** How a claim stands to ours, in a word with a mark, and what that word means. */
export const STATUS_WORDS: Readonly<
  Record<ClaimStatus, { readonly name: string; readonly mark: string; readonly meaning: string }>
> = {
  agrees: {
    name: "agrees",
    mark: "✓",
    meaning: "the published figure is ours, or its range holds ours, from the guide's own inputs",
  },
  rounds: { name: "rounds", mark: "≈", meaning: "the published figure is ours, rounded to the digits printed" },
  range: {
    name: "range",
    mark: "↔",
    meaning: "inputs are left open: with what we assume, ours lies in the published range or shape",
  },
  disagrees: { name: "disagrees", mark: "≠", meaning: "the published figure does not follow from its own inputs" },
};

/** One figure of a claim in words. */
export interface FigureView {
  readonly key: string;
  readonly label: string;
  readonly published: string;
  readonly ours: string;
}

/** One claim as the page shows it. */
export interface ClaimView extends Pick<JudgedClaim, "id" | "says" | "inputs" | "status" | "look"> {
  readonly figures: readonly FigureView[];
  readonly assumes: string | null;
  readonly reason: string | null;
  readonly source: string;
  /** What stands behind the `#` of the calculator's address. */
  readonly link: string;
}

/** The claims about one subject. */
export interface SubjectView {
  readonly id: SubjectId;
  readonly title: string;
  readonly claims: readonly ClaimView[];
}

/** How many claims stand so, and which: their ids. */
export interface StatusCount {
  readonly status: ClaimStatus;
  readonly ids: readonly string[];
}

/** Published claims as the page shows them. */
export interface PublishedView {
  readonly counts: readonly StatusCount[];
  readonly subjects: readonly SubjectView[];
}

/** The claims worked out, in words, by subject; a subject that none is about has no part. @throws RangeError as `estimate` */
export function combinePublished(claims: readonly PublishedClaim[]): PublishedView {
  const judged = claims.map(judgeClaim);
  const subjects = Object.entries(SUBJECTS) as [SubjectId, string][];
  return {
    counts: CLAIM_STATUSES.map((status) => ({
      status,
      ids: judged.filter((claim) => claim.status === status).map(({ id }) => id),
    })),
    subjects: subjects
      .map(([id, title]) => ({ id, title, claims: judged.filter(({ subject }) => subject === id).map(claimView) }))
      .filter(({ claims: about }) => about.length > 0),
  };
}

function claimView(claim: JudgedClaim): ClaimView {
  const { id, says, inputs, status, look, assumes = null, reason = null, scenario } = claim;
  const figures = claim.figures.map((figure) => ({
    key: figure.key,
    label: labelWords(figure),
    published: publishedWords(figure),
    ours: ourWords(figure),
  }));
  return { id, says, inputs, status, look, assumes, reason, figures, source: guideOf(claim), link: serializeScenario(scenario) };
}
