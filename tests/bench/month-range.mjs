// How long 10,000 months take to draw with their shares at both ends of the limits (a team's bill and one developer's month are two draws),
// and 1,000 pasted rows to read, to seat once, and to seat eight times as the panel does. Prints JSON, milliseconds; fails above 200 ms for a draw of
// one profile or 50 ms for rows read and seated.
import { bundledCore, timed } from "./bundled.mjs";

const RUNS = 20;
const core = await bundledCore();
const { DEFAULT_PROFILE, DEFAULT_SCENARIO } = core;

const spread = (/** @type {number} */ developers, /** @type {number} */ profiles) => {
  const scenario = { ...DEFAULT_SCENARIO, developers, profiles: Array.from({ length: profiles }, () => DEFAULT_PROFILE) };
  const job = core.assumedSpread(scenario, core.estimate(scenario));
  if (job === null) throw new Error("these sessions can be drawn");
  return timed(RUNS, () => core.drawMonthSpread(job));
};
const measured = core.measuredSpread(
  DEFAULT_SCENARIO,
  Array.from({ length: 200 }, (_, day) => day % 30),
);
if (measured === null) throw new Error("these days can be drawn");

const table = Array.from({ length: 1_000 }, (_, row) => `user-${row},${(row * 37) % 3_000}`).join("\n");
const offers = core.seatOffers(DEFAULT_SCENARIO);
const read = timed(RUNS, () => core.readUsageRows(table));
const { rows } = core.readUsageRows(table);
const groups = rows.map(({ usdPerMonth }) => ({ count: 1, usdPerMonth }));
const names = rows.map(({ user }) => user);
const seat = timed(RUNS, () => core.planSeats(groups, offers.low, { overflow: "api-rates" }));
const panel = timed(RUNS, () => core.combineSeats({ groups, names, offers, overflow: "api-rates" }));

const draws = {
  one: spread(1, 1),
  team: spread(20, 1),
  measured: timed(RUNS, () => core.drawMonthSpread(measured)),
};
console.log(JSON.stringify({ months: 10_000, ...draws, fiveProfiles: spread(20, 5), rows: 1_000, read, seat, panel }));
if (Object.values(draws).some(({ p50 }) => p50 >= 200) || read.p50 + seat.p50 >= 50) process.exitCode = 1;
