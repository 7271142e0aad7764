// The rules for the programs of the explorers, the questions and the lab.
import js from "@eslint/js";

const BROWSER = [
  "AbortController", "Blob", "CustomEvent", "DOMParser", "DOMPoint", "Event", "IntersectionObserver",
  "MutationObserver", "Node", "ResizeObserver", "SVGElement", "URL", "URLSearchParams", "atob",
  "cancelAnimationFrame", "clearTimeout", "console", "customElements", "document", "fetch",
  "getComputedStyle", "indexedDB", "location", "localStorage", "matchMedia", "navigator", "performance", "queueMicrotask",
  "requestAnimationFrame", "setTimeout", "window",
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
