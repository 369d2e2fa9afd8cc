import type { ReactElement } from "react";
import type { EmbedBox } from "./combine-embed.ts";

export interface EmbedBoxesProps<Part extends string> {
  readonly legend: string;
  readonly boxes: readonly EmbedBox<Part>[];
  readonly onToggle: (part: Part) => void;
}

/** Any of a few, all in sight: native checkboxes. */
export function EmbedBoxes<Part extends string>({ legend, boxes, onToggle }: EmbedBoxesProps<Part>): ReactElement {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
        {boxes.map(({ part, label, checked, fixed }) => (
          <label
            key={part}
            className="flex min-h-7 cursor-pointer items-center gap-2 text-sm has-disabled:cursor-not-allowed has-disabled:text-soft pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent pointer-coarse:size-5"
              checked={checked}
              disabled={fixed}
              onChange={() => onToggle(part)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
