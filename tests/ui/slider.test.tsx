import { fireEvent, render, screen } from "@testing-library/react";
import { type ReactElement, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { Slider } from "../../src/ui/slider.tsx";
import { SliderField } from "../../src/ui/slider-field.tsx";
import { linearStops, logStops } from "../../src/ui/stops.ts";

const STOPS = logStops(1_000, 10_000_000, { series: "E6" });
const FEW = linearStops(0, 100, { step: 5 });

interface OwnerProps {
  readonly first: number;
  readonly onChange: (value: number) => void;
}

/** Keeps the value, as the store does. */
function Owner({ first, onChange }: OwnerProps): ReactElement {
  const [value, setValue] = useState(first);
  const take = (next: number): void => {
    onChange(next);
    setValue(next);
  };
  return <Slider label="Growth slider" stops={STOPS} value={value} onChange={take} valueText={`${value} tokens`} />;
}

function FieldOwner(): ReactElement {
  const [value, setValue] = useState(30);
  const field = {
    id: "requests",
    label: "Requests per session",
    least: 0,
    most: 500,
    unit: "requests",
    measured: 41,
  } as const;
  const words = `${value} requests`;
  return <SliderField {...field} stops={FEW} value={value} onChange={setValue} valueText={words} hint="Calls to the model." />;
}

function setUp(first: number) {
  const onChange = vi.fn();
  render(<Owner first={first} onChange={onChange} />);
  return { slider: screen.getByRole("slider", { name: "Growth slider" }), onChange };
}

function moveTo(slider: HTMLElement, index: number): void {
  fireEvent.change(slider, { target: { value: String(index) } });
}

describe("a slider over stops", () => {
  it("sits at the nearest stop of a value between two, and leaves the value alone", () => {
    const { slider, onChange } = setUp(123_456);
    // 100,000 has index 12; 150,000 is farther from 123,456 (26,544) than 100,000 is (23,456).
    expect(slider).toHaveValue("12");
    slider.focus();
    fireEvent.blur(slider);
    expect(onChange).not.toHaveBeenCalled();
    expect(slider).toHaveAttribute("aria-valuetext", "123456 tokens");
  });

  it("hands on a stop once a person moves it", () => {
    const { slider, onChange } = setUp(123_456);
    moveTo(slider, 13);
    expect(onChange.mock.calls).toEqual([[150_000]]);
    expect(slider).toHaveValue("13");
  });

  it("pins a value beyond its ends without pulling it in", () => {
    const { slider, onChange } = setUp(50_000_000);
    expect(slider).toHaveValue("24");
    fireEvent.keyDown(slider, { key: "PageUp" });
    expect(onChange).not.toHaveBeenCalled();
  });

  it("goes end to end in 24 steps or 5 pages", () => {
    const { slider, onChange } = setUp(1_000);
    expect(slider).toHaveAttribute("min", "0");
    expect(slider).toHaveAttribute("max", "24");
    expect(slider).toHaveAttribute("step", "1");
    for (let press = 0; press < 5; press += 1) fireEvent.keyDown(slider, { key: "PageUp" });
    // Pages of ceil(25 / 5) = 5 stops: 5, 10, 15, 20, and 25 cut to the end, 24.
    expect(onChange.mock.calls.map(([stop]) => STOPS.indexOf(stop))).toEqual([5, 10, 15, 20, 24]);
    fireEvent.keyDown(slider, { key: "PageDown" });
    expect(onChange).toHaveBeenLastCalledWith(STOPS[19]);
  });
});

describe("a finger on a slider", () => {
  const down = { pointerType: "touch", clientX: 100, clientY: 100 };

  it("that scrolls the page changes nothing", () => {
    const { slider, onChange } = setUp(1_000);
    fireEvent.pointerDown(slider, down);
    moveTo(slider, 7);
    fireEvent.pointerMove(slider, { clientX: 102, clientY: 110 });
    fireEvent.pointerCancel(slider);
    expect(onChange).not.toHaveBeenCalled();
    expect(slider).toHaveValue("0");
  });

  it("that taps sets the value when it lifts", () => {
    const { slider, onChange } = setUp(1_000);
    fireEvent.pointerDown(slider, down);
    moveTo(slider, 6);
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.pointerUp(slider);
    expect(onChange.mock.calls).toEqual([[10_000]]);
  });

  it("that goes sideways moves it from then on", () => {
    const { slider, onChange } = setUp(1_000);
    fireEvent.pointerDown(slider, down);
    moveTo(slider, 6);
    fireEvent.pointerMove(slider, { clientX: 105, clientY: 100 });
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.pointerMove(slider, { clientX: 106, clientY: 100 });
    moveTo(slider, 7);
    expect(onChange.mock.calls).toEqual([[10_000], [15_000]]);
  });

  it("is not waited for with a mouse", () => {
    const { slider, onChange } = setUp(1_000);
    fireEvent.pointerDown(slider, { ...down, pointerType: "mouse" });
    moveTo(slider, 6);
    expect(onChange.mock.calls).toEqual([[10_000]]);
  });
});

describe("a slider with its field", () => {
  it("names both apart, and says with the field what was measured and the hint", () => {
    render(<FieldOwner />);
    expect(screen.getByRole("slider", { name: "Requests per session slider" })).toBeVisible();
    const field = screen.getByRole("textbox", { name: "Requests per session" });
    expect(field).toHaveAccessibleDescription("measured 41 Calls to the model. requests");
  });

  it("moves each with the other; the field may go past the slider's end", () => {
    render(<FieldOwner />);
    const [slider, field] = [screen.getByRole("slider"), screen.getByRole("textbox")];
    moveTo(slider, 10);
    expect(field).toHaveValue("50");
    fireEvent.change(field, { target: { value: "450" } });
    // Stops from 0 to 100 by 5: the last has index 20.
    expect(slider).toHaveValue("20");
    expect(field).toHaveValue("450");
  });
});

describe("a slider field", () => {
  it.each([
    [220_000, "tokens", "220 thousand tokens"],
    [50, "%", "50 percent"],
  ])("speaks %d %s as %s where nothing else is said", (value, unit, words) => {
    const field = { id: "f", label: "Growth", least: 0, most: 1_000_000, value, unit, onChange: vi.fn() };
    render(<SliderField {...field} stops={STOPS} />);
    expect(screen.getByRole("slider", { name: "Growth slider" })).toHaveAttribute("aria-valuetext", words);
  });
});
