import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** Shown in place of a drawing that failed. */
  readonly fallback: ReactNode;
}

/** Keeps a drawing that fails from taking the page with it; the next props get a new try. A class because React knows no other form. */
export class DrawingBoundary extends Component<Props, { readonly failed: ReactNode | null }> {
  override state: { readonly failed: ReactNode | null } = { failed: null };

  override componentDidCatch(): void {
    this.setState({ failed: this.props.children });
  }

  static getDerivedStateFromError(): { readonly failed: ReactNode } {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: { readonly failed: ReactNode | null }): { readonly failed: null } | null {
    const isOther = state.failed !== null && state.failed !== true && state.failed !== props.children;
    return isOther ? { failed: null } : null;
  }

  override render(): ReactNode {
    return this.state.failed === null ? this.props.children : this.props.fallback;
  }
}
