/** The ends of what a figure can come to. */
export interface Reach {
  readonly least: number;
  readonly most: number;
}

/**
 * What a figure comes to over every combination of the values that its inputs may take.
 * @example reachOf({ a: [1, 2], b: [3, 4] }, ({ a, b }) => a * b) //=> { least: 3, most: 8 }
 */
export function reachOf<Name extends string>(
  inputs: Readonly<Record<Name, readonly number[]>>,
  figure: (values: Readonly<Record<Name, number>>) => number,
): Reach {
  const names = Object.keys(inputs) as Name[];
  const combinations = names.reduce<readonly Partial<Record<Name, number>>[]>(
    (made, name) => made.flatMap((values) => inputs[name].map((value) => ({ ...values, [name]: value }))),
    [{}],
  );
  const figures = combinations.map((values) => figure(values as Record<Name, number>));
  return { least: Math.min(...figures), most: Math.max(...figures) };
}
