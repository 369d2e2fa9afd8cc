import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** What is being drawn: after a failure only another one is tried. */
  readonly attempt: unknown;
  /** Shown in place of a drawing that failed. */
  readonly fallback: ReactNode;
}

interface State {
  readonly attempt: unknown;
  readonly hasFailed: boolean;
}

/** Keeps a drawing that fails from taking the page with it. A class because React knows no other form of it. */
export class DrawingBoundary extends Component<Props, State> {
  override state: State = { attempt: this.props.attempt, hasFailed: false };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ attempt }: Props, state: State): State | null {
    return attempt === state.attempt ? null : { attempt, hasFailed: false };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
