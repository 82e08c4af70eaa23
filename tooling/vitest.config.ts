import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    globalSetup: ["@botdeck/testing/postgres-setup"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
