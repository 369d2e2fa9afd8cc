import { Component, lazy, type ReactNode, Suspense } from "react";
import { Button } from "../ui/button.tsx";
import { isLost } from "./lost-code.ts";

interface Props {
  /** What the panel is called where it has to be excused. */
  readonly name: string;
  /** What keeps its place until its code has come; left out: nothing. */
  readonly room?: ReactNode;
  /** Whether it is the whole page: that is taken over from the drawn one in one go, and waits for no code. */
  readonly isPage?: boolean;
  /** Shown in place of the excuse. */
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly failure: { readonly error: unknown } | null;
}

// Of a chunk that may be as lost as the panel's own: the words and the first button must do without it.
const Rescue = lazy(async () => ({ default: (await import("./rescue.tsx")).Rescue }));

/**
 * Makes a part of the page one that stands by itself: it may come later than the rest, may fail without the rest, and is taken over from the
 * drawn page in a task of its own, so that no input has to wait for the whole page. React has error boundaries as classes only.
 */
export class PanelBoundary extends Component<Props, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  readonly #tryAgain = (): void => this.setState({ failure: null });

  override render(): ReactNode {
    const { name, room = null, isPage = false, instead, children } = this.props;
    const { failure } = this.state;
    if (failure === null) return isPage ? children : <Suspense fallback={room}>{children}</Suspense>;
    if (instead !== undefined) return instead;
    const isGone = isLost(failure.error);
    return (
      <section role="alert" className="rounded-md border border-line bg-card p-4 text-sm">
        <p className="font-medium">
          {name} {isGone ? lostWords() : "could not be shown"}. {isPage ? "" : "The other parts go on. "}Your inputs are kept.
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          {/* What React has once failed to load it does not ask for again. */}
          <Button onClick={isGone ? () => location.reload() : this.#tryAgain}>
            {isGone ? "Load the page again" : "Try again"}
          </Button>
          <PanelBoundary name="" instead={null}>
            <Rescue onAfresh={this.#tryAgain} />
          </PanelBoundary>
        </div>
      </section>
    );
  }
}

function lostWords(): string {
  return navigator.onLine ? "did not load, perhaps because there is a newer page" : "did not load: you are offline";
}
