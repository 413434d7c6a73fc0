import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Three pages, one shared asset folder. Nothing is inlined: the server's policy allows
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
      },
    },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
