"""An endpoint on this machine that answers as it is told: well, with lies, late, in part or not at all."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


class Server:
    """What was asked of it, and where it is."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/v1"
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.end = threading.Event()
        """Set where the test is over: a server that stalls waits for it."""


@contextmanager
def serving(answer: Callable[[Server, BaseHTTPRequestHandler], None]) -> Iterator[Server]:
    """A server that gives each request to `answer`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.requests.append(json.loads(body))
            server.headers.append(dict(self.headers))
            server.paths.append(self.path)
            try:
                answer(server, self)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    server = Server(listener.server_address[1])
    thread = threading.Thread(target=listener.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.end.set()
        listener.shutdown()
        listener.server_close()
        thread.join()


def say(handler: BaseHTTPRequestHandler, words: str, status: int = 200) -> None:
    """Answer as an OpenAI-compatible endpoint does."""
    body = json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def sentences(*pairs: tuple[str, list[int]]) -> str:
    """The JSON that a model is asked for."""
    return json.dumps({"sentences": [{"text": text, "rests_on": numbers} for text, numbers in pairs]})
