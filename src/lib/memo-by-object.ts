/**
 * A function that remembers its result for as long as its argument lives: the same object in gives the same object out, which is what
 * lets a view tell that nothing has changed. A throw is not remembered.
 */
export function memoByObject<Argument extends object, Result>(
  compute: (argument: Argument) => Result,
): (argument: Argument) => Result {
  const known = new WeakMap<Argument, { readonly result: Result }>();
  return (argument) => {
    const ready = known.get(argument) ?? { result: compute(argument) };
    known.set(argument, ready);
    return ready.result;
  };
}
