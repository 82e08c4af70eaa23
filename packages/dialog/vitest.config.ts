import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Nothing here keeps state between files: loading the modules anew for each takes longer than the tests.
    isolate: false,
  },
});
