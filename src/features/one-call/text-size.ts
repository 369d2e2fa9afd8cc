import { type FileKindId, fileSizes } from "../../rates/file-sizes.ts";
import { type TokenSize, tokenizerGrowth, tokenSizes } from "../../rates/token-sizes.ts";

/** What is counted in a text. The text itself is not kept. */
export interface TextCounts {
  /** Latin letters, digits, signs, blanks and line ends. */
  readonly characters: number;
  /** Characters of other scripts. */
  readonly otherCharacters: number;
  readonly words: number;
  /** Lines that are not empty. */
  readonly lines: number;
}

/** Tokens with the range that they are likely to be in. */
export type TokenRange = Pick<TokenSize, "low" | "used" | "high">;

/** What a person can count without the text. */
export type CountedKind = "word" | "character" | "code-line" | "markdown-line" | FileKindId;

/** How a model counts: by which tokenizer, and how much more the later one makes of the same text. */
export interface CountedFor {
  readonly isLaterTokenizer: boolean;
  /** Tokens of the later tokenizer for one of the earlier, 1–1.35. */
  readonly factor: number;
}

const BLANK = /\s/;
// Latin letters end with Latin Extended-B; dashes, quotes, arrows and the like stand far behind them.
const LAST_LATIN = 0x24f;
const SIGNS: readonly [from: number, to: number] = [0x2000, 0x2bff];

/** Counts a text in one pass. @example countText("two words\n") //=> { characters: 10, otherCharacters: 0, words: 2, lines: 1 } */
export function countText(text: string): TextCounts {
  let [characters, otherCharacters, words, lines, isInWord, isInLine] = [0, 0, 0, 0, false, false];
  for (const character of text) {
    const isBlank = BLANK.test(character);
    if (isOfOtherScript(character)) otherCharacters += 1;
    else characters += 1;
    if (!(isBlank || isInWord)) words += 1;
    isInWord = !isBlank;
    if (!(isBlank || isInLine)) lines += 1;
    isInLine = character === "\n" ? false : isInLine || !isBlank;
  }
  return { characters, otherCharacters, words, lines };
}

// Assumed: no source was found that counts other scripts for Claude. A character of them takes about one token, sometimes two.
const OTHER_CHARACTER: TokenRange = { low: 0.25, used: 1, high: 2 };

/**
 * About how many tokens a text makes: 4 characters to a token, the range as wide as that of a line of code; where its words alone would make
 * more, up to that.
 *
 * @example 4,000 characters of the earlier tokenizer: 1,000 tokens, 769–1,230
 */
export function tokensOfText({ characters, otherCharacters, words }: TextCounts, countedFor: CountedFor): TokenRange {
  const latin = withRange(tokenSizes.character);
  const at = (end: keyof TokenRange): number => characters * latin[end] + otherCharacters * OTHER_CHARACTER[end];
  return scaled({ low: at("low"), used: at("used"), high: Math.max(at("high"), words * tokenSizes.word.used) }, countedFor);
}

/** About how many tokens so many words, lines or files make. @example 100 lines of code of the earlier tokenizer: 650 tokens, 500–800 */
export function tokensOfCount(kind: CountedKind, count: number, countedFor: CountedFor): TokenRange {
  const size = withRange(sizeOf(kind));
  return scaled({ low: count * size.low, used: count * size.used, high: count * size.high }, countedFor);
}

/** The size that a kind is counted by, with its source. */
export function sizeOf(kind: CountedKind): Pick<TokenSize, "what" | "low" | "used" | "high" | "origin" | "source"> {
  const file = fileSizes.find(({ id }) => id === kind);
  return file ?? tokenSizes[kind as Exclude<CountedKind, FileKindId>];
}

function isOfOtherScript(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return point > LAST_LATIN && (point < SIGNS[0] || point > SIGNS[1]);
}

// A source that gives one number for all texts has a range that it does not say: that of a line of code stands in for it.
function withRange({ low, used, high }: TokenRange): TokenRange {
  if (low < high) return { low, used, high };
  const line = tokenSizes["code-line"];
  return { low: (used * line.low) / line.used, used, high: (used * line.high) / line.used };
}

// Three digits: a finer figure would claim too much.
function scaled({ low, used, high }: TokenRange, { isLaterTokenizer, factor }: CountedFor): TokenRange {
  const [least, most] = isLaterTokenizer ? [tokenizerGrowth.low, tokenizerGrowth.high] : [1, 1];
  const round = (tokens: number): number => Math.max(tokens > 0 ? 1 : 0, Math.round(Number(tokens.toPrecision(3))));
  return { low: round(low * least), used: round(used * (isLaterTokenizer ? factor : 1)), high: round(high * most) };
}
