/**
 * What a sum written by hand comes to: numbers, + − × / and brackets, nothing else.
 * @throws Error for anything that is no such sum
 * @example sumByHand("2 × (1,000 + 0.5)") //=> 2001
 */
export function sumByHand(sum: string): number {
  const tokens = sum.match(/\d[\d,]*(?:\.\d+)?|[+−×/()]|\S/g) ?? [];
  let at = 0;

  function factor(): number {
    const token = tokens[at++];
    if (token === "(") {
      const inside = added();
      if (tokens[at++] !== ")") throw new Error(`${sum}: a bracket is not closed`);
      return inside;
    }
    if (!token || !/^\d/.test(token)) throw new Error(`${sum}: a number belongs where "${token ?? "the end"}" stands`);
    return Number(token.replaceAll(",", ""));
  }

  function multiplied(): number {
    let value = factor();
    while (tokens[at] === "×" || tokens[at] === "/") value = tokens[at++] === "×" ? value * factor() : value / factor();
    return value;
  }

  function added(): number {
    let value = multiplied();
    while (tokens[at] === "+" || tokens[at] === "−") value = tokens[at++] === "+" ? value + multiplied() : value - multiplied();
    return value;
  }

  const value = added();
  if (at !== tokens.length) throw new Error(`${sum}: nobody knows what "${tokens[at]}" does there`);
  return value;
}
