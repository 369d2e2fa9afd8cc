import { type ReactElement, type ReactNode, startTransition, useEffect, useState } from "react";

/**
 * What is drawn only once the page runs: the page as drawn at build time does without it, so that its HTML stays small.
 * @param room what keeps its place until then
 */
export function Later({ room, children }: { readonly room: ReactNode; readonly children: ReactNode }): ReactElement {
  const [isRunning, setIsRunning] = useState(false);
  useEffect(() => startTransition(() => setIsRunning(true)), []);
  return <>{isRunning ? children : room}</>;
}
