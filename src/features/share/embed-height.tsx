import type { ReactElement } from "react";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format-count.ts";
import type { CombinedEmbed, EmbedChoices } from "./combine-embed.ts";

// The published heights are right to so many pixels.
const SAME_PIXELS = 8;

export interface EmbedHeightProps {
  readonly embed: CombinedEmbed;
  readonly choices: EmbedChoices;
  /** CSS pixels that the preview's content is high; null until it has said so. */
  readonly needed: number | null;
  /** Takes a height, CSS pixels, in place of the published one; null for that. */
  readonly onOwnHeight: (height: number | null) => void;
}

/** How high the frame will be, and the way to the height that the preview needs. */
export function EmbedHeight({ embed, choices, needed, onOwnHeight }: EmbedHeightProps): ReactElement {
  const { height, publishedHeight } = embed;
  const { form, width, ownHeight } = choices;
  const isOff = needed !== null && Math.abs(needed - height) > SAME_PIXELS;
  return (
    <div className="grid justify-items-start gap-1 text-sm">
      <p>
        <span className="font-medium">Height: {formatCount(height)} px</span>
        <span className="text-soft">
          {form === "loader"
            ? ", until the script has the embed's own, between 200 and 4,000 px."
            : ownHeight === null
              ? `, published for ${width} px: the standard scenario with nothing locked or unfolded.`
              : ", as the preview needed it."}
        </span>
      </p>
      {needed !== null && isOff && form !== "loader" ? (
        <p className="flex flex-wrap items-center gap-2">
          <span>The preview needs {formatCount(needed)} px.</span>
          <Button onClick={() => onOwnHeight(needed)}>Use {formatCount(needed)} px</Button>
        </p>
      ) : null}
      {ownHeight === null || form === "loader" ? null : (
        <Button onClick={() => onOwnHeight(null)}>Use the published {formatCount(publishedHeight)} px</Button>
      )}
    </div>
  );
}
