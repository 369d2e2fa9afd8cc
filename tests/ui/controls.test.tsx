import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactElement, useState } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { Button } from "../../src/ui/button.tsx";
import { ChoiceField } from "../../src/ui/choice-field.tsx";
import { Disclosure } from "../../src/ui/disclosure.tsx";
import { Money } from "../../src/ui/money.tsx";
import { Notice } from "../../src/ui/notice.tsx";
import { SectionCard } from "../../src/ui/section-card.tsx";
import { SelectField } from "../../src/ui/select-field.tsx";
import { SliderField } from "../../src/ui/slider-field.tsx";
import { SwitchField } from "../../src/ui/switch-field.tsx";

function Billing(): ReactElement {
  const [mode, setMode] = useState<"api" | "plan">("api");
  const choices = [
    { value: "api", label: "API" },
    { value: "plan", label: "Plan" },
  ] as const;
  return <ChoiceField legend="Billing" choices={choices} value={mode} onChange={setMode} hint="Sets the cache lifetime." />;
}

describe("a choice of a few", () => {
  it("is a named group of radios that arrow keys move through", async () => {
    render(<Billing />);
    expect(screen.getByRole("group", { name: "Billing" })).toHaveAccessibleDescription("Sets the cache lifetime.");
    await userEvent.tab();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByRole("radio", { name: "Plan" })).toBeChecked();
    expect(screen.getByRole("radio", { name: "API" })).not.toBeChecked();
  });
});

describe("a choice of many", () => {
  it("is a select with named groups, and none around those before", async () => {
    const onChange = vi.fn();
    const groups = [
      { label: "", options: [{ value: "any", label: "Any" }] },
      { label: "Opus", options: [{ value: "claude-opus-4-5", label: "Opus 4.5" }] },
    ];
    render(<SelectField id="model" label="Model" groups={groups} value="any" onChange={onChange} />);
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Model" }), "Opus 4.5");
    expect(onChange.mock.calls).toEqual([["claude-opus-4-5"]]);
    expect(screen.getAllByRole("group").map((group) => group.getAttribute("label"))).toEqual(["Opus"]);
  });
});

describe("a switch", () => {
  it("is turned by a click on its words", async () => {
    const onChange = vi.fn();
    render(<SwitchField id="compaction" label="Compaction" checked={false} onChange={onChange} hint="At the window's end." />);
    expect(screen.getByRole("switch", { name: "Compaction" })).toHaveAccessibleDescription("At the window's end.");
    await userEvent.click(screen.getByText("Compaction"));
    expect(onChange.mock.calls).toEqual([[true]]);
  });
});

describe("a part to fold out", () => {
  it("says the values inside while closed, and keeps them in the page", () => {
    render(
      <Disclosure title="Assumptions" summary="5-minute cache, no compaction">
        <p>Cache lifetime</p>
      </Disclosure>,
    );
    expect(screen.getByText("5-minute cache, no compaction")).toBeVisible();
    expect(screen.getByText("Cache lifetime")).not.toBeVisible();
  });
});

describe("a notice", () => {
  it("lists what it has to say, and is announced only when asked", () => {
    const { rerender } = render(<Notice tone="error" title="Two lines were skipped" items={["line 3", "line 9"]} />);
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["line 3", "line 9"]);
    expect(screen.queryByRole("alert")).toBeNull();
    rerender(<Notice tone="error" title="Two lines were skipped" announced />);
    expect(screen.getByRole("alert")).toHaveTextContent("Two lines were skipped");
  });
});

it("an amount is never without its period's words", () => {
  render(
    <p>
      About <Money usd={212.4} period="a month" about />
    </p>,
  );
  expect(screen.getByText(/About/)).toHaveTextContent("About $212 a month");
});

it("a button submits no form unless told to", () => {
  render(<Button>Reset</Button>);
  expect(screen.getByRole("button", { name: "Reset" })).toHaveAttribute("type", "button");
});

it("nothing drawn on the server carries an inline style, which a strict page refuses", () => {
  const field = { id: "f", label: "Days", least: 1, most: 31, value: 20, onChange: vi.fn(), unit: "days", valueText: "20 days" };
  const html = renderToStaticMarkup(
    <SectionCard title="Your work" level={2}>
      <SliderField {...field} stops={[1, 10, 31]} hint="A month." error="Too many." />
      <SwitchField id="s" label="Fast" checked onChange={vi.fn()} />
      <Disclosure title="More" summary="none">
        <Notice tone="warn" title="Mind" items={["this"]} />
      </Disclosure>
    </SectionCard>,
  );
  expect(html).toContain('type="range"');
  expect(html).not.toMatch(/\sstyle=/);
});
