import { lazy, type ReactElement, Suspense, useState } from "react";
import { Button } from "../../ui/button.tsx";

const ShareDialog = lazy(async () => ({ default: (await import("./share-dialog.tsx")).ShareDialog }));

/** Opens the ways in which the scenario can be handed on. */
export function OpenShare(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <svg viewBox="0 0 18 18" aria-hidden="true" className="size-4.5 fill-none stroke-current stroke-2">
          <path d="M9 11.500V2M5.500 5 9 1.500 12.500 5M5 8.500H3.500v7h11v-7H13" />
        </svg>
        <span className="max-sm:sr-only">Share</span>
      </Button>
      {isOpen ? (
        <Suspense>
          <ShareDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
