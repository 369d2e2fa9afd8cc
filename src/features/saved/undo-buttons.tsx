import type { ReactElement } from "react";
import { pageUndo } from "../../state/page-memory.ts";
import { useUndo } from "../../state/use-undo.ts";
import { Button } from "../../ui/button.tsx";

/** One step back, one step forth; the page's status says what the month then comes to. */
export function UndoButtons(): ReactElement {
  const canUndo = useUndo(({ past }) => past.length > 0);
  const canRedo = useUndo(({ future }) => future.length > 0);
  return (
    <>
      <StepButton label="Undo" keys="Ctrl+Z" none="Nothing to undo" isOn={canUndo} onPress={pageUndo.undo} />
      <StepButton label="Redo" keys="Shift+Ctrl+Z" none="Nothing to redo" isOn={canRedo} onPress={pageUndo.redo} />
    </>
  );
}

interface StepButtonProps {
  readonly label: "Undo" | "Redo";
  readonly keys: string;
  readonly none: string;
  readonly isOn: boolean;
  readonly onPress: () => boolean;
}

// Not `disabled`: the focus must not be lost with the last step.
function StepButton({ label, keys, none, isOn, onPress }: StepButtonProps): ReactElement {
  return (
    <Button aria-label={label} aria-disabled={!isOn} title={isOn ? `${label} (${keys})` : none} onClick={onPress}>
      <svg
        viewBox="0 0 18 18"
        aria-hidden="true"
        className={`size-4.5 fill-none stroke-current stroke-2 ${label === "Redo" ? "-scale-x-100" : ""} ${isOn ? "" : "opacity-40"}`}
      >
        <path d="M6.500 2.500 2.500 6.500l4 4M2.500 6.500H11a4.500 4.500 0 0 1 0 9H7" />
      </svg>
    </Button>
  );
}
