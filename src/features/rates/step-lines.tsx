import { type ReactElement, useId } from "react";
import type { RateHistory } from "./rate-history.ts";
import { Words } from "./source-text.tsx";
import { planSteps } from "./step-lines-plan.ts";

/** Rates over time as step lines, drawn at build. Lines are told apart by dash and by the names at their ends, not by colour. */
export function StepLines({ history }: { readonly history: RateHistory }): ReactElement {
  const { title, takeaway, from, to } = history;
  const id = useId();
  const plan = planSteps(history);
  return (
    <figure className="max-w-xl">
      <figcaption className="text-sm">
        <p className="font-medium">{title}</p>
        <p className="text-soft">
          <Words text={takeaway} />
        </p>
      </figcaption>
      <div className="mt-2 flex items-start gap-1.5">
        <svg
          role="img"
          aria-labelledby={`${id}title`}
          aria-describedby={`${id}desc`}
          height={plan.height}
          className="w-full min-w-0 text-accent"
        >
          <title id={`${id}title`}>{title}</title>
          <desc id={`${id}desc`}>{`${takeaway} Drawn from $0 up, ${from} to ${to}.`}</desc>
          <line x1="0" x2="100%" y1={plan.base} y2={plan.base} className="stroke-edge" />
          {plan.strokes.map(({ x1, x2, y1, y2, dashed }) => (
            <line
              key={`${x1} ${x2} ${y1} ${y2} ${dashed}`}
              x1={`${x1}%`}
              x2={`${x2}%`}
              y1={y1}
              y2={y2}
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap={dashed ? "butt" : "square"}
              strokeDasharray={dashed ? "5 3" : undefined}
            />
          ))}
          {plan.labels.map(({ text, x, y }) => (
            <text key={`${text} ${x} ${y}`} x={`${x}%`} dx="3" y={y} className="fill-ink text-xs">
              {text}
            </text>
          ))}
          <text x="0" y={plan.height - 4} className="fill-soft text-xs">
            {from}
          </text>
          <text x="100%" y={plan.height - 4} textAnchor="end" className="fill-soft text-xs">
            {to}
          </text>
        </svg>
        <svg aria-hidden="true" width={plan.endWidth} height={plan.height} className="shrink-0">
          {plan.ends.map(({ text, y }) => (
            <text key={text} x="0" y={y} dy="0.35em" className="fill-ink text-xs">
              {text}
            </text>
          ))}
        </svg>
      </div>
    </figure>
  );
}
