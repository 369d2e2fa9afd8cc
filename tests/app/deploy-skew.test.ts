import { beforeEach, describe, expect, it, vi } from "vitest";
import { type AgeingPage, watchDeploys } from "../../src/app/deploy-skew.ts";
import { isLost } from "../../src/app/lost-code.ts";
import { changeScenario } from "../../src/state/actions.ts";
import { scenarioStore } from "../../src/state/scenario-store.ts";

type Opening = "navigate" | "reload" | "back_forward" | null;

interface Circumstances {
  readonly opening?: Opening;
  readonly isOnline?: boolean;
  readonly isLoaded?: boolean;
  readonly mayWriteAddress?: boolean;
}

/** A page that notes whether it was loaded again, and with which address. */
function ageing({ opening = "navigate", isOnline = true, isLoaded = false, mayWriteAddress = true }: Circumstances = {}) {
  const told: string[] = [];
  let onError: ((event: { readonly payload: Error }) => void) | null = null;
  const page = {
    location: { reload: () => told.push("reload") },
    history: {
      replaceState: (_data: unknown, _unused: string, url: string) => {
        if (!mayWriteAddress) throw new DOMException("no", "SecurityError");
        told.push(url);
      },
    },
    navigator: { onLine: isOnline },
    performance: {
      getEntriesByType: () => (opening === null ? [] : [{ type: opening }]),
      getEntriesByName: (name: string) => (isLoaded && name === "page-loaded" ? [{}] : []),
    },
    addEventListener: (type: string, listener: typeof onError) => {
      if (type === "vite:preloadError") onError = listener;
    },
  };
  const noteMissing = watchDeploys(page as unknown as AgeingPage);
  const lose = (error = new TypeError("Failed to fetch dynamically imported module")): Error => {
    onError?.({ payload: error });
    return error;
  };
  return { told, lose, noteMissing };
}

/** Lets the code of links come, which is waited for. */
const settle = () =>
  vi.waitFor(() => import("../../src/state/link-selector.ts")).then(() => new Promise((go) => setTimeout(go, 20)));

beforeEach(() => scenarioStore.setState(scenarioStore.getInitialState(), true));

describe("R8: a page whose code has gone since it began", () => {
  it("is loaded again once, however much is missing", async () => {
    const { told, lose, noteMissing } = ageing();
    noteMissing();
    lose();
    noteMissing();
    lose();
    await settle();
    expect(told).toEqual(["reload"]);
  });

  it("has its inputs in the address before it is", async () => {
    changeScenario({ developers: 25 });
    const { told, lose } = ageing({ opening: "back_forward" });
    lose();
    await settle();
    expect(told).toEqual(["#v=1&pd=2026-11-20&dev=25&z=3", "reload"]);
  });

  it.each([
    ["came by a reload: a third time would be a loop", { opening: "reload" }],
    ["cannot tell how it came", { opening: null }],
    ["has no network: there would be no page at all", { isOnline: false }],
    ["has loaded whole: imported usage would be lost", { isLoaded: true }],
  ] satisfies (readonly [string, Circumstances])[])("is not, where it %s", async (_why, circumstances) => {
    const { told, lose, noteMissing } = ageing(circumstances);
    noteMissing();
    lose();
    await settle();
    expect(told).toEqual([]);
  });

  it("is not where its inputs cannot be written into the address", async () => {
    changeScenario({ developers: 25 });
    const { told, lose } = ageing({ mayWriteAddress: false });
    lose();
    await settle();
    expect(told).toEqual([]);
  });

  it("knows the errors of code that did not come from those of code that fails", () => {
    const { lose } = ageing();
    expect(isLost(lose())).toBe(true);
    expect(isLost(new TypeError("Failed to fetch dynamically imported module"))).toBe(false);
    expect(isLost(undefined)).toBe(false);
  });
});
