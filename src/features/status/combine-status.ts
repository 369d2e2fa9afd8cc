import type { Estimate } from "../../scenario/estimate.ts";
import { formatAboutChange } from "../../ui/format-changes.ts";
import { formatAboutUsd } from "../../ui/format-money.ts";

/** What a rest of the input is announced by. */
export interface StatusFacts {
  readonly estimate: Pick<Estimate, "perMonth" | "profiles">;
  /** The month that was told last, or that the page opened with: USD, unrounded. */
  readonly before: number;
  /** Whether the figures are those of an earlier input, because the present one cannot be used. */
  readonly isStale: boolean;
  /** Whether the last change was a step taken back or made again; null for a change of the person's own. */
  readonly way: "undo" | "redo" | null;
}

const WAYS = { undo: "Undone: ", redo: "Redone: " } as const;

/**
 * The total, how far it moved and which way, for a screen reader.
 * @example "About $4,210 a month on the API, up $310."
 */
export function combineStatus({ estimate, before, isStale, way }: StatusFacts): string {
  const month = `${formatAboutUsd(estimate.perMonth)} a month on the API`;
  const about = isLowerBound(estimate) ? "at least" : "about";
  if (isStale) return `Not updated: an input cannot be used. It is still ${about} ${month}.`;
  const said = `${about} ${month}, ${changeInWords(before, estimate.perMonth)}.`;
  return way === null ? said.charAt(0).toUpperCase() + said.slice(1) : `${WAYS[way]}${said}`;
}

function changeInWords(before: number, after: number): string {
  const change = formatAboutChange(before, after);
  if (change === "$0") return "unchanged";
  return `${after > before ? "up" : "down"} ${change}`;
}

function isLowerBound({ profiles }: Pick<Estimate, "profiles">): boolean {
  return profiles.some(({ models }) => models.some(({ share, session }) => share > 0 && session.lowerBound));
}
