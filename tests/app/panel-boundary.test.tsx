import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { watchDeploys } from "../../src/app/deploy-skew.ts";
import { PanelBoundary } from "../../src/app/panel-boundary.tsx";
import { changeScenario } from "../../src/state/actions.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";

const parts = vi.hoisted(() => ({ rescue: "comes" as "comes" | "throws" }));

vi.mock("../../src/app/rescue.tsx", async (original) => {
  const real = await original<typeof import("../../src/app/rescue.tsx")>();
  const Rescue = (props: Parameters<typeof real.Rescue>[0]): ReactElement => {
    if (parts.rescue === "throws") throw new Error("the excuse's own code fails");
    return real.Rescue(props);
  };
  return { Rescue };
});

const failure = { now: null as Error | null };

function Panel(): ReactElement {
  if (failure.now) throw failure.now;
  return <p>the panel</p>;
}

const InPage = ({ isPage = false }: { readonly isPage?: boolean }): ReactElement => (
  <PanelBoundary name="The chart" isPage={isPage}>
    <Panel />
  </PanelBoundary>
);

const button = (name: string): Promise<HTMLElement> => screen.findByRole("button", { name });
const developers = (): number => scenarioStore.getState().scenario.developers;

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  scenarioStore.setState(createScenarioStore().getState(), true);
  parts.rescue = "comes";
  failure.now = new Error("cannot be drawn");
});

describe("R7: what a person is offered where a part has failed", () => {
  it("takes the inputs along, as a link to what they are now", async () => {
    const writeText = vi.fn(async (_text: string) => {});
    vi.stubGlobal("navigator", { ...navigator, onLine: true, clipboard: { writeText } });
    changeScenario({ developers: 25 });
    render(<InPage />);
    fireEvent.click(await button("Copy the link to my inputs"));
    expect(await screen.findByText("Copied")).toBeInTheDocument();
    expect(writeText.mock.calls).toEqual([[expect.stringMatching(/^http[^#]*#v=1&pd=2026-11-20&dev=25&z=3$/)]]);
    vi.unstubAllGlobals();
  });

  it("begins again with a first visitor's inputs, and the part with it", async () => {
    changeScenario({ developers: 25 });
    render(<InPage />);
    const afresh = await button("Start afresh");
    failure.now = null;
    fireEvent.click(afresh);
    expect(screen.getByText("the panel")).toBeInTheDocument();
    expect(developers()).toBe(createScenarioStore().getState().scenario.developers);
  });

  it("is still said, and the part can be tried again, where the code of these offers fails too", async () => {
    parts.rescue = "throws";
    render(<InPage />);
    const again = await button("Try again");
    await waitFor(() => expect(screen.getAllByRole("button")).toEqual([again]));
    expect(screen.getByRole("alert")).toHaveTextContent(
      "The chart could not be shown. The other parts go on. Your inputs are kept.",
    );
    failure.now = null;
    fireEvent.click(again);
    expect(screen.getByText("the panel")).toBeInTheDocument();
  });

  it("is the same where the whole page fails: never an empty one, and no other parts are spoken of", async () => {
    render(<InPage isPage />);
    expect(screen.getByRole("alert")).toHaveTextContent("The chart could not be shown. Your inputs are kept.");
    expect(await button("Start afresh")).toBeInTheDocument();
    expect(await button("Copy the link to my inputs")).toBeInTheDocument();
  });
});

describe("R8: a part whose code did not come", () => {
  const lose = (error: Error): void => {
    failure.now = error;
    watchDeploys(window);
    window.dispatchEvent(Object.assign(new Event("vite:preloadError"), { payload: error }));
  };

  it("is not tried again, which would not ask for it: the page is loaded again when the person says so", async () => {
    lose(new TypeError("Failed to fetch dynamically imported module"));
    render(<InPage />);
    expect(screen.getByRole("alert")).toHaveTextContent(
      "The chart did not load, perhaps because there is a newer page. The other parts go on. Your inputs are kept.",
    );
    expect(await button("Load the page again")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  it("says so when that is for want of a network", () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    lose(new TypeError("Failed to fetch dynamically imported module"));
    render(<InPage />);
    expect(screen.getByRole("alert")).toHaveTextContent("The chart did not load: you are offline.");
    vi.restoreAllMocks();
  });
});
