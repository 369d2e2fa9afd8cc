import { type EmbedMessage, enveloped, type HostMessage, readHostMessage } from "./protocol.ts";
import { wordpressHeight, wordpressSecret } from "./wordpress.ts";

/** The parts of a window that talking to the page around it needs. */
export interface FramedWindow {
  readonly parent: unknown;
  readonly location: { readonly hash: string };
  readonly addEventListener: (
    type: "message",
    heard: (event: { readonly source: unknown; readonly data: unknown }) => void,
  ) => void;
  readonly setTimeout: (run: () => void, milliseconds: number) => unknown;
}

/** The way to the page around the embed and back. */
export interface HostPort {
  readonly post: (message: EmbedMessage) => void;
  /** Says that the embed can be spoken to, until that is acknowledged. */
  readonly announce: () => void;
}

const REPEAT_MILLISECONDS = 250;
const MOST_REPEATS = 20;

/**
 * Talks with the page around the embed, and with no other: what an advertisement in another frame sends is not read. The host's address
 * cannot be known here, so messages go to whoever has embedded the page; they hold nothing but the scenario, its totals and a height.
 */
export function openHostPort(frame: FramedWindow, heard: (message: HostMessage) => void): HostPort {
  const host = frame.parent as Pick<Window, "postMessage">;
  const secret = wordpressSecret(frame.location.hash);
  let isAcknowledged = false;
  let height: number | null = null;

  const post = (message: EmbedMessage): void => {
    if (message.type === "resize") height = message.height;
    host.postMessage(enveloped(message), "*");
    if (message.type === "resize" && secret !== null) host.postMessage(wordpressHeight(secret, message.height), "*");
  };
  const announce = (repeats = MOST_REPEATS): void => {
    if (isAcknowledged || repeats === 0) return;
    post({ type: "ready" });
    frame.setTimeout(() => announce(repeats - 1), REPEAT_MILLISECONDS);
  };

  frame.addEventListener("message", ({ source, data }) => {
    if (source !== frame.parent) return;
    const message = readHostMessage(data);
    if (message?.type !== "ack") return message === null ? undefined : heard(message);
    isAcknowledged = true;
    // A host that began to listen late has missed it.
    if (height !== null) post({ type: "resize", height });
  });
  return { post, announce: () => announce() };
}
