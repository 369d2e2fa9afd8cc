import { type ReactElement, useState } from "react";
import { Button } from "./button.tsx";
import { chartSvg } from "./charts/chart-export.ts";
import { pngOf } from "./charts/chart-export-png.ts";
import { CopyButton } from "./copy-button.tsx";
import { DialogFrame } from "./dialog-frame.tsx";
import type { ExportButtonProps } from "./export-button.tsx";
import type { AskOrigin } from "./export-origin.ts";
import { isFramed, saveFile } from "./export-save.ts";
import { type FileWords, fileName, tableCsv, tableJson } from "./export-table.ts";

export interface ExportDialogProps extends Omit<ExportButtonProps, "titleId"> {
  readonly askOrigin: NonNullable<AskOrigin>;
  readonly onClose: () => void;
}

/** A file that was made; `shown` is what a reader can take from the page where files are not saved. */
interface MadeFile {
  readonly content: Blob;
  readonly shown: { readonly text: string } | { readonly picture: string };
}

type Kind = "csv" | "json" | "svg" | "png";

const TABLES: readonly Kind[] = ["csv", "json"];
const PICTURES: readonly Kind[] = ["svg", "png"];
const LABELS: Readonly<Record<Kind, string>> = {
  csv: "Table for a spreadsheet (CSV)",
  json: "Table for a program (JSON)",
  svg: "Picture, any size (SVG)",
  png: "Picture (PNG)",
};

/** Offers a table and its chart as files; open from the start. In a frame, which may not save files, their content is shown too. */
export function ExportDialog({ onClose, ...what }: ExportDialogProps): ReactElement {
  const { status, shown, save } = useSaving(what);
  return (
    <DialogFrame title={`Export: ${what.title}`} onClose={onClose}>
      <ul className="grid gap-2 sm:grid-cols-2">
        {(what.frame ? [...TABLES, ...PICTURES] : TABLES).map((kind) => (
          <li key={kind} className="grid">
            <Button onClick={() => save(kind)}>{LABELS[kind]}</Button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-soft">
        Amounts are US dollars, unrounded. Every file holds the day of its prices and the link that opens these inputs.
      </p>
      <p aria-live="polite" className="mt-2 text-sm not-empty:font-medium">
        {status}
      </p>
      {shown === null ? null : <Shown shown={shown} />}
    </DialogFrame>
  );
}

function Shown({ shown }: { readonly shown: MadeFile["shown"] }): ReactElement {
  return (
    <div className="mt-3 grid gap-2">
      <p className="text-sm">If no file came, the page around this one does not allow it. Take it from here:</p>
      {"text" in shown ? (
        <>
          <textarea readOnly aria-label="The file's text" rows={8} value={shown.text} className="field p-2 font-mono text-xs" />
          <CopyButton label="Copy the text" text={() => shown.text} />
        </>
      ) : (
        <img src={shown.picture} alt="The chart, to be copied or saved" className="w-full border border-line" />
      )}
    </div>
  );
}

interface Saving {
  readonly status: string;
  readonly shown: MadeFile["shown"] | null;
  readonly save: (kind: Kind) => void;
}

function useSaving({ askOrigin, ...what }: Omit<ExportDialogProps, "onClose">): Saving {
  const [status, setStatus] = useState("");
  const [shown, setShown] = useState<MadeFile["shown"] | null>(null);
  const save = async (kind: Kind): Promise<void> => {
    try {
      const words = { name: what.name, title: what.title, takeaway: what.takeaway ?? null, ...(await askOrigin()) };
      const made = await makeFile(kind, what, words);
      const name = fileName(words, kind);
      const mayBeRefused = isFramed();
      saveFile(name, made.content);
      setShown(mayBeRefused ? made.shown : null);
      setStatus(mayBeRefused ? `Made: ${name}` : `Saved as ${name}`);
    } catch {
      setShown(null);
      setStatus("This file could not be made. The table holds the same figures.");
    }
  };
  return { status, shown, save };
}

async function makeFile(
  kind: Kind,
  { table, frame }: Pick<ExportButtonProps, "table" | "frame">,
  words: FileWords,
): Promise<MadeFile> {
  if (kind === "csv") return textFile(tableCsv(table(), words), "text/csv");
  if (kind === "json") return textFile(tableJson(table(), words), "application/json");
  const chart = chartSvg(frame?.() ?? null, words);
  if (kind === "svg") return textFile(chart.svg, "image/svg+xml");
  const picture = await pngOf(chart);
  return { content: picture.blob, shown: { picture: picture.address } };
}

function textFile(text: string, type: string): MadeFile {
  return { content: new Blob([text], { type: `${type};charset=utf-8` }), shown: { text } };
}
