import type { LoggedResponse } from "./log-collector.ts";
import { DOUBLE, type LogRows, ROW_DOUBLES, ROW_WORDS, recordIn, WORD } from "./log-scan-rows.ts";

/** The responses in order of time, as a collector gives them, each made as it is asked for. */
export function* responsesIn(rows: LogRows): Generator<LoggedResponse, void, undefined> {
  const { words, doubles, names, paths, records } = rows;
  const idOf = rows.ids.texts();
  const firstAt = new Float64Array(rows.count);
  for (let number = 1; number < rows.count; number += 1) {
    const at = doubles[number * ROW_DOUBLES + DOUBLE.firstAt] ?? Number.NaN;
    firstAt[number] = Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
  }
  const order = Uint32Array.from({ length: rows.count - 1 }, (_, index) => index + 1);
  order.sort((one, other) => {
    const at = firstAt[one] ?? 0;
    const otherAt = firstAt[other] ?? 0;
    if (at !== otherAt) return at - otherAt;
    return (idOf(one) ?? "") < (idOf(other) ?? "") ? -1 : 1;
  });
  for (const number of order) {
    const at = firstAt[number] ?? 0;
    const from = number * ROW_WORDS;
    yield {
      winner: records.get(number) ?? recordIn(rows, { identity: idOf(number) ?? "", response: number }),
      first: {
        at: Number.isFinite(at) ? at : null,
        sessionId: names.textOf(words[from + WORD.firstSession] ?? 0),
        path: paths[words[from + WORD.firstFile] ?? 0] ?? null,
        line: words[from + WORD.firstLine] ?? 0,
      },
    };
  }
}
