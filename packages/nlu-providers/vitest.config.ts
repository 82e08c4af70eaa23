import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Timings are asserted where they matter; a busy machine is no fault.
    testTimeout: 30_000,
  },
});
