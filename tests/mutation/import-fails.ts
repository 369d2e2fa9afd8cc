import { test } from "vitest";
import { VitestTestRunner } from "vitest/runners";

/**
 * Vitest's runner, with one thing more: a test file that cannot be loaded has a failing test that says so. Stryker counts tests only: to it
 * a file without any has nothing against a mutant, however hard it fell. (A class, because that is what Vitest takes.)
 */
export default class extends VitestTestRunner {
  override async importFile(path: string, source: "collect" | "setup"): Promise<unknown> {
    try {
      return await super.importFile(path, source);
    } catch (cause) {
      if (source === "setup") throw cause;
      test("the file can be loaded", () => {
        throw cause;
      });
      return {};
    }
  }
}
