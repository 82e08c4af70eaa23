import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["server/**/*.test.ts", "web/**/*.test.ts", "browser/**/*.test.ts"],
    globalSetup: ["@botdeck/testing/postgres-setup"],
    // Passwords are hashed for real, which takes its time on a busy machine.
    testTimeout: 30_000,
  },
});
