// Compiles what a lesson imports, with the site's own Python:  node compile.mjs FOLDER
// FOLDER holds a whole Pyodide; its wheels and its list of them are written anew.
import { readFileSync } from "node:fs";
import { argv, exit } from "node:process";
import { pathToFileURL } from "node:url";

const folder = argv[2];
const quiet = { messageCallback: () => {} };

try {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
  const python = await loadPyodide({ indexURL: `${folder}/` });
  const { packages } = JSON.parse(readFileSync(`${folder}/pyodide-lock.json`, "utf8"));
  const wanted = Object.keys(packages).filter((name) => !["scikit-learn", "scipy"].includes(name));
  await python.loadPackage(wanted, quiet);
  python.FS.mkdir("/wheels");
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/wheels");
  python.runPython(readFileSync(new URL("compile.py", import.meta.url), "utf8"));
} catch (error) {
  // Node would print Pyodide's source, which is one line of a megabyte.
  console.error(error.message);
  exit(1);
}
