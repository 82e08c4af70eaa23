import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  // One page, one chunk: there is no second route to load later. Its budget is 230 kB of gzipped script.
  build: { outDir: "../dist", emptyOutDir: true, chunkSizeWarningLimit: 700 },
});
