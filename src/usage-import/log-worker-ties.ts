import { createLogCollector } from "./log-collector.ts";
import { readLogLine, trimLine } from "./log-line.ts";
import { DOUBLE, LINE_DOUBLES, type LogRows, ROW_DOUBLES, ROW_WORDS, WORD } from "./log-scan-rows.ts";
import type { LogPart } from "./log-worker-part.ts";

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

interface Place {
  readonly file: number;
  readonly from: number;
  readonly length: number;
}

/** Decides between lines that only their text tells apart: these few are read again. */
export async function resolveTies(rows: LogRows, parts: readonly LogPart[]): Promise<void> {
  if (rows.contested.size === 0) return;
  for (const [response, places] of contestedPlaces(rows)) {
    const collector = createLogCollector();
    for (const place of places) {
      const text = trimLine(await textAt(place, parts));
      const read = readLogLine(text);
      if (read !== null && "record" in read) collector.add(read.record, { path: null, line: 1, raw: () => text });
    }
    const winner = collector.responses()[0]?.winner;
    if (winner) rows.records.set(response, winner);
  }
  rows.contested.clear();
}

function contestedPlaces({ contested, words, doubles, lines, lineCount }: LogRows): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  for (const response of contested) {
    const [file = 0, length = 0] = [words[response * ROW_WORDS + WORD.file], words[response * ROW_WORDS + WORD.length]];
    places.set(response, [{ file, from: doubles[response * ROW_DOUBLES + DOUBLE.from] ?? 0, length }]);
  }
  for (let line = 0; line < lineCount; line += 1) {
    const [response = 0, file = 0, from = 0, length = 0] = lines.subarray(line * LINE_DOUBLES, (line + 1) * LINE_DOUBLES);
    places.get(response)?.push({ file, from, length });
  }
  return places;
}

async function textAt({ file, from, length }: Place, parts: readonly LogPart[]): Promise<string> {
  const part = parts.find(({ firstFile, files }) => file >= firstFile && file < firstFile + files.length);
  try {
    const bytes = await part?.blob.slice(from, from + length).arrayBuffer();
    return bytes ? utf8.decode(bytes) : "";
  } catch {
    // Gone since: what was kept of the lines stands.
    return "";
  }
}
