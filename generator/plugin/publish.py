"""A build is made beside the old site and swapped in whole: a build that fails or is killed leaves the old one."""

import errno
import os
import shutil
from pathlib import Path

from mkdocs.exceptions import PluginError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
"""The system's numbers for a disk that takes no more."""


class Staging:
    """A folder beside `site` in which MkDocs writes. Killed builds leave such a folder; the next build removes it."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.folder = site.parent / f".{site.name}-new-{os.getpid()}"
        self._old = site.parent / f".{site.name}-old-{os.getpid()}"
        for left in site.parent.glob(f".{site.name}-*-*"):
            if not _alive(left.name.rpartition("-")[2]):
                _remove(left)

    def swap(self) -> None:
        """Put the new site in the place of the old one; hidden files of the old one (.gitignore, .git) stay."""
        try:
            self._replace()
        except OSError as error:
            self.discard()
            fault = f"{self.site.name}/ cannot be replaced ({error.strerror or error})"
            raise PluginError(f"briefs: {fault}; close what uses it and build again") from error

    def discard(self) -> None:
        """Remove what was built."""
        _remove(self.folder)

    def explain(self, error: Exception) -> str | None:
        """Why the new site could not be written, with the cure; None for any other fault."""
        if not isinstance(error, OSError):
            return None
        files = [file for file in (error.filename, error.filename2) if isinstance(file, str)]
        if error.errno not in _NO_ROOM and not any(Path(file).is_relative_to(self.folder) for file in files):
            return None
        reason = error.strerror or type(error).__name__
        cure = "free room, or check that you may write there; the old site stands"
        return f"{self.site.name}/ cannot be written ({reason}); {cure}"

    def _replace(self) -> None:
        if self.site.is_dir():
            self.site.rename(self._old)
        try:
            self.folder.rename(self.site)
        except OSError:
            if self._old.is_dir():
                self._old.rename(self.site)
            raise
        if self._old.is_dir():
            for kept in self._old.glob(".*"):
                if not (self.site / kept.name).exists():
                    kept.rename(self.site / kept.name)
            _remove(self._old)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _alive(pid: str) -> bool:
    """Whether a process with this number runs. Where that cannot be asked, it is held to be alive."""
    if os.name != "posix" or not pid.isdigit():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
