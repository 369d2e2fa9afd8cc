import { withoutNoise } from "../lib/digits.ts";
import { requireWithin } from "../lib/range-error.ts";

/** Machines of one's own, or rented by the hour, and the people who look after them. */
export interface OwnHardware {
  /** USD for an hour of one machine. */
  readonly pricePerHour: number;
  readonly hoursPerMonth: number;
  /** Tokens a second that a machine reads; over 0. */
  readonly promptTokensPerSecond: number;
  /** Tokens a second that it writes, all calls at once; over 0. */
  readonly outputTokensPerSecond: number;
  /** 0–100: the share of its hours that it is at work. */
  readonly utilisationPercent: number;
  /** Hours a month of people, however many machines there are. */
  readonly peopleHours: number;
  /** USD for an hour of theirs. */
  readonly peoplePricePerHour: number;
}

/** The tokens of one call, as a machine works them off: thinking is inside `outputTokens`. */
export interface MachineCall {
  readonly promptTokens: number;
  readonly outputTokens: number;
}

/** What own hardware costs a month and what it gets done. */
export interface HardwareMonth {
  /** USD a month for one machine, at work or not. */
  readonly machineUsd: number;
  /** USD a month for people. */
  readonly peopleUsd: number;
  /** Calls a month that one machine answers; Infinity for a call without tokens. */
  readonly callsPerMachine: number;
}

/** A month of calls on own hardware. */
export interface HardwareBill {
  readonly machines: number;
  /** USD a month, unrounded. */
  readonly usd: number;
}

/** Where own hardware and the API cost the same. */
export interface Meeting {
  /** The fewest calls a month at which own hardware costs no more; a fraction where the lines cross between two whole numbers. */
  readonly calls: number;
  /** Machines that answer them. */
  readonly machines: number;
  /** Calls a month from which it never costs more again: one machine more is a step that can lift it over the API for a while. */
  readonly alwaysFrom: number;
}

/**
 * What own hardware costs a month and how many calls one machine answers in it:
 * hours × 3,600 × utilisation ÷ (prompt ÷ tokens read a second + output ÷ tokens written a second).
 *
 * @throws RangeError for a value out of its range, naming it
 * @example hardwareMonth({ pricePerHour: 2, hoursPerMonth: 720, … }, call).machineUsd //=> 1_440
 */
export function hardwareMonth(hardware: OwnHardware, call: MachineCall): HardwareMonth {
  requireHardware(hardware);
  const seconds = hardware.hoursPerMonth * 3_600 * (hardware.utilisationPercent / 100);
  const perCall = call.promptTokens / hardware.promptTokensPerSecond + call.outputTokens / hardware.outputTokensPerSecond;
  return {
    machineUsd: hardware.pricePerHour * hardware.hoursPerMonth,
    peopleUsd: hardware.peopleHours * hardware.peoplePricePerHour,
    callsPerMachine: perCall === 0 ? Infinity : seconds / perCall,
  };
}

/**
 * What so many calls a month cost on own hardware: one machine at least, one more whenever those before are full.
 * null where no machine answers a call, and where more would be needed than can be counted.
 * @example hardwareBill({ machineUsd: 1_000, peopleUsd: 500, callsPerMachine: 10 }, 11) //=> { machines: 2, usd: 2_500 }
 */
export function hardwareBill({ machineUsd, peopleUsd, callsPerMachine }: HardwareMonth, calls: number): HardwareBill | null {
  // Calls that fill a machine exactly need no second one.
  const machines = calls === 0 ? 1 : Math.max(1, Math.ceil(withoutNoise(calls / callsPerMachine)));
  return Number.isSafeInteger(machines) ? { machines, usd: machines * machineUsd + peopleUsd } : null;
}

/**
 * The fewest calls a month at which own hardware costs no more than the API. With k machines of M USD and P USD of people that is
 * (k·M + P) ÷ a calls at a USD each, for the smallest k that can answer them: k ≥ P ÷ (a·C − M), C calls to a machine.
 *
 * @param usdPerCall what the API charges for a call
 * @returns null where they never meet: a machine at full work costs more than the API takes for what it does
 * @example meetingPoint({ machineUsd: 1_000, peopleUsd: 500, callsPerMachine: 4_000 }, 0.5)?.calls //=> 3_000
 */
export function meetingPoint(month: HardwareMonth, usdPerCall: number): Meeting | null {
  requireWithin("usdPerCall", usdPerCall, [0, Number.MAX_VALUE]);
  const { machineUsd, peopleUsd, callsPerMachine } = month;
  // What a machine at full work saves.
  const saved = usdPerCall * callsPerMachine - machineUsd;
  if (!(saved > 0)) return null;
  const machines = Math.max(1, Math.ceil(withoutNoise(peopleUsd / saved)));
  // The step to one machine more keeps below the API from so many machines on.
  const steady = Math.max(machines, Math.ceil(withoutNoise((machineUsd + peopleUsd) / saved)));
  if (!Number.isSafeInteger(steady)) return null;
  const callsOn = (count: number): number => (count * machineUsd + peopleUsd) / usdPerCall;
  return { calls: callsOn(machines), machines, alwaysFrom: callsOn(steady) };
}

/** What a machine at work costs for a million tokens, USD: read, and written; people aside. null where it is never at work. */
export function machineUsdPerMTok(hardware: OwnHardware): { readonly prompt: number; readonly output: number } | null {
  requireHardware(hardware);
  const usdPerSecond = hardware.pricePerHour / 3_600 / (hardware.utilisationPercent / 100);
  if (!Number.isFinite(usdPerSecond)) return null;
  return {
    prompt: (usdPerSecond / hardware.promptTokensPerSecond) * 1_000_000,
    output: (usdPerSecond / hardware.outputTokensPerSecond) * 1_000_000,
  };
}

function requireHardware(hardware: OwnHardware): void {
  const { promptTokensPerSecond, outputTokensPerSecond, utilisationPercent, ...amounts } = hardware;
  for (const [name, value] of Object.entries(amounts)) requireWithin(name, value, [0, Number.MAX_VALUE]);
  requireWithin("utilisationPercent", utilisationPercent, [0, 100]);
  for (const [name, value] of Object.entries({ promptTokensPerSecond, outputTokensPerSecond }))
    requireWithin(name, value, [Number.MIN_VALUE, Number.MAX_VALUE]);
}
