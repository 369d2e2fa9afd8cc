/** The address of the page without what follows the `#`. */
export function pageAddress(): string {
  return location.href.split("#", 1)[0] ?? "";
}
