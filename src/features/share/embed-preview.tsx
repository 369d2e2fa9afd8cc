import { type ReactElement, type RefObject, useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { EMBED_TITLE, type EmbedWidth } from "../../scenario/embed-snippet.ts";
import { Button } from "../../ui/button.tsx";
import { watchWidth } from "../../ui/charts/box-watch.ts";
import { Notice } from "../../ui/notice.tsx";
import { ACKNOWLEDGED, readFrameMessage } from "./embed-messages.ts";

/** The embed says that it is ready within this time, or something is in its way. */
export const READY_MILLISECONDS = 5_000;

export interface EmbedPreviewProps {
  readonly address: string;
  readonly width: EmbedWidth;
  /** CSS pixels. */
  readonly height: number;
  /** Told how high the embed's content is, CSS pixels. */
  readonly onMeasured: (height: number) => void;
}

/** The embed as a page of that width would show it, made smaller where there is less room. Asks our own server for the embed's files. */
export function EmbedPreview(props: EmbedPreviewProps): ReactElement {
  const { address, width } = props;
  const id = useId();
  const [attempt, setAttempt] = useState(0);
  const [box, room] = useRoom();
  const scale = Math.min(1, (room ?? width) / width);
  const percent = Math.round(scale * 100);
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3 id={id} className="text-sm font-medium">
        Preview
        <span className="font-normal text-soft">
          , {width} px wide{percent < 100 ? `, at ${percent}% of its size` : ""}
        </span>
      </h3>
      <section
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="max-h-[60vh] overflow-x-hidden overflow-y-auto rounded-sm border border-edge"
      >
        <div ref={box}>
          {/* A new frame for another address: in the old one it would be a step for Back. */}
          <PreviewFrame key={`${attempt} ${address}`} {...props} scale={scale} onRetry={() => setAttempt(attempt + 1)} />
        </div>
      </section>
    </div>
  );
}

interface PreviewFrameProps extends EmbedPreviewProps {
  readonly scale: number;
  readonly onRetry: () => void;
}

function PreviewFrame({ address, width, height, onMeasured, scale, onRetry }: PreviewFrameProps): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const state = useFrameState(frame, onMeasured);
  return (
    <>
      <div role="status">
        {state === "loading" ? <p className="px-3 py-2 text-sm text-soft">Loading the preview.</p> : null}
        {state === "silent" ? <Silent onRetry={onRetry} /> : null}
      </div>
      <div className={state === "ready" ? undefined : UNSEEN} style={state === "ready" ? { height: height * scale } : undefined}>
        <iframe
          ref={frame}
          src={address}
          title={`Preview: ${EMBED_TITLE}`}
          allow="clipboard-write"
          referrerPolicy="no-referrer"
          className="block max-w-none origin-top-left"
          style={{ width, height, transform: `scale(${scale})` }}
        />
      </div>
    </>
  );
}

// What a browser puts in the place of a page that did not come is not ours to show. Still laid out, so that a late frame can measure itself.
const UNSEEN = "invisible h-0 overflow-hidden";

function Silent({ onRetry }: Pick<PreviewFrameProps, "onRetry">): ReactElement {
  return (
    <Notice tone="warn" title="The preview did not load.">
      <p>The network or the calculator's server may be away. The snippet is complete without it.</p>
      <div className="mt-2">
        <Button onClick={onRetry}>Try again</Button>
      </div>
    </Notice>
  );
}

type FrameState = "loading" | "ready" | "silent";

// A frame that is ready after the time is shown all the same.
function useFrameState(frame: RefObject<HTMLIFrameElement | null>, onMeasured: (height: number) => void): FrameState {
  const [state, setState] = useState<FrameState>("loading");
  const hear = useEffectEvent(({ source, origin, data }: MessageEvent): void => {
    const embed = frame.current?.contentWindow;
    if (!embed || source !== embed || origin !== location.origin) return;
    const message = readFrameMessage(data);
    if (message?.type === "resize") onMeasured(message.height);
    if (message?.type !== "ready") return;
    setState("ready");
    embed.postMessage(ACKNOWLEDGED, "/");
  });
  useEffect(() => {
    const listen = (event: MessageEvent): void => hear(event);
    addEventListener("message", listen);
    const timer = setTimeout(() => setState((before) => (before === "ready" ? before : "silent")), READY_MILLISECONDS);
    return () => {
      removeEventListener("message", listen);
      clearTimeout(timer);
    };
  }, []);
  return state;
}

/** A box, and how wide it is, CSS pixels; null until that is known. */
function useRoom(): readonly [RefObject<HTMLDivElement | null>, number | null] {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => (box.current === null ? undefined : watchWidth(box.current, setRoom)), []);
  return [box, room];
}
