import { describe, expect, it } from "vitest";
import { daysBetween, isDay, isWithin, utcDay } from "../../src/lib/calendar.ts";

describe("the UTC day of a date or date-time", () => {
  it.each([
    ["a day is itself", "2026-10-07", "2026-10-07"],
    ["late on a day two hours behind UTC is the next day", "2026-10-06T23:30:00-02:00", "2026-10-07"],
    ["early on a day two hours ahead of UTC is the day before", "2026-10-07T01:59:59+02:00", "2026-10-06"],
    ["and from two o'clock there it is the same day", "2026-10-07T02:00:00+02:00", "2026-10-07"],
    ["the last second of a day in UTC", "2026-10-06T23:59:59Z", "2026-10-06"],
    ["a date-time without a zone is UTC", "2026-10-06T23:59:59", "2026-10-06"],
    ["with milliseconds, as logs write it", "2026-10-06T23:59:59.999Z", "2026-10-06"],
    ["with nanoseconds", "2026-10-06T23:59:59.999999999Z", "2026-10-06"],
    ["without seconds", "2026-10-06T23:59Z", "2026-10-06"],
    ["a blank for the T", "2026-10-06 23:59:59", "2026-10-06"],
    ["a zone without its colon", "2026-10-06T23:30:00-0200", "2026-10-07"],
    ["over the end of a year", "2026-12-31T23:00:00-01:00", "2027-01-01"],
    ["over a leap day", "2028-02-28T23:00:00-01:00", "2028-02-29"],
  ])("%s", (_why, at, day) => {
    expect(utcDay(at)).toBe(day);
  });

  it.each([
    ["a day that does not exist", "2026-02-30"],
    ["a day that does not exist, with a time", "2026-02-30T10:00:00Z"],
    ["a day that does not exist, with a time and no zone", "2026-04-31T10:00"],
    ["29 February of a common year, with a time", "2026-02-29T00:00:00Z"],
    ["an hour that does not exist", "2026-11-20T25:00:00Z"],
    ["a month that does not exist", "2026-13-01"],
    ["a month alone", "2026-11"],
    ["a day as Americans write it", "11/20/2026"],
    ["a day in words", "20 November 2026"],
    ["a day with something behind it", "2026-11-20x"],
    ["a day after a blank", " 2026-11-20"],
    ["a number", "1763596800000"],
    ["nothing", ""],
  ])("%s is refused, and named", (_why, at) => {
    expect(() => utcDay(at, "at")).toThrow(RangeError);
    expect(() => utcDay(at, "at")).toThrow(`at: ${JSON.stringify(at)} is not an ISO date or date-time`);
  });
});

describe("whether a day exists", () => {
  it.each([
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2026-02-28", true],
    ["2026-04-30", true],
    ["2026-04-31", false],
    ["2026-00-10", false],
    ["2026-1-1", false],
    ["2026-11-20T00:00", false],
  ])("%s: %s", (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });
});

describe("a span of days holds its first day and not the day it ends on", () => {
  const span = { from: "2026-03-13", to: "2026-05-01" };

  it.each([
    ["2026-03-12", false],
    ["2026-03-13", true],
    ["2026-03-14", true],
    ["2026-04-30", true],
    ["2026-05-01", false],
    ["2026-05-02", false],
  ])("%s: %s", (day, inside) => {
    expect(isWithin(day, span)).toBe(inside);
  });

  it("and an open one never ends", () => {
    expect(isWithin("9999-12-31", { from: "2026-03-13", to: null })).toBe(true);
    expect(isWithin("2026-03-12", { from: "2026-03-13", to: null })).toBe(false);
  });
});

describe("days from one day to another", () => {
  it.each([
    ["2026-02-27", "2026-03-01", 2],
    ["2028-02-27", "2028-03-01", 3],
    ["2026-11-20", "2026-11-20", 0],
    ["2026-11-20", "2026-11-19", -1],
    // The clocks of many countries change in between; UTC has no such days.
    ["2026-03-28", "2026-03-30", 2],
    ["2025-12-31", "2026-12-31", 365],
  ])("from %s to %s: %d", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
