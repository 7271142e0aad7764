// The rules for the programs of the explorers, the questions and the lab.
import js from "@eslint/js";

const BROWSER = [
  "Blob", "DOMParser", "DOMPoint", "Event", "IntersectionObserver", "Node", "ResizeObserver", "URL",
  "URLSearchParams", "atob", "cancelAnimationFrame", "clearTimeout", "console", "document", "fetch",
  "getComputedStyle", "indexedDB", "location", "localStorage", "matchMedia", "navigator",
  "performance", "requestAnimationFrame", "setTimeout", "window",
];

export default [
  js.configs.recommended,
  {
    languageOptions: {
      ecmaVersion: 2025,
      sourceType: "module",
      globals: Object.fromEntries(BROWSER.map((name) => [name, "readonly"])),
    },
    rules: {
      "eqeqeq": ["error", "always", { null: "ignore" }],
      "max-lines": ["error", 200],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  // What these define is also used by the pages that hold them.
  {
    files: ["course/lab/*.js", "course/questions/page/*.js"],
    rules: { "no-unused-vars": ["error", { varsIgnorePattern: "^(page|refresh)$" }] },
  },
];
