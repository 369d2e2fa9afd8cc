const MILLISECONDS_OF_REST = 700;

export interface TellAtRestOptions {
  /** Does the task later; what it returns calls it off. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
  readonly tell: () => void;
}

/** What happens to the input. */
export interface RestWatch {
  readonly change: () => void;
  /** A slider was taken hold of: nothing is told until it is let go, however long it stands still. */
  readonly hold: () => void;
  readonly letGo: () => void;
  readonly stop: () => void;
}

/** Tells once 700 ms after the last of many changes, and of one drag never more than once. */
export function tellAtRest({ after, tell }: TellAtRestOptions): RestWatch {
  let callOff = () => {};
  let isHeld = false;
  let isDue = false;
  const tellOrWait = (): void => {
    isDue = isHeld;
    if (!isHeld) tell();
  };
  return {
    change: () => {
      callOff();
      isDue = false;
      callOff = after(MILLISECONDS_OF_REST, tellOrWait);
    },
    hold: () => {
      isHeld = true;
    },
    letGo: () => {
      isHeld = false;
      if (isDue) tellOrWait();
    },
    stop: () => callOff(),
  };
}
