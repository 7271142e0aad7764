"""JupyterLab's server, as `make lab` starts it: what a kernel answers reaches the page at once.

By default the system holds a small answer back until the browser has confirmed the one before
(Nagle's algorithm), and the browser confirms after 40 ms: an explorer that asks Python feels it.
"""

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class Prompt(ZMQChannelsWebsocketConnection):
    """The way between a page and its kernel, where nothing waits to be sent."""

    def connect(self):
        """Connect, and send from now on without waiting."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()


c = get_config()  # noqa: F821
c.ServerApp.kernel_websocket_connection_class = Prompt
