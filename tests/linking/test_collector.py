"""The garbage collector while a library is made."""

import gc

import pytest

from generator.linking import paused_collector


@pytest.mark.parametrize("enabled", [True, False])
def test_comes_back_as_it_was(enabled: bool) -> None:
    """The collector rests inside and is afterwards as before, after a fault too."""
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with pytest.raises(KeyError), paused_collector():
            assert not gc.isenabled()
            raise KeyError
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()
