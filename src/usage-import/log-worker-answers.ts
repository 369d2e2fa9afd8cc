import { profileOfLog } from "./log-profile.ts";
import { summarizeLog } from "./log-summary.ts";
import { dayIn } from "./log-worker-days.ts";
import type { LogAnswers, LogQuestion } from "./log-worker-protocol.ts";
import type { MeasuredLog } from "./measured-log.ts";
import { breakEvenShare } from "./needs-under.ts";
import { repriceLog } from "./what-if.ts";

/** What a log says to a question. @throws RangeError for a value that a question cannot have */
export function answerTo(log: MeasuredLog, question: LogQuestion): LogAnswers[keyof LogAnswers] {
  switch (question.kind) {
    case "summary":
      return summarizeLog(log, { dayOf: dayIn(question.zone), today: question.today });
    case "what-if":
      return repriceLog(log, question.change);
    case "break-even-share":
      return breakEvenShare(log, question);
    case "profile":
      return profileOfLog(log, { dayOf: dayIn(question.zone), outputKeptShare: question.outputKeptShare });
  }
}
