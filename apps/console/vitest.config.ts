import { defineConfig } from "vitest/config";

/** A second, the default, is too short on a busy machine. */
const PATIENT = { timeout: 20_000, interval: 20 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "console",
          include: ["server/**/*.test.ts", "web/**/*.test.ts"],
          globalSetup: ["@botdeck/testing/postgres-setup"],
          // Passwords are hashed for real, which takes its time on a busy machine.
          testTimeout: 30_000,
          expect: { poll: PATIENT },
        },
      },
      {
        test: {
          name: "browser",
          include: ["browser/**/*.test.ts"],
          globalSetup: ["@botdeck/testing/postgres-setup", "./browser/build-pages.ts"],
          // A browser shares the machine with whatever else is being tested.
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll: PATIENT },
        },
      },
    ],
  },
});
