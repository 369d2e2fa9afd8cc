import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Unbroken } from "../../src/ui/unbroken.tsx";

/** The parts that no line ends in. */
function wholeIn(text: string): readonly (string | null)[] {
  const { container } = render(<Unbroken text={text} />);
  expect(container).toHaveTextContent(text);
  return Array.from(container.querySelectorAll(".whitespace-nowrap"), (part) => part.textContent);
}

describe("words with figures", () => {
  it.each([
    ["A → B: +$1,750.81 a month: −$5 developers, +$0.0031 sessions a day", ["+$1,750.81", "−$5", "+$0.0031"]],
    ["▼ −$180.00 cheaper", ["▼ −$180.00"]],
    ["▲ <$0.01 dearer", ["▲ <$0.01"]],
    [">−$0.01.", [">−$0.01"]],
    ["Opus 4.6 30 %, Sonnet 4.6 70.5 %", ["30 %", "70.5 %"]],
    // A full stop or a comma behind an amount is the sentence's
    ["Pro $20–$35, or $1,000.", ["$20", "$35", "$1,000"]],
    ["same", []],
  ])("%s", (text, whole) => {
    expect(wholeIn(text)).toEqual(whole);
  });
});
