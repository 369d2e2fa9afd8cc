import { totalsOfRows } from "./log-scan-totals.ts";
import type { LogPart } from "./log-worker-part.ts";
import { createQueue } from "./log-worker-queue.ts";
import { handedRead, joinReads, type LogRead, readParts } from "./log-worker-read.ts";

const ROUNDS = 12;
const RESPONSES = 250;
const MODELS = ["claude-opus-4-8", "claude-sonnet-4-6", "claude-haiku-4-5-20251001"];

/**
 * Reads a made-up log a few times, so that the browser has compiled what reads logs before there are any: in its first half second a
 * thread runs at half its speed, and what compiles takes the other half. Ends early when it is no longer wanted.
 */
export async function warmUp({ isWanted }: { readonly isWanted: () => boolean }): Promise<void> {
  const blob = new Blob([madeUpLog(RESPONSES)]);
  for (let round = 0; round < ROUNDS && isWanted(); round += 1) {
    const read = await readBlob(blob);
    const other = await readBlob(blob);
    const joined = await joinReads(read, handedRead(other));
    totalsOfRows(joined.rows);
    // Messages are heard in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function readBlob(blob: Blob): Promise<LogRead> {
  const queue = createQueue<LogPart>();
  queue.put({ blob, files: [{ path: "", size: blob.size }], firstFile: 0 });
  queue.end();
  return readParts(queue.next, { isStopped: () => false, onProgress: () => {} });
}

/** A log with so many responses, two lines each, as Claude Code writes them as far as speed is concerned. */
export function madeUpLog(responses: number): string {
  const lines: string[] = [];
  for (let response = 0; response < responses; response += 1) {
    const said = JSON.stringify({ type: "user", toolUseResult: `${"a word, \n".repeat(30)}${response}` });
    for (const output of [1, 200]) lines.push(said, assistantLine(response, output));
  }
  return lines.join("\n");
}

function assistantLine(response: number, output: number): string {
  const counts = { input_tokens: 4, cache_creation_input_tokens: 900, cache_read_input_tokens: 30_000, output_tokens: output };
  const usage = { ...counts, cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 900 } };
  return JSON.stringify({
    message: { model: MODELS[response % MODELS.length], id: `msg_${response}`, content: [], stop_reason: "tool_use", usage },
    type: "assistant",
    sessionId: `session ${response % 7}`,
    timestamp: new Date(1_790_000_000_000 + response * 4_000_000 + output).toISOString(),
    version: "2.1.100",
  });
}
