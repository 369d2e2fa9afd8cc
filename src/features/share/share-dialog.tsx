import { type ReactElement, useId, useState } from "react";
import { LONGEST_LINK } from "../../scenario/link.ts";
import { selectLink } from "../../state/link-selector.ts";
import { comparisonOf, type ScenarioState } from "../../state/scenario-store.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { DialogFrame } from "../../ui/dialog-frame.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { combineMarkdown } from "./combine-share.ts";
import { EmbedDialog } from "./embed-dialog.tsx";
import { ShareCode } from "./share-code.tsx";
import { ShareFile } from "./share-file.tsx";
import { ShareOpen } from "./share-open.tsx";

/** Every way to hand the scenario on: link, Markdown, QR code, file, embed; and to open what was handed on. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const state = useScenario((all) => all);
  const [isEmbedding, setIsEmbedding] = useState(false);
  const link = selectLink(state);
  const address = link.length > LONGEST_LINK ? null : `${location.href.split("#", 1)[0]}#${link}`;
  return (
    <>
      <DialogFrame title="Share" onClose={onClose}>
        <div className="grid gap-4">
          {address === null ? <TooLong length={link.length} /> : <LinkField address={address} />}
          <MarkdownField state={state} address={address} />
          {address === null ? null : (
            <div className="grid gap-2">
              <h3 className="text-sm font-medium">QR code</h3>
              <ShareCode address={address} />
            </div>
          )}
          <ShareFile comparison={comparisonOf(state)} link={link} />
          <div className="grid justify-items-start gap-2">
            <h3 className="text-sm font-medium">In a page of yours</h3>
            <Button aria-haspopup="dialog" onClick={() => setIsEmbedding(true)}>
              Embed in a page
            </Button>
          </div>
          <Disclosure title="Open a file or a link">
            <ShareOpen onOpened={onClose} />
          </Disclosure>
        </div>
      </DialogFrame>
      {/* Not inside the first: React would tell that one too when this one is closed. */}
      {isEmbedding ? <EmbedDialog onClose={() => setIsEmbedding(false)} /> : null}
    </>
  );
}

function TooLong({ length }: { readonly length: number }): ReactElement {
  return (
    <Notice tone="warn" title="Too much for a link.">
      <p>
        It would have {length.toLocaleString("en-US")} characters; from about {LONGEST_LINK.toLocaleString("en-US")} on, chat and
        mail programs cut links. The file below holds all of it.
      </p>
    </Notice>
  );
}

function LinkField({ address }: { readonly address: string }): ReactElement {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        Link
      </label>
      <input id={id} className="field w-full" readOnly value={address} onFocus={({ target }) => target.select()} />
      <CopyButton label="Copy this link" kind="primary" text={() => address} />
    </div>
  );
}

interface MarkdownFieldProps {
  readonly state: ScenarioState;
  readonly address: string | null;
}

function MarkdownField({ state, address }: MarkdownFieldProps): ReactElement {
  const id = useId();
  const text = combineMarkdown(comparisonOf(state), address);
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        Markdown with the number
      </label>
      <textarea
        id={id}
        className="field w-full py-1.5 font-mono"
        rows={4}
        readOnly
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <CopyButton label="Copy as Markdown" text={() => text} />
    </div>
  );
}
