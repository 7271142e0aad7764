// The worker of a kernel of JupyterLite's, in which Python loads before the kernel asks for it.
// What is written in capitals is put in when the site is built.
import "../KERNEL";
import { loadPyodide } from "../static/pyodide/pyodide.mjs";

const home = new URL("../static/pyodide/", import.meta.url).href;
globalThis.begunPython = loadPyodide({ indexURL: home, packages: "PACKAGES" });
// Whoever asks is told why it failed.
globalThis.begunPython.catch(() => {});
