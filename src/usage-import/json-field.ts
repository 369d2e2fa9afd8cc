/** An object as JSON gave it: nothing is known of its fields. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object; a list and null are none. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field that the object itself holds, or undefined: nothing is taken from a prototype. */
export function fieldOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A field that is an object, or null. */
export function objectIn(object: JsonObject, name: string): JsonObject | null {
  const value = fieldOf(object, name);
  return isJsonObject(value) ? value : null;
}

/** A field that is a text with something in it, or null. */
export function textIn(object: JsonObject, name: string): string | null {
  const value = fieldOf(object, name);
  return typeof value === "string" && value !== "" ? value : null;
}
