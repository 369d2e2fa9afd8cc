/** The lists that numbers are packed in. */
export type PackedNumbers = Uint8Array | Uint32Array | Float64Array;

/** A list of numbers that grows at its end. */
export interface GrowingColumn<List extends PackedNumbers> {
  readonly push: (value: number) => void;
  /** What was pushed, in a list of its own that has no room to spare. */
  readonly packed: () => List;
}

/** An empty column; `make` gives a list of zeros. */
export function createColumn<List extends PackedNumbers>(make: (length: number) => List): GrowingColumn<List> {
  let list = make(1 << 6);
  let length = 0;
  return {
    push: (value) => {
      if (length === list.length) {
        const larger = make(length + (length >> 1));
        larger.set(list);
        list = larger;
      }
      list[length] = value;
      length += 1;
    },
    packed: () => {
      const exact = make(length);
      exact.set(list.subarray(0, length));
      return exact;
    },
  };
}

/** What several columns hold, by their names. */
export function packedColumns<Columns extends Readonly<Record<string, GrowingColumn<PackedNumbers>>>>(
  columns: Columns,
): { readonly [Name in keyof Columns]: ReturnType<Columns[Name]["packed"]> } {
  const lists = Object.entries(columns).map(([name, column]) => [name, column.packed()]);
  return Object.fromEntries(lists) as { readonly [Name in keyof Columns]: ReturnType<Columns[Name]["packed"]> };
}

/** Values by number, in the order in which they first came. */
export interface Numbering<Value> {
  readonly numberOf: (value: Value) => number;
  readonly values: () => readonly Value[];
}

/** An empty numbering. */
export function createNumbering<Value>(): Numbering<Value> {
  const numbers = new Map<Value, number>();
  return {
    numberOf: (value) => {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, numbers.size);
      return numbers.size - 1;
    },
    values: () => [...numbers.keys()],
  };
}
