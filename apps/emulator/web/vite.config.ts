import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  // The chat is what one opens first, so it has no chunk to wait for; the other pages load when they are wanted.
  // The budget of what loads first is 230 kB of gzipped script.
  build: { outDir: "../dist", emptyOutDir: true, chunkSizeWarningLimit: 700 },
});
