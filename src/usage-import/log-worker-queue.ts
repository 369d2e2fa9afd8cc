/** What comes bit by bit and is taken one after the other. */
export interface Queue<Item> {
  readonly put: (item: Item) => void;
  /** Nothing comes any more; what was put before is still given. */
  readonly end: () => void;
  /** The next one, as soon as there is one; null = that was all. */
  readonly next: () => Promise<Item | null>;
}

/** An empty queue for one taker. */
export function createQueue<Item>(): Queue<Item> {
  const items: Item[] = [];
  let hasEnded = false;
  let wake = (): void => {};
  return {
    put: (item) => {
      items.push(item);
      wake();
    },
    end: () => {
      hasEnded = true;
      wake();
    },
    next: async () => {
      while (items.length === 0 && !hasEnded)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return items.shift() ?? null;
    },
  };
}
