import { createStore, type StoreApi } from "zustand/vanilla";
import { isSame } from "../lib/is-same.ts";
import {
  type ComparedParts,
  comparisonOf,
  holdsSame,
  type ScenarioState,
  type ScenarioStore,
  withComparison,
} from "./scenario-store.ts";

/** The most steps that can be taken back. */
export const MOST_STEPS = 100;

/** A change that comes at most so long after the last one belongs to the same burst of typing. */
const BURST_MS = 500;

/** What the page held before a step or after it. */
interface Moment extends ComparedParts {
  /** The profile (0-based) that the page showed for editing. */
  readonly inView: number;
}

/** How far a person can go back and forth. */
export interface UndoState {
  /** Oldest first. */
  readonly past: readonly Moment[];
  /** What was taken back, the next one to come again last. */
  readonly future: readonly Moment[];
  /** Which way the last step went; null after a change of the person's own. */
  readonly way: "undo" | "redo" | null;
}

/** Takes steps back and makes them again. Each is an ordinary change of the page's store. */
export interface UndoHistory {
  readonly store: StoreApi<UndoState>;
  /** Whether there was something to take back. */
  readonly undo: () => boolean;
  /** Whether there was something to make again. */
  readonly redo: () => boolean;
  /** A pointer went down: until it comes up again every change is of one drag. */
  readonly press: () => void;
  readonly release: () => void;
  /** Begins anew: what the page opened with is no step. What was changed since, before a history was kept, is the first one. */
  readonly beginFrom: (opened: ComparedParts) => void;
}

/** What a history is kept of, and by which clock. */
export interface UndoOptions {
  readonly store: ScenarioStore;
  /** Milliseconds, only ever going up. */
  readonly now: () => number;
}

/**
 * Keeps the last 100 steps of everything that is compared. One drag is one step, and so is a burst of typing in which no two changes are
 * more than half a second apart. What is a step of its own for Back (a preset, a reset, a scenario more or less) is one here too.
 */
export function keepUndo({ store, now }: UndoOptions): UndoHistory {
  const undo = createStore<UndoState>(() => ({ past: [], future: [], way: null }));
  let isTravelling = false;
  let isPressed = false;
  let isOpen = false;
  let changedAt = Number.NEGATIVE_INFINITY;

  store.subscribe((state, before) => {
    if (isTravelling || holdsSame(state, before)) return;
    const isStep = state.step !== before.step;
    const joins = !isStep && isOpen && (isPressed || now() - changedAt <= BURST_MS);
    changedAt = now();
    isOpen = !isStep;
    undo.setState(({ past }) => ({ past: joins ? past : [...past, momentOf(before)].slice(-MOST_STEPS), future: [], way: null }));
  });

  const travel = (from: "past" | "future"): boolean => {
    const here = momentOf(store.getState());
    const away = undo.getState()[from];
    // A slider that was moved and moved back has left a step that changes nothing.
    const place = away.findLastIndex((moment) => !holdsEqual(moment, here));
    const target = away[place];
    const rest = away.slice(0, Math.max(0, place));
    if (!target) {
      undo.setState({ [from]: rest });
      return false;
    }
    isOpen = false;
    isTravelling = true;
    store.setState((state) => arrivedAt(state, target));
    isTravelling = false;
    undo.setState(({ past, future }) =>
      from === "past"
        ? { past: rest, future: [...future, here], way: "undo" }
        : { past: [...past, here], future: rest, way: "redo" },
    );
    return true;
  };

  return {
    store: undo,
    undo: () => travel("past"),
    redo: () => travel("future"),
    press: () => {
      isPressed = true;
      isOpen = false;
    },
    release: () => {
      isPressed = false;
    },
    beginFrom: (opened) => {
      const state = store.getState();
      const isChanged = !holdsSame(opened, state);
      // A slider may still be moving: what comes of that belongs to the same step.
      isOpen = isChanged;
      changedAt = now();
      undo.setState({ past: isChanged ? [momentOf({ ...opened, inView: 0 })] : [], future: [], way: null });
    },
  };
}

function arrivedAt(state: ScenarioState, moment: Moment): ScenarioState {
  const there = withComparison(state, comparisonOf(moment));
  return { ...there, inView: Math.min(moment.inView, there.scenario.profiles.length - 1), linkProblems: [] };
}

function momentOf({ scenario, others, edited, baseline, inView }: Moment): Moment {
  return { scenario, others, edited, baseline, inView };
}

function holdsEqual(one: ComparedParts, other: ComparedParts): boolean {
  return holdsSame(one, other) || isSame(comparisonOf(one), comparisonOf(other));
}
