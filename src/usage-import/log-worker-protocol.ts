import type { IsoDay } from "../lib/calendar.ts";
import type { LogProfile, ProfileOptions } from "./log-profile.ts";
import type { FirstTotals } from "./log-scan-totals.ts";
import type { LogSummary } from "./log-summary.ts";
import type { FileShare } from "./log-worker-parts.ts";
import type { ModelPair } from "./needs-under.ts";
import type { MeasuredUsage } from "./usage-format.ts";
import type { LogChange, Repriced } from "./what-if.ts";

/** A file that was dropped, under the path by which files, projects and subagents are told apart. */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

/** What a read came to: with what was read before, where it was asked to add. */
export interface ReadReport {
  readonly files: number;
  readonly bytes: number;
  /** Responses of the API, each counted once. */
  readonly responses: number;
  /** Totals by model, the dearest first, and the first hundred problems. `format` is null where no response was found. */
  readonly usage: MeasuredUsage;
  /** All problems, the unnamed ones included. */
  readonly problemCount: number;
  /** Responses whose output can only be too low. */
  readonly lowerBoundCount: number;
}

/** Whose midnight ends a day. */
export type Zone = "local" | "utc";

/** What can be asked of the log that a worker holds. */
export interface LogQuestions {
  readonly summary: { readonly kind: "summary"; readonly zone: Zone; readonly today: IsoDay };
  readonly "what-if": { readonly kind: "what-if"; readonly change: LogChange };
  readonly "break-even-share": { readonly kind: "break-even-share" } & ModelPair;
  readonly profile: { readonly kind: "profile"; readonly zone: Zone } & Omit<ProfileOptions, "dayOf">;
}

/** The answers, by kind of question: plain data, bounded in size. */
export interface LogAnswers {
  readonly summary: LogSummary;
  readonly "what-if": Repriced;
  readonly "break-even-share": number | null;
  readonly profile: LogProfile | null;
}

export type LogQuestion = LogQuestions[keyof LogQuestions];

export type AnswerTo<Question extends LogQuestion> = LogAnswers[Question["kind"]];

/** What the page tells a worker. */
export type WorkerOrder =
  /** Two threads read together: the one that leads gets what the other has read. */
  | { readonly kind: "pair"; readonly port: MessagePort; readonly leads: boolean }
  | { readonly kind: "read"; readonly id: number; readonly add: boolean }
  /** Files of the read, the first of them long before the last; null = no more come. */
  | { readonly kind: "share"; readonly id: number; readonly share: FileShare | null }
  | { readonly kind: "stop"; readonly id: number }
  | { readonly kind: "ask"; readonly id: number; readonly question: LogQuestion };

/** What a worker tells the page. */
export type WorkerNote =
  | { readonly kind: "progress"; readonly id: number; readonly bytes: number }
  | { readonly kind: "totals"; readonly id: number; readonly totals: FirstTotals }
  | { readonly kind: "done"; readonly id: number; readonly value: ReadReport | LogAnswers[keyof LogAnswers] }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string; readonly isRange: boolean };
