const NARROW = /[fijlrtI.,:;'|!()[\] ]/;
const WIDE = /[mwMW@%]/;

/**
 * About how wide a text of a chart is, in CSS pixels at the 12 px of all chart text; rather too much than too little.
 * Reckoned, not measured: asking the page would make it lay itself out again while a slider moves.
 */
export function textWidth(text: string): number {
  return Math.ceil(Array.from(text).reduce((sum, letter) => sum + letterWidth(letter), 0));
}

function letterWidth(letter: string): number {
  if (letter > "\u2e80") return 12;
  if (NARROW.test(letter)) return 4.2;
  if (WIDE.test(letter)) return 11;
  return letter >= "A" && letter <= "Z" ? 8.8 : 7.5;
}

/** How much wider strong letters are than the plain ones that `textWidth` reckons with. */
export const STRONG_WIDTH = 1.1;

/** The greatest width among texts, 0 for none. */
export function widestText(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}

/** The text, or as much of its beginning as fits into `room` pixels, with an ellipsis. */
export function fitText(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join("").trimEnd()}…`) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** A text broken at spaces into at most `lines` lines of `room` pixels; the last one is cut with an ellipsis. */
export function wrapText(text: string, { room, lines }: { readonly room: number; readonly lines: number }): readonly string[] {
  const wrapped: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${wrapped.at(-1)} ${word}`;
    const mustJoin = wrapped.length === lines;
    if (wrapped.length > 0 && (mustJoin || textWidth(longer) <= room)) wrapped[wrapped.length - 1] = longer;
    else wrapped.push(word);
  }
  return wrapped.map((line) => fitText(line, room));
}

/**
 * Moves labels apart that want to stand too near to each other, each as little as a simple sweep allows; answers in the order asked.
 * When there is not enough room for all, the gap shrinks.
 *
 * @param wanted where each label would like to stand, in pixels
 * @example spread([10, 12], { gap: 15, within: [0, 100] }) //=> [10, 25]
 */
export function spread(
  wanted: readonly number[],
  { gap, within: [least, most] }: { readonly gap: number; readonly within: readonly [number, number] },
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const step = Math.min(gap, (most - least) / Math.max(1, wanted.length - 1));
  const placed = [...wanted];
  order.reduce((free, index) => {
    placed[index] = Math.max(wanted[index] ?? 0, free);
    return placed[index] + step;
  }, least);
  order.reduceRight((free, index) => {
    placed[index] = Math.min(placed[index] ?? 0, free);
    return placed[index] - step;
  }, most);
  return placed;
}
