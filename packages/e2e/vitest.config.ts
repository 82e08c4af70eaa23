import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    globalSetup: ["./src/system/shared-system.ts", "@botdeck/testing/postgres-setup"],
    // Whole systems are started here: side by side they would only slow each other down.
    fileParallelism: false,
    // Longer than a start may take, so that one which hangs is shown with all that it printed.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A second, the default, is too short on a busy machine.
    expect: { poll: { timeout: 20_000, interval: 20 } },
  },
});
