import { lazy, type ReactElement, Suspense, useState } from "react";
import { Button } from "../../ui/button.tsx";

const SavedDialog = lazy(async () => ({ default: (await import("./saved-dialog.tsx")).SavedDialog }));

/** Opens what was saved under names. */
export function OpenSaved(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <svg viewBox="0 0 18 18" aria-hidden="true" className="size-4.5 fill-none stroke-current stroke-2">
          <path d="M4.500 2.500h9v13L9 12l-4.500 3.500z" />
        </svg>
        <span className="max-sm:sr-only">Saved</span>
      </Button>
      {isOpen ? (
        <Suspense>
          <SavedDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
