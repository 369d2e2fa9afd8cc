import { parseNumber } from "../lib/parse-number.ts";
import type { FullUsage, Usage } from "../pricing/usage.ts";
import { MOST_IN_TOTAL, readCount } from "./counts.ts";

/** What one model's line of a print says. */
export interface PrintedModel {
  readonly model: string;
  /** Cache writes stand in `cacheWrite5m`: a print never says how long they lived. */
  readonly usage: FullUsage;
  /** Half of the last printed digit, in tokens. */
  readonly slack: Usage;
  /** USD, where the version prints them. */
  readonly usd: PrintedUsd | null;
}

/** An amount as printed. */
export interface PrintedUsd {
  readonly usd: number;
  /** Half of its last printed digit, USD. */
  readonly slackUsd: number;
}

const NUMBER = "[\\d.,]{1,30}[kmb]?";
const MODEL_LINE = new RegExp(
  `^(\\S{1,200}?):(${NUMBER})input,(${NUMBER})output,(${NUMBER})cacheread,(${NUMBER})cachewrite(?:,(${NUMBER})websearch(?:es)?)?(?:\\(\\$([\\d.,]{1,30})\\))?`,
  "i",
);

/**
 * Reads a model's line, blanks taken out; null where it is none, or a count in it is none.
 * @example readModelLine("claude-x:1.2koutput") //=> null
 */
export function readModelLine(compact: string): PrintedModel | null {
  const form = MODEL_LINE.exec(compact);
  if (!form) return null;
  const [, model = "", ...printed] = form;
  const counts = printed.map((text) => readPrinted(text ?? "0"));
  const [input, output, cacheRead, cacheWrite5m, webSearches] = counts;
  if (!input || !output || !cacheRead || !cacheWrite5m || !webSearches) return null;
  return {
    model,
    usage: {
      input: input.count,
      output: output.count,
      cacheRead: cacheRead.count,
      cacheWrite5m: cacheWrite5m.count,
      cacheWrite1h: 0,
      webSearches: webSearches.count,
    },
    slack: { input: input.slack, output: output.slack, cacheRead: cacheRead.slack, cacheWrite5m: cacheWrite5m.slack },
    usd: printed[5] === undefined ? null : readPrintedUsd(printed[5]),
  };
}

/** Whether a line wants to be a model's line and could not be read as one. */
export function looksLikeModelLine(compact: string): boolean {
  return /^\S{1,200}?:\S{0,60}input,/i.test(compact);
}

/** A printed amount without its sign, or null. @example readPrintedUsd("0.55") //=> { usd: 0.55, slackUsd: 0.005 } */
export function readPrintedUsd(text: string): PrintedUsd | null {
  const usd = parseNumber(text);
  return usd === null || usd > 1e12 ? null : { usd, slackUsd: 0.5 * 10 ** -decimalsOf(text) };
}

const PLACES: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 };

// 940.0k stands for anything from 939,950 to 940,050; a count without a letter is exact.
function readPrinted(text: string): { readonly count: number; readonly slack: number } | null {
  const count = readCount(parseNumber(text) ?? Number.NaN, MOST_IN_TOTAL);
  const places = PLACES[text.slice(-1).toLowerCase()];
  return count === null ? null : { count, slack: places === undefined ? 0 : 0.5 * 10 ** (places - decimalsOf(text)) };
}

function decimalsOf(text: string): number {
  return (/\.(\d*)/.exec(text)?.[1] ?? "").length;
}
