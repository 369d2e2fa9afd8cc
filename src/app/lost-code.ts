const lost = new WeakSet<object>();

/** Keeps in mind that an error is that of code which was asked for and did not come. */
export function noteLost(error: object): void {
  lost.add(error);
}

/** Whether an error is that of code which was asked for and did not come. */
export function isLost(error: unknown): boolean {
  return error instanceof Object && lost.has(error);
}
