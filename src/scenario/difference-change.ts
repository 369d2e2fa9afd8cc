import { isSame } from "../lib/is-same.ts";
import type { FieldWords } from "./difference-values.ts";
import type { Scenario } from "./scenario.ts";

/** One thing in which a scenario is unlike another. */
export interface Change {
  /** The same for the same input, whichever two scenarios are laid beside each other. */
  readonly id: string;
  /** Short: "Opus 5.5 share". */
  readonly name: string;
  /** What the input as a whole is called, beside its values: "model mix". */
  readonly label: string;
  /** The value in the first scenario: "30 %". */
  readonly before: string;
  readonly after: string;
  /** Whole: "Opus 5.5 share 30 % → 60 %". */
  readonly words: string;
  /** Takes something away that others may still need: told last. */
  readonly isEnd: boolean;
  /** Makes this one change in the first scenario, or in one that holds some of the other changes already. */
  readonly put: (scenario: Scenario) => Scenario;
}

/** What a change says before it is put into one form. */
export interface Told extends Pick<Change, "id" | "name" | "before" | "after" | "put"> {
  readonly label?: string;
  readonly words?: string;
  readonly isEnd?: boolean;
}

/** A change whose label and words, where it has none of its own, are its name, and that with both values. */
export function told({ label, words, isEnd = false, ...change }: Told): Change {
  return { ...change, label: label ?? change.name, isEnd, words: words ?? `${change.name} ${change.before} → ${change.after}` };
}

/** Where a group of fields belongs. */
export interface Owner<Fields> {
  readonly id: string;
  /** Behind each name: " (Refactor)" where there are several profiles. */
  readonly of?: string;
  readonly put: (change: Partial<Fields>) => Change["put"];
}

/** The fields of some object that differ, in the order of their words. */
export function fieldChanges<Fields extends object>(
  words: FieldWords<Fields>,
  [from, to]: readonly [Fields, Fields],
  { id, of = "", put }: Owner<Fields>,
): readonly Change[] {
  return (Object.keys(words) as (keyof Fields & string)[])
    .filter((field) => !isSame(from[field], to[field]))
    .map((field) => {
      const { name, say } = words[field];
      const [before, after] = [say(from[field]), say(to[field])];
      return told({
        id: `${id} ${field}`,
        name: name + of,
        before,
        after,
        words: `${name} ${before} → ${after}${of}`,
        put: put({ [field]: to[field] } as unknown as Partial<Fields>),
      });
    });
}
