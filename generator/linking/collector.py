"""The garbage collector at rest while a library is made: it would look through all analyses again and again in vain."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collector() -> Iterator[None]:
    """Keep the collector of cycles from running inside; it comes back as it was, whatever happens.

    The model's values are frozen and hold no cycles, so nothing waits to be collected. With 10,000 briefs the collector
    took 17 of 61 seconds of linking, and a larger share the more briefs there were.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
