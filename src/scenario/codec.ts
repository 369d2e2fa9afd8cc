import { isDay } from "../lib/calendar.ts";
import { isName } from "./profile-name.ts";
import { type NumberRange, quantise } from "./ranges.ts";

/** What a text of the link means: a value, perhaps with a note that it was brought into range, or the reason why it means nothing. */
export type Read<Value> = { readonly value: Value; readonly note?: string } | { readonly reason: string };

/** How one field is written in a link. `read(write(v))` is v for every valid v; the text holds only `[A-Za-z0-9._~-]`. */
export interface Codec<Value> {
  readonly write: (value: Value) => string;
  readonly read: (text: string) => Read<Value>;
}

const NUMBER = /^\d{1,12}(\.\d{1,6})?$/;

/** A number without sign or exponent; out of range it is brought to the nearest end, with a note. */
export function numberCodec(range: NumberRange): Codec<number> {
  return {
    write: (value) => String(quantise(range, value)),
    read: (text) => {
      if (!NUMBER.test(text)) return { reason: `"${shown(text)}" is not a number as links write it, such as 1500 or 0.25` };
      const value = quantise(range, Number(text));
      return value === Number(text) ? { value } : { value, note: `${text} became ${value}: it takes ${rangeInWords(range)}` };
    },
  };
}

/** One of a few words; `codes` has the shorter form that a link writes for some of them. */
export function choiceCodec<Word extends string>(
  words: readonly Word[],
  codes: { readonly [word in Word]?: string } = {},
): Codec<Word> {
  const codeOf = (word: Word): string => codes[word] ?? word;
  return {
    write: codeOf,
    read: (text) => {
      const value = words.find((word) => codeOf(word) === text);
      return value === undefined ? { reason: `"${shown(text)}" is none of ${words.map(codeOf).join(", ")}` } : { value };
    },
  };
}

/** Yes or no, as 1 or 0. */
export const switchCodec: Codec<boolean> = {
  write: (value) => (value ? "1" : "0"),
  read: (text) => (text === "1" || text === "0" ? { value: text === "1" } : { reason: `"${shown(text)}" is neither 1 nor 0` }),
};

/** A day from the first one with a price up to the last one checked. */
export function dayCodec({ first, last }: { readonly first: string; readonly last: string }): Codec<string> {
  return {
    write: (value) => value,
    read: (text) => {
      if (!isDay(text)) return { reason: `"${shown(text)}" is not a day such as ${last}` };
      if (text > last) return { value: last, note: `${text} became ${last}: later prices are not known here` };
      return text < first
        ? { value: first, note: `${text} became ${first}: earlier prices are not known here` }
        : { value: text };
    },
  };
}

/** A short name of letters, digits and blanks; the link writes a blank as `_`. */
export const nameCodec: Codec<string> = {
  write: (value) => value.replaceAll(" ", "_"),
  read: (text) => {
    const value = text.replaceAll("_", " ");
    return isName(value) && !text.includes(" ")
      ? { value }
      : { reason: `"${shown(text)}" is not a name of 1 to 24 letters, digits and blanks` };
  },
};

/** Several values of one kind, `~` between them. */
export function listCodec<Value>(
  item: Codec<Value>,
  { least, most }: { readonly least: number; readonly most: number },
): Codec<readonly Value[]> {
  return {
    write: (values) => values.map(item.write).join("~"),
    read: (text) => {
      const reads = text === "" ? [] : text.split("~", most + 1).map(item.read);
      if (reads.length < least || reads.length > most) return { reason: `it takes ${least} to ${most} entries` };
      const values: Value[] = [];
      const notes: string[] = [];
      for (const read of reads) {
        if ("reason" in read) return read;
        values.push(read.value);
        if (read.note) notes.push(read.note);
      }
      return notes.length > 0 ? { value: values, note: notes.join("; ") } : { value: values };
    },
  };
}

/** A few named values in a fixed order, `_` between them: `1_70_20`. None of them may itself be written with `_`. */
export function recordCodec<Fields extends object>(
  codecs: {
    readonly [name in keyof Fields]-?: Codec<Fields[name]>;
  },
): Codec<Fields> {
  const names = Object.keys(codecs) as (keyof Fields)[];
  return {
    write: (record) => names.map((name) => codecs[name].write(record[name])).join("_"),
    read: (text) => {
      const texts = text.split("_", names.length + 1);
      if (texts.length !== names.length) return { reason: `"${shown(text)}" is not ${names.length} values with _ between them` };
      const record: Partial<Fields> = {};
      const notes: string[] = [];
      for (const [index, name] of names.entries()) {
        const read = codecs[name].read(texts[index] ?? "");
        if ("reason" in read) return read;
        record[name] = read.value;
        if (read.note) notes.push(read.note);
      }
      const value = record as Fields;
      return notes.length > 0 ? { value, note: notes.join("; ") } : { value };
    },
  };
}

/** A value that may be missing; a link writes one word for that. */
export function maybeCodec<Value>(codec: Codec<Value>, word: string): Codec<Value | null> {
  return {
    write: (value) => (value === null ? word : codec.write(value)),
    read: (text) => (text === word ? { value: null } : codec.read(text)),
  };
}

/** The part of a foreign text that a message repeats. */
export function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function rangeInWords({ least, most, decimals }: NumberRange): string {
  const step = decimals === 0 ? "whole numbers" : `up to ${decimals} decimals`;
  return `${least} to ${most}, ${step}`;
}
