import type { WorkKindId } from "./work-kind.ts";

/** Why plans do not serve a kind of work, in the terms of public guides' decision tables. */
export type WhyNot = "access" | "cost-control" | "batch-discount";

/** One kind of work. */
export interface WorkKind {
  readonly id: WorkKindId;
  readonly name: string;
  /** What is meant, in words. */
  readonly words: string;
  /** Empty where plans serve it. */
  readonly whyNot: readonly { readonly reason: WhyNot; readonly words: string }[];
  /** Whether the monthly API credit of Max and Ultra can be set against it. The credit is never for Claude Code. */
  readonly apiCredit: "covers" | "unresolved" | "never";
  /** What has to stand beside the verdict. */
  readonly note: string | null;
}

const OWN_KEY = {
  reason: "access",
  words: "A plan is one person's access to Claude's own apps. A program that calls Claude needs an API key.",
} as const;

/** The six kinds, in the order in which they are asked. */
export const workKinds: readonly WorkKind[] = [
  {
    id: "interactive",
    name: "Interactive coding",
    words: "You sit at Claude Code, in a terminal or an editor, on most days.",
    whyNot: [],
    apiCredit: "never",
    note: null,
  },
  {
    id: "headless",
    name: "Headless and CI",
    words: "Claude Code or the Agent SDK without a person: scripts, pipelines, scheduled runs.",
    whyNot: [
      { reason: "access", words: "A pipeline runs under no person's login. It needs a key of its own." },
      {
        reason: "cost-control",
        words: "On the API each pipeline can have a key and a spending limit; a plan's limit is one for everything.",
      },
    ],
    apiCredit: "unresolved",
    note: "The credit covers the Agent SDK and not Claude Code. Whether claude -p counts as one or the other, or under the plan's limits, is unresolved.",
  },
  {
    id: "app",
    name: "An app that calls Claude",
    words: "Your own software sends requests to the API.",
    whyNot: [
      OWN_KEY,
      {
        reason: "cost-control",
        words: "The API says what each request, feature and user costs; a plan says only how much of it is left.",
      },
    ],
    apiCredit: "covers",
    note: null,
  },
  {
    id: "batch",
    name: "Batch items",
    words: "Many items that can wait for up to a day: classifying, extracting, summarising.",
    whyNot: [OWN_KEY, { reason: "batch-discount", words: "Batch on the API costs half. No plan has that discount." }],
    apiCredit: "covers",
    note: "That the credit also pays for batches is inferred: they are part of the Messages API, which it is for.",
  },
  {
    id: "chatbot",
    name: "A chatbot for customers",
    words: "People outside talk to Claude through your site or product.",
    whyNot: [
      { reason: "access", words: "A plan is for the person who holds it. Customers can be served through the API only." },
      {
        reason: "cost-control",
        words: "On the API each customer's use can be measured and capped; a plan's limit would be shared by all.",
      },
    ],
    apiCredit: "covers",
    note: null,
  },
  {
    id: "sporadic",
    name: "Now and then",
    words: "You use Claude Code on a few days a month, with weeks of nothing between.",
    whyNot: [],
    apiCredit: "never",
    note: "A plan's fee is due in an idle month too, and what a week leaves unused is lost; the API bills only what is used.",
  },
];

/** A kind of work by its id. @throws RangeError for none: our mistake */
export function workKindById(id: string): WorkKind {
  const kind = workKinds.find((candidate) => candidate.id === id);
  if (!kind) throw new RangeError(`work: "${id}" is not one of ${workKinds.map((one) => one.id).join(", ")}`);
  return kind;
}
