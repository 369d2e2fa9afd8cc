const MOST_CHARACTERS = 40;

// Whole part, its grouping mark, decimals, suffix. Anchored and without nested repeats over the same text, so linear.
const NUMBER = /^(?:(?:US)?\$ ?)?(\d*|[1-9]\d{0,2}([,' ])\d{3}(?:\2\d{3})*)(?:\.(\d*))? ?([kmb%])?$/i;

const PLACES: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 };

const ALIKE: Readonly<Record<string, string>> = { "٬": ",", "٫": ".", "٪": "%", "’": "'", "\u3000": " " };
const BLANK = /[\u00a0\u2000-\u200a\u202f]/;
const DIRECTION_MARK = /[\u061c\u200e\u200f]/;

/**
 * The number that a person wrote, or null where the text is not one, or could be two: nothing is guessed.
 *
 * `.` is the decimal point and `,` only ever groups, by exactly three digits; blanks and apostrophes group too. `k`, `m`, `b` in
 * either case are thousand, million, billion; `$`, `US$` before and `%` after are passed over (`50%` is 50). Full-width, Arabic-Indic
 * and Persian digits count as digits. Never negative, never NaN or Infinity; over 40 characters is null.
 *
 * @returns the number nearest to the decimal text, not rounded further: `1.1k` is 1100 exactly
 * @example parseNumber("1.5k") //=> 1500
 */
export function parseNumber(text: string): number | null {
  if (text.length > MOST_CHARACTERS) return null;
  const found = NUMBER.exec(text.replace(/[^ -~]/g, asciiOf).trim());
  if (!found) return null;
  const whole = (found[1] ?? "").replace(/\D/g, "");
  const decimals = found[3] ?? "";
  return whole + decimals === "" ? null : shiftPoint(whole, decimals, { places: PLACES[(found[4] ?? "").toLowerCase()] ?? 0 });
}

// On the text, because 0.29 * 1_000_000 is 289999.99999999994.
function shiftPoint(whole: string, decimals: string, { places }: { readonly places: number }): number {
  const padded = decimals.padEnd(places, "0");
  return Number(`${whole}${padded.slice(0, places)}.${padded.slice(places)}`);
}

function asciiOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if (BLANK.test(character)) return " ";
  return DIRECTION_MARK.test(character) ? "" : (ALIKE[character] ?? character);
}
