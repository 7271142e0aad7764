// Python begins in its worker while JupyterLite's page still reads its own programs: seconds sooner.

// What a kernel of JupyterLite's is started with.
const KERNEL = /\/comlink\.worker\.\w+\.js$/;

/** Begin with Python; the first kernel takes the worker over instead of making its own. */
export function begin() {
  // A worker that is older than the service worker would never reach the student's files.
  if (!navigator.serviceWorker?.controller || globalThis.crossOriginIsolated) return;
  const Plain = globalThis.Worker;
  const begun = new Plain(new URL("python.mjs", import.meta.url), { type: "module" });
  globalThis.Worker = new Proxy(Plain, {
    construct(target, [address, options]) {
      if (!KERNEL.test(new URL(address, location.href).pathname)) return new target(address, options);
      globalThis.Worker = Plain;
      return begun;
    },
  });
}
