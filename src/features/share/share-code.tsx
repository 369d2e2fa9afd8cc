import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { memo, type ReactElement } from "react";

/** Light modules around the code, as the standard asks for. */
const QUIET = 4;

/** A link as a QR code: dark on light in every theme, because many readers do not see a light code on dark. */
export const ShareCode = memo(function ShareCode({ address }: { readonly address: string }): ReactElement {
  const { size, path } = drawCode(address);
  const side = size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label="QR code of the link"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="aspect-square w-56 max-w-full"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
});

/** The dark modules as the path of an SVG, and how many modules a side has. The least correction keeps the modules few and so large. */
export function drawCode(address: string): { readonly size: number; readonly path: string } {
  const code = generate(address, { minCorrectionLevel: correction.L });
  return { size: code.size, path: toSvgPath(code) };
}
