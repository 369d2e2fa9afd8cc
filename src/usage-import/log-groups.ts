import type { IsoDay } from "../lib/calendar.ts";
import { emptySums, type GroupRow, type GroupSums, rowOf } from "./group-row.ts";
import { type MeasuredRows, REQUEST_COUNTS, type RequestColumns } from "./measured-rows.ts";
import { addQuantity, emptyBook, type LineBook, slotsOf } from "./model-lines.ts";

/** Requests by a name; `rows` and `others` add up to the whole. */
export interface Grouping {
  readonly rows: readonly GroupRow[];
  /** All groups beyond the rows, in one, its key null; null where there are none. */
  readonly others: GroupRow | null;
  /** Groups, those in `others` included. */
  readonly count: number;
}

/** By what a log is grouped: a number for each response, or for each request, and a name for each number. Numbers may share a name. */
export interface GroupNames {
  readonly of: "response" | "request";
  readonly numbers: Uint8Array | Uint32Array;
  /** Null = named by nothing, a group like others; undefined = not grouped at all. */
  readonly nameOf: (number: number) => string | null | undefined;
}

/** One way of grouping. */
export interface Grouper {
  readonly namesIn: (rows: MeasuredRows, dayOf: (at: number) => IsoDay) => GroupNames;
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
 * Groups the requests of a log in several ways. Each way takes two passes, over numbers alone: lines are only added up for groups that are
 * shown.
 */
export function groupLog<Name extends string>(
  rows: MeasuredRows,
  groupers: Readonly<Record<Name, Grouper>>,
  dayOf: (at: number) => IsoDay,
): Readonly<Record<Name, GroupedLog>> {
  const addends = addendsOf(rows);
  const made = (Object.keys(groupers) as Name[]).map((name) => {
    const { namesIn, most, order } = groupers[name];
    return [name, grouped(addends, groupsOf(addends, namesIn(rows, dayOf)), { most, order })];
  });
  return Object.fromEntries(made);
}

/** The requests of a log, as they are added to groups. */
interface Addends {
  readonly rows: MeasuredRows;
  /** The response of each request. */
  readonly responses: Uint32Array;
  readonly book: LineBook;
  /** The numbers that rates have in the book: those of the first terms, in the order of `REQUEST_COUNTS`, then those of the next. */
  readonly slots: Uint32Array;
}

function addendsOf(rows: MeasuredRows): Addends {
  const { allTerms, cost } = rows.requests;
  const book = emptyBook();
  const responses = new Uint32Array(cost.length);
  for (let response = 0; response < rows.count; response += 1)
    responses.fill(response, rows.firstRequest[response], rows.firstRequest[response + 1]);
  return { rows, responses, book, slots: Uint32Array.from(allTerms.flatMap((terms) => slotsOf(book, terms))) };
}

/** The group of each request; null where it is in none. */
function groupsOf({ responses }: Addends, { of, numbers, nameOf }: GroupNames): readonly (Group | null)[] {
  const groups = new Map<string | null, Group>();
  const byNumber: (Group | null | undefined)[] = [];
  const groupNamed = (name: string | null | undefined): Group | null => {
    if (name === undefined) return null;
    const key = name === null ? null : name.slice(0, MOST_CHARACTERS);
    const group = groups.get(key) ?? { key, cost: 0, tokens: 0, requests: 0, sums: null };
    groups.set(key, group);
    return group;
  };
  const groupOf: (Group | null)[] = new Array(responses.length).fill(null);
  for (let request = 0; request < responses.length; request += 1) {
    const number = numbers[of === "response" ? (responses[request] ?? 0) : request] ?? 0;
    let group = byNumber[number];
    if (group === undefined) {
      group = groupNamed(nameOf(number));
      byNumber[number] = group;
    }
    groupOf[request] = group;
  }
  return groupOf;
}

function grouped(
  addends: Addends,
  groups: readonly (Group | null)[],
  { most, order }: Pick<Grouper, "most" | "order">,
): GroupedLog {
  const { book } = addends;
  const found = addCosts(addends, groups);
  const sorted = found.sort(order === "dearest" ? dearestFirst : newestFirst);
  const others = emptySums(book);
  sorted.forEach((group, index) => {
    group.sums = index < most ? emptySums(book) : others;
  });
  addLines(addends, groups);
  const grouping: Grouping = {
    rows: sorted.slice(0, most).map(({ key, sums }) => rowOf(sums ?? others, { key, book })),
    others: sorted.length > most ? rowOf(others, { key: null, book }) : null,
    count: sorted.length,
  };
  return { grouping, groups: sorted };
}

/** Returns the groups that have requests. */
function addCosts({ rows: { requests } }: Addends, groups: readonly (Group | null)[]): Group[] {
  const { input, cacheWrite5m, cacheWrite1h, cacheRead, output, cost: costs } = requests;
  const found: Group[] = [];
  for (let request = 0; request < groups.length; request += 1) {
    const group = groups[request];
    if (!group) continue;
    if (group.requests === 0) found.push(group);
    const cost = costs[request] ?? Number.NaN;
    if (!Number.isNaN(cost)) group.cost += cost;
    group.tokens += (input[request] ?? 0) + (cacheWrite5m[request] ?? 0) + (cacheWrite1h[request] ?? 0);
    group.tokens += (cacheRead[request] ?? 0) + (output[request] ?? 0);
    group.requests += 1;
  }
  return found;
}

function addLines({ rows, responses, slots }: Addends, groups: readonly (Group | null)[]): void {
  const { requests } = rows;
  const { terms, cost } = requests;
  for (let request = 0; request < groups.length; request += 1) {
    const sums = groups[request]?.sums;
    if (!sums) continue;
    if (sums.requests === 0) setFirst(sums, rows, responses[request] ?? 0);
    sums.requests += 1;
    if (Number.isNaN(cost[request])) addCounts(sums.unpriced, requests, { request, slots: IN_ORDER, from: 0 });
    else {
      sums.pricedRequests += 1;
      addCounts(sums.lines, requests, { request, slots, from: (terms[request] ?? 0) * IN_ORDER.length });
    }
  }
}

const IN_ORDER = Uint32Array.from(REQUEST_COUNTS, (_, index) => index);

// Count by count, in the order of `REQUEST_COUNTS`: a loop takes twice as long, and this runs millions of times.
function addCounts(
  sums: Float64Array,
  { input, cacheWrite5m, cacheWrite1h, cacheRead, output, webSearches }: RequestColumns,
  { request, slots, from }: { readonly request: number; readonly slots: Uint32Array; readonly from: number },
): void {
  addQuantity(sums, slots[from] ?? 0, input[request] ?? 0);
  addQuantity(sums, slots[from + 1] ?? 0, cacheWrite5m[request] ?? 0);
  addQuantity(sums, slots[from + 2] ?? 0, cacheWrite1h[request] ?? 0);
  addQuantity(sums, slots[from + 3] ?? 0, cacheRead[request] ?? 0);
  addQuantity(sums, slots[from + 4] ?? 0, output[request] ?? 0);
  addQuantity(sums, slots[from + 5] ?? 0, webSearches[request] ?? 0);
}

// Responses come in order of time, those without a timestamp last.
function setFirst(sums: GroupSums, { at, place, places }: MeasuredRows, response: number): void {
  const first = at[response] ?? Number.NaN;
  sums.firstAt = Number.isNaN(first) ? null : first;
  sums.firstProject = places[place[response] ?? 0]?.project ?? "";
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
