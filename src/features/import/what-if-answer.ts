import { useEffect, useRef, useState } from "react";
import { askLog } from "../../state/usage-store.ts";
import { useUsageStore } from "../../state/use-usage-store.ts";
import type { AnswerTo, LogQuestion } from "../../usage-import/log-worker-protocol.ts";

/** What the log says to a question; while another is asked, the last answer beside the question that it belongs to. */
export interface LogAnswer<Question extends LogQuestion> {
  readonly answered: { readonly question: Question; readonly answer: AnswerTo<Question> } | null;
  /** Whether the answer is still to come, or that of another question. */
  readonly isWaiting: boolean;
  readonly hasFailed: boolean;
}

/** Milliseconds: a slider that moves asks once it rests. */
const REST = 120;

type Held<Question extends LogQuestion> = {
  /** The log and the question that was asked. */
  readonly report: unknown;
  readonly key: string;
  readonly answered: LogAnswer<Question>["answered"];
  readonly hasFailed: boolean;
};

/**
 * Asks the log that was read, the first question at once and each later one at rest; only the answer to the last one asked counts.
 * @param question asked again where its values differ; null asks nothing
 */
export function useLogAnswer<Question extends LogQuestion>(question: Question | null): LogAnswer<Question> {
  const report = useUsageStore((state) => state.report);
  const [held, setHeld] = useState<Held<Question> | null>(null);
  const key = question === null ? null : JSON.stringify(question);
  const hasAsked = useRef(false);
  useEffect(() => {
    if (key === null) return;
    let isLast = true;
    const asked = JSON.parse(key) as Question;
    const hold = (answered: LogAnswer<Question>["answered"]): void => {
      if (isLast) setHeld({ report, key, answered, hasFailed: answered === null });
    };
    const ask = (): void => {
      hasAsked.current = true;
      askLog(asked).then(
        (answer) => hold({ question: asked, answer }),
        // Its words are not shown: they might repeat the log's.
        () => hold(null),
      );
    };
    const timer = setTimeout(ask, hasAsked.current ? REST : 0);
    return () => {
      isLast = false;
      clearTimeout(timer);
    };
  }, [key, report]);
  // Of a log that is gone nothing is shown.
  const current = held?.report === report ? held : null;
  return {
    answered: current?.answered ?? null,
    isWaiting: key !== null && current?.key !== key,
    hasFailed: current?.key === key && current?.hasFailed === true,
  };
}
