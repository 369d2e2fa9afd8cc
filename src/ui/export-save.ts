// Long enough for a browser that asks where to put the file.
const KEPT_MS = 60_000;

/**
 * Hands a file to the browser to be saved. A sandboxed frame without `allow-downloads` drops it in silence, and nothing tells: where
 * `isFramed`, what the file holds has to be shown as well.
 */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** Whether the page stands in another one, which may forbid it to save files. */
export function isFramed(): boolean {
  return window.self !== window.top;
}
