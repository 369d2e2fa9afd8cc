import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { catalog } from "../../src/rates/catalog.ts";
import { rateTableCsv } from "../../src/rates/public-rate-table.ts";

type DuckDb = typeof import("@duckdb/node-api");

/** A warehouse of its own in memory, with the rates loaded and an empty usage table, and how it is closed. */
export interface Warehouse {
  readonly duckDb: DuckDb;
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/** A block of SQL in docs/rates.md, by the name behind its language. */
export function sqlOf(name: string): string {
  const page = readFileSync(new URL("../../docs/rates.md", import.meta.url), "utf8");
  const blocks = [...page.matchAll(/^```sql (\w+)\n([\s\S]*?)^```$/gm)].filter(([, label]) => label === name);
  const [block] = blocks;
  if (!block?.[2] || blocks.length > 1) throw new Error(`docs/rates.md has ${blocks.length} blocks of SQL called ${name}`);
  return block[2];
}

/** DuckDB, whose heart is a binary for each platform. @throws Error that says so where there is none */
export async function loadDuckDb(load: () => Promise<DuckDb> = () => import("@duckdb/node-api")): Promise<DuckDb> {
  try {
    return await load();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `DuckDB's native binary could not be loaded on ${process.platform}-${process.arch}, so the SQL of docs/rates.md was NOT tested: ${why}`,
      { cause },
    );
  }
}

/** Does what docs/rates.md says, up to the view that prices: the usage table, the rates, the view. */
export async function openWarehouse(): Promise<Warehouse> {
  const duckDb = await loadDuckDb();
  const folder = mkdtempSync(join(tmpdir(), "rates-"));
  mkdirSync(join(folder, "rates"));
  writeFileSync(join(folder, "rates/v1.csv"), rateTableCsv(catalog));
  const instance = await duckDb.DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
  for (const name of ["usage", "load", "price"]) await connection.run(sqlOf(name));
  return {
    duckDb,
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}
