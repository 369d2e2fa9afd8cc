import { isName } from "../../scenario/profile-name.ts";
import { MOST_NAMED, type NamedScenario, type SavedList } from "../../state/saved-scenarios.ts";

/** A list with a scenario under a name, in front; one of that name gives way. */
export function withNamed(list: SavedList, entry: NamedScenario): SavedList {
  return { ...list, named: [entry, ...list.named.filter(({ name }) => name !== entry.name)] };
}

/** A list without the scenario of a name. */
export function withoutNamed(list: SavedList, name: string): SavedList {
  return { ...list, named: list.named.filter((entry) => entry.name !== name) };
}

/** A list with a scenario under another name, at its place. */
export function withRenamed(list: SavedList, { from, to }: { readonly from: string; readonly to: string }): SavedList {
  return { ...list, named: list.named.map((entry) => (entry.name === from ? { ...entry, name: to } : entry)) };
}

/** Why a name cannot be taken for a scenario, in words; null where it can. @param own the name that it has already, or null */
export function nameProblem(
  name: string,
  { named, own }: Pick<SavedList, "named"> & { readonly own: string | null },
): string | null {
  if (!isName(name)) return "A name has 1 to 24 letters (A to Z), digits and blanks.";
  const isTaken = named.some((entry) => entry.name === name);
  if (own !== null && isTaken && name !== own) return "That name is taken.";
  if (own === null && !isTaken && named.length >= MOST_NAMED) return `There are ${MOST_NAMED} already: delete one first.`;
  return null;
}
