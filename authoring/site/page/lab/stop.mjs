// The Stop button: JupyterLite's own does nothing while a cell runs.

const COMMANDS = ["notebook:interrupt-kernel", "kernelmenu:interrupt"];

/** A cell that runs looks for this file beside its notebook (course/browser.py): Stop writes it. */
export function listen({ commands, serviceManager, shell }) {
  commands.commandExecuted.connect((_, { id }) => {
    if (!COMMANDS.includes(id)) return;
    const { sessionContext, context } = shell.currentWidget ?? {};
    if (sessionContext?.session?.kernel?.status !== "busy") return;
    const folder = context.path.split("/").slice(0, -1);
    serviceManager.contents.save([...folder, ".stop"].join("/"), { type: "file", format: "text", content: "" });
  });
}
