"""JupyterLab's server, as `make lab` starts it."""

from pathlib import Path

import zmq

from course.lab.server import Contents, Prompt

c = get_config()  # noqa: F821
c.ServerApp.kernel_websocket_connection_class = Prompt
c.ServerApp.contents_manager_class = Contents
if zmq.has("curve"):
    # Between the server and a kernel, too, nothing is sent in the clear; else each kernel warns.
    c.KernelManager.transport_encryption = "auto"
# The style of the lessons' prose; `custom_css` makes JupyterLab ask for it.
c.LabApp.custom_css = True
c.ServerApp.tornado_settings = {"static_custom_path": [str(Path(__file__).parent / "custom")]}
