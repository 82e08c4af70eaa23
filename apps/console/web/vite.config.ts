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
      limitBytes: 230_000,
      // The list of conversations, in the language with the longer texts.
      sources: ["routes/_app.tsx", "routes/_app.conversations.tsx", "i18n/ru.ts"],
    }),
  ],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2023",
    // The content security policy allows no `data:` fonts.
    assetsInlineLimit: 0,
  },
  server: { proxy: { "/trpc": "http://127.0.0.1:8081", "/api": "http://127.0.0.1:8081" } },
});
