import type { Profile } from "./scenario.ts";

/** A profile of one scenario and what it is in another. */
export interface ProfilePair {
  /** By its place in the first scenario. */
  readonly id: string;
  /** Where it stands (0-based) in the first scenario. */
  readonly place: number;
  readonly from: Profile;
  readonly to: Profile;
  /** What tells it from the other profiles, to stand behind a name: " (Refactor)"; empty where there is only one. */
  readonly of: string;
}

/** The profiles of two scenarios, laid beside each other. */
export interface PairedProfiles {
  readonly kept: readonly ProfilePair[];
  /** Only in the first; from the last place to the first, so that taking one out moves none that is still to go. */
  readonly gone: readonly { readonly place: number; readonly profile: Profile }[];
  /** Only in the second. */
  readonly added: readonly Profile[];
}

/** Profiles of the same name belong together; of the others the first to the first, and so on. */
export function pairProfiles(from: readonly Profile[], to: readonly Profile[]): PairedProfiles {
  const left = [...to];
  const take = (index: number): Profile | null => (index < 0 ? null : (left.splice(index, 1)[0] ?? null));
  const named = from.map(({ name }) => take(left.findIndex((profile) => profile.name === name)));
  const partners = named.map((partner) => partner ?? take(0));
  const isAlone = from.length === 1 && to.length === 1;
  const kept = from.flatMap((profile, place): ProfilePair[] => {
    const partner = partners[place];
    if (!partner) return [];
    return [{ id: `profile ${place}`, place, from: profile, to: partner, of: isAlone ? "" : ` (${partner.name})` }];
  });
  const gone = from.flatMap((profile, place) => (partners[place] ? [] : [{ place, profile }])).reverse();
  return { kept, gone, added: left };
}
