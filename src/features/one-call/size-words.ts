import { tokenizerGrowth, tokenSizes } from "../../rates/token-sizes.ts";
import { formatExact, formatTokens } from "../../ui/format-count.ts";
import { type CountedFor, type CountedKind, sizeOf, type TextCounts, type TokenRange } from "./text-size.ts";

/** @example rangeInWords({ low: 900, used: 1_200, high: 1_600 }) //=> "About 1,200 tokens (900–1,600)" */
export function rangeInWords({ low, used, high }: TokenRange): string {
  return `About ${formatTokens(used)} ${used === 1 ? "token" : "tokens"} (${formatTokens(low)}–${formatTokens(high)})`;
}

/** What was counted in a text. @example "4,800 characters, 900 words, 12 lines" */
export function countsInWords({ characters, otherCharacters, words, lines }: TextCounts): string {
  const all = characters + otherCharacters;
  return [
    `${formatTokens(all)} ${all === 1 ? "character" : "characters"}`,
    `${formatTokens(words)} ${words === 1 ? "word" : "words"}`,
    `${formatTokens(lines)} ${lines === 1 ? "line" : "lines"}`,
  ].join(", ");
}

/** How the estimate of a text is made and how far it may be wrong, in sentences. */
export function textMethod({ otherCharacters }: TextCounts, countedFor: CountedFor): readonly string[] {
  const { source } = tokenSizes.character;
  const line = tokenSizes["code-line"];
  const other = `${formatTokens(otherCharacters)} characters are of another script: about one token each, up to two (assumed).`;
  return [
    "There is no public tokenizer of Claude: this is an estimate.",
    `4 characters are about one token (${source}); the range is as wide as that of a line of code, ${formatExact(line.low)}–${formatExact(line.high)} around ${formatExact(line.used)}.`,
    ...(otherCharacters > 0 ? [other] : []),
    ...growthInWords(countedFor),
  ];
}

/** How so many words, lines or files are made tokens, in sentences. */
export function kindMethod(kind: CountedKind, countedFor: CountedFor): readonly string[] {
  const { used, low, high, source, origin } = sizeOf(kind);
  const range = low === high ? "" : `, ${formatExact(low)}–${formatExact(high)}`;
  return [`${formatExact(used)} tokens each${range} (${origin}: ${source}).`, ...growthInWords(countedFor)];
}

function growthInWords({ isLaterTokenizer, factor }: CountedFor): readonly string[] {
  if (!isLaterTokenizer) return [];
  const { low, high, source } = tokenizerGrowth;
  return [
    `Counted before Opus 4.7 and multiplied by ${formatExact(factor)}, your tokenizer factor, the range by ${formatExact(low)} to ${formatExact(high)} (${source}).`,
  ];
}
