"""The one connection of the summarizer: a POST to the endpoint that the setting names, to no other host.

No redirect is followed and no proxy used, as either would carry the text and the key elsewhere. One answer has a limit
of time, from the first byte sent to the last one read, and one of size.
"""

import http.client
import json
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

from generator.settings import Settings

_MOST_BYTES = 1 << 20
_CHUNK = 1 << 16
_PATH = "/chat/completions"
_GOOD, _BAD = 200, 400
_OF_THE_TEXT = frozenset({_BAD, 413, 422})
"""Answers that speak of the one request: it is too long, or cannot be served as it is."""
_COOL = {"temperature": 0}
"""What makes an answer the same each time; some models refuse it."""


class EndpointError(Exception):
    """The endpoint gives no answer: `str(error)` says why, in words of this program alone."""


class RequestError(Exception):
    """The endpoint cannot answer this one request."""


class Endpoint:
    """Asks for one answer after another."""

    def __init__(self, settings: Settings) -> None:
        self._parts = urlsplit(settings.summarizer or "")
        self._seconds = settings.summarizer_seconds
        self._key_name = settings.summarizer_key
        self._more: dict[str, Any] = _COOL

    def ask(self, request: dict[str, Any]) -> str:
        """The words of the answer. Raises EndpointError, RequestError."""
        status, body = self._post(request | self._more)
        if status == _BAD and self._more:
            self._more = {}
            status, body = self._post(request)
        if status in _OF_THE_TEXT:
            raise RequestError
        if status != _GOOD:
            raise EndpointError(f"it answered {status}")
        return _read_words(body)

    def _post(self, request: dict[str, Any]) -> tuple[int, bytes]:
        """The status and the body of one answer."""
        content = json.dumps(request).encode()
        try:
            with self._connected() as connection:
                path = self._parts.path.rstrip("/")
                path = path if path.endswith(_PATH) else path + _PATH
                connection.request("POST", path, content, self._headers())
                response = connection.getresponse()
                return response.status, _read(response)
        except TimeoutError as error:
            raise EndpointError(f"no answer within {self._seconds} s") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise EndpointError(_name(error)) from error

    def _headers(self) -> dict[str, str]:
        """Those of the request. The key is read where it is sent, so that no value of the program holds it."""
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "briefs"}
        if not self._key_name:
            return headers
        key = os.environ.get(self._key_name, "").strip()
        if not key:
            raise EndpointError(f"the environment has no {self._key_name}, which is to hold the key")
        if not (key.isascii() and key.isprintable()):
            raise EndpointError(f"what {self._key_name} holds is no key")
        return headers | {"Authorization": f"Bearer {key}"}

    @contextmanager
    def _connected(self) -> Iterator[http.client.HTTPConnection]:
        """A connection that ends with the time that one answer has, whatever the other side sends until then."""
        connection, held, is_late = self._make(), list[socket.socket](), threading.Event()

        def give_up() -> None:
            is_late.set()
            for one in held:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

        clock = threading.Timer(self._seconds, give_up)
        clock.daemon = True
        clock.start()
        try:
            connection.connect()
            # Of an answer that ends with its connection only the socket itself is left.
            held.append(connection.sock)
            yield connection
        except (OSError, http.client.HTTPException, ValueError):
            if not is_late.is_set():
                raise
        finally:
            clock.cancel()
            connection.close()
            clock.join()
        if is_late.is_set():
            raise TimeoutError

    def _make(self) -> http.client.HTTPConnection:
        """A connection that is not opened yet."""
        host, port = self._parts.hostname or "", self._parts.port
        if self._parts.scheme != "https":
            return http.client.HTTPConnection(host, port, timeout=self._seconds)
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=self._seconds, context=context)


def _read(response: http.client.HTTPResponse) -> bytes:
    content = bytearray()
    while chunk := response.read(min(_CHUNK, _MOST_BYTES + 1 - len(content))):
        content += chunk
        if len(content) > _MOST_BYTES:
            raise EndpointError("its answer is larger than 1 MiB")
    if response.length:  # what was announced and did not come
        raise http.client.IncompleteRead(b"", response.length)
    return bytes(content)


def _read_words(body: bytes) -> str:
    """What the model wrote, out of an answer of the kind `chat.completion`."""
    try:
        words = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise EndpointError("its answer is none of an OpenAI-compatible endpoint") from error
    if not isinstance(words, str):
        raise EndpointError("its answer has no words")
    return words


def _name(error: Exception) -> str:
    """An error of the connection, in a few words that hold nothing of what was sent or received."""
    if isinstance(error, ssl.SSLError):
        return "the connection is not secure (its certificate, or the protocol)"
    if isinstance(error, http.client.IncompleteRead | http.client.RemoteDisconnected | ConnectionResetError):
        return "the connection broke off"
    if isinstance(error, OSError):
        return f"no connection ({error.strerror or type(error).__name__})"
    return f"its answer cannot be read ({type(error).__name__})"
