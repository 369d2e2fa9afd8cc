import type { ExportedChart } from "./chart-export.ts";

/** Pixels of the picture for each CSS pixel of the drawing. */
const PIXELS = 2;

/** A PNG picture as a file and as a `data:` address. */
export interface ChartPng {
  readonly blob: Blob;
  readonly address: string;
}

/** A chart as PNG, twice as fine as on a plain screen. @throws Error where the browser cannot draw it */
export async function pngOf({ svg, width, height }: ExportedChart): Promise<ChartPng> {
  const image = new Image();
  // The content policy takes pictures from data: addresses, and none from blob: ones.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * PIXELS;
  canvas.height = height * PIXELS;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas to draw on");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob === null) throw new Error("the canvas gave no picture");
  return { blob, address: canvas.toDataURL("image/png") };
}
