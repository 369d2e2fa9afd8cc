// A browser driven by WebDriver BiDi, as far as the smoke list needs it: Firefox as Mozilla and Debian ship it speaks that by itself.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PATIENCE = 60_000;

/**
 * @typedef {object} Session
 * @property {(method: string, params?: object) => Promise<any>} send
 * @property {readonly any[]} messages what its consoles have said, oldest first
 * @property {string} version
 * @property {() => Promise<void>} close
 */

/**
 * Starts a Firefox without a window and with a profile of its own.
 * @param {string} path
 * @returns {Promise<Session>}
 */
export async function startFirefox(path) {
  const profile = mkdtempSync(join(tmpdir(), "smoke-firefox-"));
  const child = spawn(path, ["--headless", "--remote-debugging-port=0", "--no-remote", "--profile", profile], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const leave = async () => {
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const session = await connect(await addressIn(child.stderr));
    return {
      ...session,
      close: async () => {
        await session.send("browser.close").catch(() => {});
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Where it listens, which it says when it does. @param {import("node:stream").Readable} stderr @returns {Promise<string>} */
function addressIn(stderr) {
  let said = "";
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Firefox does not listen: ${said}`)), PATIENCE);
    stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(`${address}/session`);
    });
  });
}

/** @param {string} address */
async function connect(address) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`no answer at ${address}`));
  });
  /** @type {Map<number, (reply: any) => void>} */
  const waiting = new Map();
  /** @type {any[]} */
  const messages = [];
  let last = 0;
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(data);
    if (reply.type === "event") messages.push(reply.params);
    else waiting.get(reply.id)?.(reply);
  };
  /** @type {Session["send"]} */
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), PATIENCE);
      waiting.set(last, (reply) => {
        clearTimeout(timer);
        if (reply.type === "success") resolve(reply.result);
        else reject(new Error(`${method}: ${reply.error}, ${reply.message}`));
      });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  const { capabilities } = await send("session.new", { capabilities: {} });
  await send("session.subscribe", { events: ["log.entryAdded"] });
  return { send, messages, version: `${capabilities.browserName} ${capabilities.browserVersion}` };
}

/**
 * A page, or a frame in one.
 * @param {Session} session
 * @param {string} context
 */
export function pageIn({ send }, context) {
  const pointer = { type: "pointer", id: "mouse" };
  const press = { type: "pointerDown", button: 0 };
  const release = { type: "pointerUp", button: 0 };

  /**
   * Runs a function there and returns what it returns, as JSON.
   * @template T
   * @param {(...args: any[]) => T | Promise<T>} run
   * @param {...unknown} args
   * @returns {Promise<T>}
   */
  async function call(run, ...args) {
    const expression = `Promise.resolve((${run})(...${JSON.stringify(args)})).then((value) => JSON.stringify(value ?? null))`;
    const { result, exceptionDetails } = await send("script.evaluate", { expression, awaitPromise: true, target: { context } });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  return {
    call,
    open: (/** @type {string} */ url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    /** The frames in it. @returns {Promise<readonly string[]>} */
    frames: async () => {
      const { contexts } = await send("browsingContext.getTree", { root: context });
      return contexts[0].children.map((/** @type {any} */ child) => child.context);
    },
    /** Presses at the first place, goes through the others, lets go at the last. @param {...{ x: number, y: number }} places */
    drag: (...places) => {
      const [first, ...others] = places.map((place) => ({
        type: "pointerMove",
        x: Math.round(place.x),
        y: Math.round(place.y),
        duration: 20,
      }));
      return send("input.performActions", { context, actions: [{ ...pointer, actions: [first, press, ...others, release] }] });
    },
    /** Types text key by key. @param {string} text keys by their WebDriver code points where they have no letter */
    type: (text) => {
      const keys = Array.from(text).flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      return send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions: keys }] });
    },
    /** Chooses files in an input. @param {string} expression the input @param {readonly string[]} files */
    choose: async (expression, files) => {
      const { result } = await send("script.evaluate", { expression, awaitPromise: false, target: { context } });
      return send("input.setFiles", { context, element: { sharedId: result.sharedId }, files });
    },
  };
}
