import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { firstLoadLimit } from "./first-load-limit.ts";
import { precompress } from "./precompress.ts";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    tanstackRouter({
      target: "react",
      routesDirectory: `${import.meta.dirname}/routes`,
      generatedRouteTree: `${import.meta.dirname}/route-tree.gen.ts`,
      quoteStyle: "double",
      semicolons: true,
      autoCodeSplitting: true,
    }),
    react(),
    tailwindcss(),
    precompress(),
    firstLoadLimit({
      // 300 kB are promised; what is well below that is not to be lost unseen.
      limitBytes: 260_000,
      // The list of conversations as a lead sees it, in the language with the longer texts.
      sources: [
        "routes/_app.tsx",
        "routes/_app.conversations.tsx",
        "features/conversation/filters/filter-bar.tsx",
        "features/shell/room-links.tsx",
        "features/shell/saved-views.tsx",
        "features/shell/system-status.tsx",
        "i18n/ru.ts",
        "i18n/rooms/list/ru.ts",
        "i18n/rooms/shared/ru.ts",
      ],
      fonts: ["inter-latin-wght-normal", "inter-cyrillic-wght-normal"],
    }),
  ],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2023",
    // The content security policy allows no `data:` fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What every page begins with is one file: in 45 it is a sixth larger, each packed by itself.
        codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] },
      },
    },
  },
  server: { proxy: { "/trpc": "http://127.0.0.1:8081", "/api": "http://127.0.0.1:8081" } },
});
