/** What work is for. */
export type WorkKindId = "interactive" | "headless" | "app" | "batch" | "chatbot" | "sporadic";

/** The kinds of work, in the order in which they are asked. */
export const WORK_KIND_IDS: readonly WorkKindId[] = ["interactive", "headless", "app", "batch", "chatbot", "sporadic"];

/** Whether a plan's limits cover a kind of work at all: they cover a person at Claude Code, not programs. */
export function isServedByPlans(work: WorkKindId): boolean {
  return work === "interactive" || work === "sporadic";
}
