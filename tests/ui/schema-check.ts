type Schema = Readonly<Record<string, unknown>>;

/** Keywords that say nothing of a value. */
const SILENT = new Set(["$schema", "$defs", "title", "description"]);

/**
 * What in a value breaks a JSON Schema, each with its place; none where it holds. Knows the keywords that `docs/export.schema.json` uses, and
 * throws for any other, so that none is passed over.
 */
export function schemaFaults(schema: Schema, value: unknown, root: Schema = schema, place = "$"): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, said]) => {
    if (SILENT.has(keyword)) return [];
    const check = CHECKS[keyword];
    if (!check) throw new Error(`the keyword ${keyword} is not known here`);
    return check({ said, value, schema, root, place });
  });
}

interface Check {
  readonly said: unknown;
  readonly value: unknown;
  readonly schema: Schema;
  readonly root: Schema;
  readonly place: string;
}

const CHECKS: Readonly<Record<string, (check: Check) => readonly string[]>> = {
  type: ({ said, value, place }) => fault([said].flat().includes(typeOf(value)), `${place} is ${typeOf(value)}, not ${said}`),
  const: ({ said, value, place }) => fault(value === said, `${place} is not ${said}`),
  pattern: ({ said, value, place }) =>
    fault(typeof value !== "string" || new RegExp(said as string, "u").test(value), `${place} is not as ${said}`),
  minLength: ({ said, value, place }) =>
    fault(typeof value !== "string" || value.length >= (said as number), `${place} is too short`),
  minItems: ({ said, value, place }) => fault(!Array.isArray(value) || value.length >= (said as number), `${place} has too few`),
  minProperties: ({ said, value, place }) =>
    fault(!isObject(value) || Object.keys(value).length >= (said as number), `${place} has too few`),
  required: ({ said, value, place }) =>
    isObject(value) ? (said as string[]).filter((name) => !(name in value)).map((name) => `${place}.${name} is missing`) : [],
  properties: ({ said, value, root, place }) =>
    Object.entries(said as Readonly<Record<string, Schema>>).flatMap(([name, schema]) =>
      isObject(value) && name in value ? schemaFaults(schema, value[name], root, `${place}.${name}`) : [],
    ),
  additionalProperties: ({ said, value, schema, root, place }) => {
    const named = new Set(Object.keys((schema.properties as object | undefined) ?? {}));
    const others = isObject(value) ? Object.entries(value).filter(([name]) => !named.has(name)) : [];
    if (said === false) return others.map(([name]) => `${place}.${name} is not known`);
    return others.flatMap(([name, other]) => schemaFaults(said as Schema, other, root, `${place}.${name}`));
  },
  items: ({ said, value, root, place }) =>
    Array.isArray(value) ? value.flatMap((item, index) => schemaFaults(said as Schema, item, root, `${place}[${index}]`)) : [],
  anyOf: ({ said, value, root, place }) => {
    const faults = (said as Schema[]).map((schema) => schemaFaults(schema, value, root, place));
    return faults.some((found) => found.length === 0) ? [] : faults.flat();
  },
  $ref: ({ said, value, root, place }) => {
    const name = /^#\/\$defs\/(\w+)$/.exec(said as string)?.[1] ?? "";
    const schema = (root.$defs as Readonly<Record<string, Schema>>)[name];
    if (!schema) throw new Error(`${said} points nowhere`);
    return schemaFaults(schema, value, root, place);
  },
};

function fault(holds: boolean, says: string): readonly string[] {
  return holds ? [] : [says];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeOf(value) === "object";
}
