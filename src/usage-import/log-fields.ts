import { isDay } from "../lib/calendar.ts";
import { outOfRange } from "../lib/range-error.ts";
import { MOST_IN_REQUEST, readCount } from "./counts.ts";
import { fieldOf, type JsonObject, textIn } from "./json-field.ts";

/**
 * A count of a log line: tokens or searches. Missing and null are 0; an integral float will do.
 *
 * @throws RangeError for anything but a whole number from 0 to 1e9; a text met there is not repeated: it may be anyone's
 * @example countIn({ output_tokens: 5 }, "output_tokens") //=> 5
 */
export function countIn(object: JsonObject, name: string): number {
  const value = fieldOf(object, name);
  const count = readCount(value, MOST_IN_REQUEST);
  if (count === null) throw outOfRange(name, kindOf(value), "a whole number from 0 to 1,000,000,000");
  return count;
}

function kindOf(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" ? "(a text)" : Array.isArray(value) ? "(a list)" : "(an object)";
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;
const FIRST_INSTANT = Date.parse("0001-01-01T00:00:00Z");
const LAST_INSTANT = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * The instant of an ISO date or date-time, milliseconds since 1970 UTC. A text without a zone is UTC. Null for anything else, days that
 * do not exist and years that four digits cannot write included.
 *
 * @example instantIn({ timestamp: "1970-01-01T00:00:01Z" }, "timestamp") //=> 1000
 */
export function instantIn(object: JsonObject, name: string): number | null {
  const form = INSTANT.exec(textIn(object, name) ?? "");
  if (!form) return null;
  const [, day = "", time = "00:00", zone = "Z"] = form;
  // Date.parse takes 30 February for 2 March, and not every browser takes an offset without its colon.
  const milliseconds = isDay(day) ? Date.parse(`${day}T${time}${zone.replace(/(\d)(\d{2})$/, "$1:$2")}`) : Number.NaN;
  return milliseconds >= FIRST_INSTANT && milliseconds <= LAST_INSTANT ? milliseconds : null;
}
