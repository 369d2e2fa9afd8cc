import { EMBED_PANELS, EMBED_TITLE, EMBED_WIDTHS, type EmbedPanel, embedHeight } from "../scenario/embed-snippet.ts";
import { enveloped, type HostMessage, MESSAGE_KEY } from "./protocol.ts";

// `embed/v1.js`: defines <claude-code-cost>. A custom element can only be written as a class.

const NAME = "claude-code-cost";
const LOWEST_PIXELS = 200;
const HIGHEST_PIXELS = 4_000;

// A module script is not the current script; it is found by its name.
const script = document.currentScript ?? document.querySelector("script[src*='embed/v1.js']");
const FRAME = new URL("v1/", (script as HTMLScriptElement | null)?.src ?? location.href);

class CostCalculator extends HTMLElement {
  static observedAttributes = ["scenario", "theme", "show", "lock"];
  #frame: HTMLIFrameElement | undefined;
  #watch: MutationObserver | undefined;
  /** The scenario that the frame was last told. */
  #told = "";
  #isReady = false;

  connectedCallback(): void {
    this.style.display ||= "block";
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    this.#open();
    addEventListener("message", this.#hear);
    // Pages switch their theme by a class or an attribute of their root or body.
    this.#watch = new MutationObserver(this.#matchScheme);
    for (const element of [document.documentElement, document.body])
      if (element) this.#watch.observe(element, { attributes: true });
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#hear);
    this.#watch?.disconnect();
    this.#frame?.remove();
  }

  attributeChangedCallback(name: string): void {
    if (!this.#frame?.isConnected) return;
    if (name === "scenario") this.#tellScenario();
    else if (name === "theme") this.#sendTheme();
    else this.#open();
  }

  // A new frame instead of a new address: that would be one more step for the page's Back.
  #open(): void {
    const frame = document.createElement("iframe");
    const options = ["theme", "show", "lock"].flatMap((name) => {
      const value = this.#text(name);
      return value ? [`${name}=${encodeURIComponent(value)}`] : [];
    });
    this.#told = this.#text("scenario");
    frame.src = `${FRAME.href}${options.length ? `?${options.join("&")}` : ""}#${this.#told.replace(/^#/, "")}`;
    frame.title = EMBED_TITLE;
    frame.width = "100%";
    frame.height = String(this.#firstHeight());
    frame.loading = "lazy";
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    frame.style.border = "0";
    frame.style.display = "block";
    this.#frame = frame;
    this.#isReady = false;
    this.#matchScheme();
    this.shadowRoot?.replaceChildren(frame);
  }

  #firstHeight(): number {
    const show = this.#text("show").split(",");
    const panels: readonly EmbedPanel[] = EMBED_PANELS.filter((panel) => show.includes(panel));
    const width = EMBED_WIDTHS.findLast((least) => least <= this.offsetWidth) ?? EMBED_WIDTHS[0];
    return embedHeight(panels.length ? panels : ["verdict"], width);
  }

  #hear = ({ source, origin, data }: MessageEvent): void => {
    if (!source || source !== this.#frame?.contentWindow || (origin !== "null" && origin !== FRAME.origin)) return;
    const message = data?.[MESSAGE_KEY];
    if (message?.v !== 1) return;
    if (message.type === "ready") this.#greet();
    if (message.type === "resize" && message.height > 0)
      this.#frame.height = String(Math.min(HIGHEST_PIXELS, Math.max(LOWEST_PIXELS, message.height)));
    if (message.type === "change")
      this.dispatchEvent(new CustomEvent("change", { detail: { link: message.link, totals: message.totals } }));
  };

  // What was set while the frame was loading was not heard.
  #greet(): void {
    this.#isReady = true;
    this.#send({ type: "ack" });
    this.#sendTheme();
    if (this.#told !== this.#text("scenario")) this.#tellScenario();
  }

  #tellScenario(): void {
    if (!this.#isReady) return;
    this.#told = this.#text("scenario");
    this.#send({ type: "setScenario", link: this.#told });
  }

  #sendTheme(): void {
    this.#send({ type: "setTheme", theme: (this.#text("theme") || "auto") as "auto" });
  }

  #send(message: HostMessage): void {
    // To whatever origin: in its sandbox the frame has none.
    this.#frame?.contentWindow?.postMessage(enveloped(message), "*");
  }

  // A page that names no colour scheme is a light one, and would show a dark frame to a person whose system is dark.
  #matchScheme = (): void => {
    if (this.#frame) this.#frame.style.colorScheme = getComputedStyle(this).colorScheme === "normal" ? "light" : "";
  };

  #text(name: string): string {
    return this.getAttribute(name) ?? "";
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, CostCalculator);
