import { STRONG_WIDTH, textWidth, wrapText } from "./chart-text.ts";

/** What a picture of a chart says in words. */
export interface PictureWords {
  readonly title: string;
  readonly takeaway: string | null;
  /** `YYYY-MM-DD`. */
  readonly pricesOf: string;
  readonly link: string;
}

/** A line of text in a picture; `size` is that of its letters, in CSS pixels. */
export interface PictureLine {
  readonly text: string;
  readonly size: number;
  readonly isStrong: boolean;
  readonly isLink: boolean;
}

const TITLE = { size: 16, isStrong: true, isLink: false };
const PLAIN = { size: 12, isStrong: false, isLink: false };
const LINK = { size: 10, isStrong: false, isLink: true };
const MOST_LINES = 20;

/** How high a line stands, in CSS pixels: half as much again as its letters. */
export function lineOf({ size }: Pick<PictureLine, "size">): number {
  return size * 1.5;
}

/** The title and the sentence, in lines of at most `room` pixels. */
export function wordsAbove({ title, takeaway }: PictureWords, room: number): readonly PictureLine[] {
  const titleRoom = room * (12 / TITLE.size / STRONG_WIDTH);
  return [
    ...wrapText(title, { room: titleRoom, lines: MOST_LINES }).map((text) => ({ text, ...TITLE })),
    ...(takeaway === null ? [] : plainLines(takeaway, room)),
  ];
}

/** The prices' day and the whole link, in lines of at most `room` pixels. */
export function wordsBelow({ pricesOf, link }: PictureWords, room: number): readonly PictureLine[] {
  return [
    ...plainLines(`Claude Code cost calculator, prices of ${pricesOf}, US dollars. With these inputs:`, room),
    ...brokenAnywhere(link, room * (12 / LINK.size)).map((text) => ({ text, ...LINK })),
  ];
}

function plainLines(text: string, room: number): readonly PictureLine[] {
  return wrapText(text, { room, lines: MOST_LINES }).map((line) => ({ text: line, ...PLAIN }));
}

/** A text without blanks, broken wherever a line is full; nothing is left out. */
function brokenAnywhere(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let width = 0;
  for (const letter of text) {
    const more = textWidth(letter);
    const isFull = lines.length === 0 || width + more > room;
    if (isFull) lines.push(letter);
    else lines[lines.length - 1] += letter;
    width = isFull ? more : width + more;
  }
  return lines;
}
