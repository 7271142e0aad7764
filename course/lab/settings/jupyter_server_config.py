"""JupyterLab's server, as `make lab` starts it."""

import logging
from pathlib import Path

import zmq

from course.lab.server import Contents, Prompt, of_students

c = get_config()  # noqa: F821
c.ServerApp.kernel_websocket_connection_class = Prompt
c.ServerApp.contents_manager_class = Contents
c.MappingKernelManager.kernel_manager_class = "course.lab.server.Kernel"
if zmq.has("curve"):
    # Between the server and a kernel, too, nothing is sent in the clear; else each kernel warns.
    c.KernelManager.transport_encryption = "auto"
# nbgrader's tools are the instructor's; `of_students` takes them out of the page.
c.ServerApp.jpserver_extensions = {
    f"nbgrader.server_extensions.{name}": False
    for name in ("assignment_list", "course_list", "formgrader", "validate_assignment")
}
# The style of the lessons' prose; `custom_css` makes JupyterLab ask for it.
c.LabApp.custom_css = True
c.ServerApp.tornado_settings = {
    "page_config_hook": of_students,
    "static_custom_path": [str(Path(__file__).parent / "custom")],
}
# Jupyter gives pings in milliseconds where Tornado reads seconds, and is told that its own default
# is too long. Nothing follows from it, and nobody here can change it.
logging.getLogger("tornado.general").addFilter(
    lambda record: "websocket_ping_timeout" not in str(record.msg)
)
# Set-up brings no language server; to look for some starts npm, where there is one.
c.LanguageServerManager.autodetect = False
