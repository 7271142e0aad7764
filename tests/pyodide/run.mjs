// Calls a function of inside.py in Pyodide, under Node:  node run.mjs FUNCTION INPUT OUTPUT
// INPUT and OUTPUT are files: the text that the function is given, and the text that it returns.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "../../authoring/site/node_modules/pyodide/pyodide.mjs";

const [name, input, output] = process.argv.slice(2);
const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

try {
    const python = await loadPyodide({ packageCacheDir: folder("../../authoring/site/dist/") });
    const asked = readFileSync(input, "utf-8");
    // These take seconds to load, and few answers use them.
    const large = Object.entries({ sklearn: "scikit-learn", scipy: "scipy" });
    const used = large.filter(([word]) => asked.includes(word)).map(([, name]) => name);
    await python.loadPackage(["numpy", ...used], { messageCallback: () => {} });
    // The project itself, not a copy: what is tested is what is there.
    python.FS.mkdir("/project");
    python.FS.mount(python.FS.filesystems.NODEFS, { root: folder("../../") }, "/project");
    python.runPython(`
        import sys
        sys.dont_write_bytecode = True
        sys.path[:0] = ["/project", "/project/tests/pyodide"]
    `);
    writeFileSync(output, python.pyimport("inside")[name](asked));
} catch (error) {
    // Node would print Pyodide's source, which is one line of a megabyte.
    console.error(error.message);
    process.exit(1);
}
