import { Component, type ReactNode } from "react";

interface Props {
  /** What the panel is called where it has to be excused. */
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

/** Keeps a panel that throws from taking the page with it. React has error boundaries as classes only. */
export class PanelBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <section role="alert" className="rounded-md border border-line bg-card p-4 text-sm">
        <p className="font-medium">
          {this.props.name} could not be shown. The other parts go on; your inputs are in the address.
        </p>
        <button
          type="button"
          className="mt-2 min-h-9 underline underline-offset-2"
          onClick={() => this.setState({ failed: false })}
        >
          Try again
        </button>
      </section>
    );
  }
}
