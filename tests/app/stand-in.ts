import { createElement, type ReactNode } from "react";

/** Which stand-in throws when it is drawn; none while it is empty. */
export const chaos = { failing: "" };

const standIn =
  (name: string) =>
  ({ children }: { readonly children?: ReactNode }): ReactNode => {
    if (chaos.failing === name) throw new Error(`${name} fails`);
    return createElement("div", { "data-panel": name }, name, children);
  };

/** A module whose components are told by name, so that what stands around a panel can be tried without the panel. */
export function standIns(...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, standIn(name)]));
}
