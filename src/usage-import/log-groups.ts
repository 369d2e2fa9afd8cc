import type { IsoDay } from "../lib/calendar.ts";
import { type Addend, addRequest, emptySums, type GroupRow, type GroupSums, rowOf, tokensOf } from "./group-row.ts";
import type { MeasuredResponse } from "./measured-response.ts";
import { emptyBook, type LineBook, ratesFor, slotOf } from "./model-lines.ts";
import type { MeasuredRequest } from "./price-billed-request.ts";

/** Requests by a name; `rows` and `others` add up to the whole. */
export interface Grouping {
  readonly rows: readonly GroupRow[];
  /** All groups beyond the rows, in one, its key null; null where there are none. */
  readonly others: GroupRow | null;
  /** Groups, those in `others` included. */
  readonly count: number;
}

/** What a group can be named by. */
export interface Grouped {
  readonly response: MeasuredResponse;
  readonly request: MeasuredRequest;
  /** In the reader's time zone; null where there is no timestamp. */
  readonly day: IsoDay | null;
}

/** One way of grouping. */
export interface Grouper {
  /** Null = named by nothing, a group like others; undefined = not grouped at all. */
  readonly keyOf: (grouped: Grouped) => string | null | undefined;
  /** How many groups have a row of their own. */
  readonly most: number;
  /** "dearest" by cost, then tokens, then name; "newest" by name downwards, for days. Null comes last. */
  readonly order: "dearest" | "newest";
}

/** A group of which it is not known yet whether it gets a row: no more than its place is decided by, as there can be 100,000. */
export interface Group {
  readonly key: string | null;
  /** USD, unrounded. */
  cost: number;
  tokens: number;
  requests: number;
  /** Null until it has its place. */
  sums: GroupSums | null;
}

/** A grouping, and all its groups as they are. */
export interface GroupedLog {
  readonly grouping: Grouping;
  readonly groups: readonly Pick<Group, "key" | "cost" | "requests">[];
}

/** Names come from files, where anything can stand, and go into a summary whose size is bounded. */
const MOST_CHARACTERS = 200;

/**
 * Groups the requests of a log in several ways at once. Two passes for all of them: what takes the time is fetching the requests from
 * memory, and lines are only added up for groups that are shown.
 */
export function groupLog<Name extends string>(
  responses: readonly MeasuredResponse[],
  groupers: Readonly<Record<Name, Grouper>>,
  dayOf: (at: number) => IsoDay,
): Readonly<Record<Name, GroupedLog>> {
  const names = Object.keys(groupers) as Name[];
  const ways: readonly Way[] = names.map((name) => ({ ...groupers[name], groups: new Map<string | null, Group>(), last: null }));
  const groupOf = assign(responses, ways, dayOf);
  const placed = ways.map(place);
  const book = addUp(responses, groupOf, ways.length);
  const made = placed.map(({ sorted, others }, way) => {
    const most = ways[way]?.most ?? 0;
    const grouping: Grouping = {
      rows: sorted.slice(0, most).map(({ key, sums }) => rowOf(sums ?? emptySums(), { key, book })),
      others: sorted.length > most ? rowOf(others, { key: null, book }) : null,
      count: sorted.length,
    };
    return { grouping, groups: sorted };
  });
  return Object.fromEntries(names.map((name, way) => [name, made[way]])) as unknown as Record<Name, GroupedLog>;
}

interface Way extends Grouper {
  readonly groups: Map<string | null, Group>;
  /** The group found last: requests that follow each other mostly share their names. */
  last: Group | null;
}

/** The group of each request in each way, request by request; null where it is in none. No objects are made here but groups. */
function assign(
  responses: readonly MeasuredResponse[],
  ways: readonly Way[],
  dayOf: (at: number) => IsoDay,
): readonly (Group | null)[] {
  const groupOf: (Group | null)[] = [];
  let grouped: { -readonly [Name in keyof Grouped]: Grouped[Name] } | null = null;
  for (const response of responses) {
    const day = response.at === null ? null : dayOf(response.at);
    for (const request of response.requests) {
      grouped ??= { response, request, day };
      grouped.response = response;
      grouped.request = request;
      grouped.day = day;
      const tokens = tokensOf(request.usage);
      for (const way of ways) {
        const key = cut(way.keyOf(grouped));
        const group = key === undefined ? null : groupFor(way, key);
        groupOf.push(group);
        if (group === null) continue;
        group.cost += request.cost ?? 0;
        group.tokens += tokens;
        group.requests += 1;
      }
    }
  }
  return groupOf;
}

function cut(name: string | null | undefined): string | null | undefined {
  return name && name.length > MOST_CHARACTERS ? name.slice(0, MOST_CHARACTERS) : name;
}

function groupFor(way: Way, key: string | null): Group {
  if (way.last?.key === key) return way.last;
  const group = way.groups.get(key) ?? { key, cost: 0, tokens: 0, requests: 0, sums: null };
  if (group.requests === 0) way.groups.set(key, group);
  way.last = group;
  return group;
}

function place({ groups, most, order }: Way): { readonly sorted: readonly Group[]; readonly others: GroupSums } {
  const sorted = [...groups.values()].sort(order === "dearest" ? dearestFirst : newestFirst);
  const others = emptySums();
  sorted.forEach((group, index) => {
    group.sums = index < most ? emptySums() : others;
  });
  return { sorted, others };
}

function addUp(responses: readonly MeasuredResponse[], groupOf: readonly (Group | null)[], ways: number): LineBook {
  const book = emptyBook();
  let addend: Addend | null = null;
  let index = 0;
  for (const response of responses)
    for (const request of response.requests) {
      addend ??= { response, request, slots: [], quantities: [] };
      addend.response = response;
      addend.request = request;
      putLines(addend, book);
      for (const end = index + ways; index < end; index += 1) {
        const sums = groupOf[index]?.sums;
        if (sums) addRequest(sums, addend);
      }
    }
  return book;
}

function putLines({ request: { model, lines }, slots, quantities }: Addend, book: LineBook): void {
  const rates = ratesFor(book, model);
  slots.length = 0;
  quantities.length = 0;
  for (const line of lines) {
    slots.push(slotOf(rates, line));
    quantities.push(line.quantity);
  }
}

function dearestFirst(one: Group, other: Group): number {
  return other.cost - one.cost || other.tokens - one.tokens || byName(one, other);
}

function newestFirst(one: Group, other: Group): number {
  return one.key === null || other.key === null ? byName(one, other) : byName(other, one);
}

function byName({ key: one }: Group, { key: other }: Group): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one === other ? 0 : one < other ? -1 : 1;
}
