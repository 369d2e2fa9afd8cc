import type { ComponentProps, ReactElement } from "react";

export interface ButtonProps extends Omit<ComponentProps<"button">, "className" | "style"> {
  /** `primary` for the one thing to do in a place, `quiet` for the rest. */
  readonly kind?: "primary" | "quiet" | undefined;
}

const LOOKS = {
  primary: "border-accent bg-accent text-on-accent hover:opacity-90",
  quiet: "border-line bg-card text-ink hover:border-edge hover:bg-wash",
};

/** A button that submits nothing unless told to. */
export function Button({ kind = "quiet", type = "button", ...rest }: ButtonProps): ReactElement {
  return <button {...rest} type={type} className={`button ${LOOKS[kind]}`} />;
}
