import { withoutNoise } from "../lib/digits.ts";
import { outOfRange } from "../lib/range-error.ts";

/** A currency beside US dollars, at a rate that a person set by hand. */
export interface ShownCurrency {
  /** Three capital letters; any will do, also those that the browser has no sign for. */
  readonly code: string;
  /** Units of it for one US dollar. */
  readonly perUsd: number;
}

const FINEST = 0.000001;
const FINEST_DECIMALS = 8;
const WHOLE_FROM = 1_000;

/**
 * An amount of US dollars in another currency, rounded here and nowhere else (halves away from zero).
 *
 * From 1,000 units up whole units; from 1 up the decimals of the currency's own rule (JPY none, EUR 2, KWD 3); below 1 at least three
 * significant digits, so that what is not zero never reads as zero, also where the currency has no smaller coin.
 *
 * @throws RangeError for NaN and Infinity, and for a code that is not three letters: both are our mistake
 * @example formatConverted(100, { code: "EUR", perUsd: 0.92 }) //=> "€92.00"
 */
export function formatConverted(usd: number, { code, perUsd }: ShownCurrency): string {
  const amount = usd * perUsd;
  const size = Math.abs(requireFinite(amount));
  if (size > 0 && size < FINEST) return `${amount < 0 ? ">−" : "<"}${withDecimals(code, 6).format(FINEST)}`;
  const text = decimalsOf(code, size).format(size);
  return amount < 0 ? `−${text}` : text;
}

/** The same for a sentence that says "about": whole units from 10 up. @example formatAboutConverted(195.4, { code: "EUR", perUsd: 0.92 }) //=> "€180" */
export function formatAboutConverted(usd: number, currency: ShownCurrency): string {
  const amount = Math.round(withoutNoise(Math.abs(usd * currency.perUsd) * 100)) / 100;
  if (amount < 10) return formatConverted(usd, currency);
  const text = withDecimals(currency.code, 0).format(amount);
  return usd < 0 ? `−${text}` : text;
}

/** The rate in words, so that nobody takes it for a bank's. @example rateInWords({ code: "EUR", perUsd: 0.92 }) //=> "at 0.92 EUR for US$1, set by hand" */
export function rateInWords({ code, perUsd }: ShownCurrency): string {
  return `at ${perUsd.toLocaleString("en-US", { maximumFractionDigits: 6 })} ${code} for US$1, set by hand`;
}

function decimalsOf(code: string, size: number): Pick<Intl.NumberFormat, "format"> {
  const own = ownDecimals(code);
  const scale = 10 ** own;
  if (size === 0 || Math.round(withoutNoise(size * scale)) / scale >= WHOLE_FROM) return withDecimals(code, 0);
  const exponent = Number(withoutNoise(size).toExponential(2).split("e")[1]);
  return exponent >= 0
    ? withDecimals(code, own)
    : withDecimals(code, Math.min(FINEST_DECIMALS, Math.max(own, 2 - exponent)), own);
}

function ownDecimals(code: string): number {
  return new Intl.NumberFormat("en-US", { style: "currency", currency: code }).resolvedOptions().maximumFractionDigits ?? 2;
}

const known = new Map<string, Pick<Intl.NumberFormat, "format">>();

// Building a formatter costs some hundred times what using one does.
function withDecimals(code: string, most: number, least = most): Pick<Intl.NumberFormat, "format"> {
  const key = `${code} ${least} ${most}`;
  const ready = known.get(key);
  if (ready) return ready;
  const made = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: code,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  const format = { format: (amount: number) => made.format(Math.round(withoutNoise(amount * 10 ** most)) / 10 ** most) };
  known.set(key, format);
  return format;
}

function requireFinite(amount: number): number {
  if (!Number.isFinite(amount)) throw outOfRange("amount", amount, "a finite amount of money");
  return amount;
}
