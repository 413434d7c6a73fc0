import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Three pages, one shared asset folder, one style for pages of the server's own. Nothing is inlined: the server's policy allows
// scripts, styles and fonts only as files of its own origin.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: "public",
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: resolve(import.meta.dirname, "index.html"),
        join: resolve(import.meta.dirname, "join.html"),
        watch: resolve(import.meta.dirname, "watch.html"),
        plain: resolve(import.meta.dirname, "src/styles/plain.css"),
      },
      // The pages that the server writes itself name this one file, so that its name is always the same.
      output: { assetFileNames: ({ names }) => (names.includes("plain.css") ? "plain.css" : "assets/[name]-[hash][extname]") },
    },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
