import { type ReactElement, useId, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import {
  EMBED_LOCKS,
  EMBED_PANELS,
  EMBED_THEMES,
  EMBED_WIDTHS,
  type EmbedTheme,
  type EmbedWidth,
  PLAIN_EMBED,
  type SnippetForm,
} from "../../scenario/embed-snippet.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { DialogFrame } from "../../ui/dialog-frame.tsx";
import { Notice } from "../../ui/notice.tsx";
import {
  type CombinedEmbed,
  calculatorFolder,
  combineEmbed,
  type EmbedChoices,
  hostingProblem,
  lockBoxes,
  panelBoxes,
  toggled,
} from "./combine-embed.ts";
import { EmbedBoxes } from "./embed-boxes.tsx";
import { EmbedHeight } from "./embed-height.tsx";
import { EmbedPreview } from "./embed-preview.tsx";

const FIRST: EmbedChoices = { form: "html", options: PLAIN_EMBED, width: 480, ownHeight: null };

/** Writes what is pasted into a page to show this scenario there, and shows how it will look. */
export function EmbedDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const state = useScenario(useShallow(({ shown, others, edited }) => ({ shown, others, edited })));
  const [choices, setChoices] = useState(FIRST);
  const [measured, setMeasured] = useState<{ readonly of: string; readonly height: number } | null>(null);
  const folder = folderHere();
  const embed = combineEmbed(state, folder, choices);
  const needed = measured?.of === embed.address ? measured.height : null;
  const problem = hostingProblem(folder);
  return (
    <DialogFrame title="Embed in a page" onClose={onClose}>
      <div className="grid grid-cols-1 gap-4">
        {problem === null ? null : (
          <Notice tone="warn" title="Other pages cannot show this one.">
            <p>{problem}</p>
          </Notice>
        )}
        {embed.notes.map((note) => (
          <Notice key={note} tone="info" title={note} />
        ))}
        <EmbedFields choices={choices} onChange={setChoices} />
        <EmbedHeight
          embed={embed}
          choices={choices}
          needed={needed}
          onOwnHeight={(ownHeight) => setChoices((before) => ({ ...before, ownHeight }))}
        />
        <SnippetField embed={embed} />
        <EmbedPreview
          address={embed.address}
          width={choices.width}
          height={previewHeight(embed, choices, { needed })}
          onMeasured={(height) => setMeasured({ of: embed.address, height })}
        />
      </div>
    </DialogFrame>
  );
}

function folderHere(): string {
  return calculatorFolder({ address: location.href, isPreset: document.documentElement.dataset.preset !== undefined });
}

// As the loader does: it follows the content within bounds.
function previewHeight(
  { height }: CombinedEmbed,
  { form }: EmbedChoices,
  { needed }: { readonly needed: number | null },
): number {
  return form === "loader" ? Math.min(4_000, Math.max(200, needed ?? height)) : height;
}

interface EmbedFieldsProps {
  readonly choices: EmbedChoices;
  readonly onChange: (choices: EmbedChoices) => void;
}

function EmbedFields({ choices, onChange }: EmbedFieldsProps): ReactElement {
  const { form, options, width } = choices;
  // A height that was taken from the preview was that of the choices before.
  const change = (part: Partial<EmbedChoices>): void => onChange({ ...choices, ownHeight: null, ...part });
  return (
    <>
      <ChoiceField
        legend="Goes into"
        choices={FORMS}
        value={form}
        onChange={(to) => change({ form: to })}
        hint={FORM_HINTS[form]}
      />
      <EmbedBoxes
        legend="Shows"
        boxes={panelBoxes(options.show)}
        onToggle={(panel) => change({ options: { ...options, show: toggled(EMBED_PANELS, options.show, panel) } })}
      />
      <EmbedBoxes
        legend="Readers cannot change"
        boxes={lockBoxes(options.lock)}
        onToggle={(group) => change({ options: { ...options, lock: toggled(EMBED_LOCKS, options.lock, group) } })}
      />
      <div className="flex flex-wrap gap-4">
        <ChoiceField
          legend="Colours"
          choices={THEMES}
          value={options.theme}
          onChange={(theme) => onChange({ ...choices, options: { ...options, theme } })}
        />
        <ChoiceField
          legend="Width of the page's text, px"
          choices={WIDTHS}
          value={String(width) as `${EmbedWidth}`}
          onChange={(text) => change({ width: Number(text) as EmbedWidth })}
          hint="The widest of these that your text has room for: the height follows from it."
        />
      </div>
    </>
  );
}

const FORMS = [
  { value: "html", label: "HTML" },
  { value: "mdx", label: "MDX (JSX)" },
  { value: "loader", label: "With a script" },
] as const;

const FORM_HINTS: Readonly<Record<SnippetForm, string>> = {
  html: "Any page, and Markdown that takes HTML. No script of ours runs in the page.",
  mdx: "Docusaurus and other MDX. No script of ours runs in the page.",
  loader: "A page that may run our script, under 2 kB: the height follows what the embed shows.",
};

const THEME_LABELS: Readonly<Record<EmbedTheme, string>> = { auto: "As the page", light: "Light", dark: "Dark" };
const THEMES = EMBED_THEMES.map((value) => ({ value, label: THEME_LABELS[value] }));
const WIDTHS = EMBED_WIDTHS.map((width) => ({ value: `${width}` as const, label: String(width) }));

function SnippetField({ embed: { snippet, address } }: { readonly embed: CombinedEmbed }): ReactElement {
  const id = useId();
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        Snippet
      </label>
      <textarea
        id={id}
        className="field w-full py-1.5 font-mono"
        rows={6}
        readOnly
        spellCheck={false}
        value={snippet}
        onFocus={({ target }) => target.select()}
      />
      <div className="flex flex-wrap gap-2">
        <CopyButton label="Copy snippet" kind="primary" text={() => snippet} />
        <CopyButton label="Copy the frame's address" text={() => address} />
      </div>
    </div>
  );
}
