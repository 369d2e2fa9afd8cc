import { beforeEach, describe, expect, test } from "vitest";
import { type HostPort, openHostPort } from "../../src/embed/host-port.ts";
import { enveloped, type HostMessage } from "../../src/embed/protocol.ts";

interface Sent {
  readonly message: unknown;
  readonly to: string;
}

let sent: Sent[] = [];
let heard: HostMessage[] = [];
let timers: (() => void)[] = [];
let receive: (event: { readonly source: unknown; readonly data: unknown }) => void = () => {};
const host = { postMessage: (message: unknown, to: string) => sent.push({ message, to }) };

function open(hash = ""): HostPort {
  return openHostPort(
    {
      parent: host,
      location: { hash },
      addEventListener: (_, listener) => {
        receive = listener;
      },
      setTimeout: (run) => timers.push(run),
    },
    (message) => heard.push(message),
  );
}

// Runs every timer that there is, and those that it starts.
function waitLong(): void {
  for (let run = timers.shift(); run; run = timers.shift()) run();
}

const ready = { message: enveloped({ type: "ready" }), to: "*" };
const ack = enveloped({ type: "ack" });

beforeEach(() => {
  sent = [];
  heard = [];
  timers = [];
});

describe("the port to the host", () => {
  test("says ready again and again to a host that does not answer, 20 times in 5 seconds", () => {
    open().announce();
    waitLong();
    expect(sent).toEqual(Array.from({ length: 20 }, () => ready));
  });

  test("says ready no more once it is acknowledged", () => {
    open().announce();
    receive({ source: host, data: ack });
    waitLong();
    expect(sent).toEqual([ready]);
  });

  test("tells a late host the height that it missed", () => {
    open().post({ type: "resize", height: 640 });
    receive({ source: host, data: ack });
    expect(sent.map(({ message }) => message)).toEqual([640, 640].map((height) => enveloped({ type: "resize", height })));
  });

  test("hears the page around it and no other window", () => {
    open();
    const data = enveloped({ type: "setTheme", theme: "dark" });
    receive({ source: { postMessage: () => {} }, data });
    receive({ source: null, data });
    expect(heard).toEqual([]);
    receive({ source: host, data });
    expect(heard).toEqual([{ type: "setTheme", theme: "dark" }]);
  });

  test("hears nothing in what is not of the protocol", () => {
    open();
    receive({ source: host, data: { type: "setTheme", theme: "dark" } });
    expect(heard).toEqual([]);
  });

  test("repeats WordPress' secret with every height, and knows of none elsewhere", () => {
    open("#v=1&pd=2026-11-20&z=2#?secret=aB3dE5").post({ type: "resize", height: 640 });
    expect(sent[1]).toEqual({ message: { secret: "aB3dE5", message: "height", value: 640 }, to: "*" });
    sent = [];
    open("#v=1&pd=2026-11-20&z=2").post({ type: "resize", height: 640 });
    expect(sent).toHaveLength(1);
  });
});
