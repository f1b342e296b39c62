"""How the user called this program, and the lines that call it again from another folder, on any system.

Paths are taken as strings in the manner of the system that they are of, so that every system's can be tried on any.
"""

import ntpath
import os
import posixpath
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Shell = Literal["posix", "cmd", "powershell"]
NAME = "briefs"
_PLAIN = re.compile(r"[\w.:\\/~=+-]+")
"""What neither shell of Windows reads as anything but itself."""


@dataclass(frozen=True, slots=True)
class Call:
    """How this program was called."""

    program: str
    """A bare name that leads to it from any folder, else its absolute path."""
    words: tuple[str, ...] = ()
    """What stands between it and the command."""
    shell: Shell = "posix"


def this_call() -> Call:
    """The call of this process."""
    system: Shell = "posix" if os.name != "nt" else "cmd" if "PROMPT" in os.environ else "powershell"
    return read_call(sys.argv[0], sys.executable, str(Path.cwd()), os.environ, shutil.which, system)


def read_call(
    script: str,
    python: str,
    here: str,
    environment: Mapping[str, str],
    which: Callable[[str], str | None],
    shell: Shell = "posix",
) -> Call:
    """The call of the process whose first argument is `script`, in the folder `here`; `which` looks on the PATH."""
    paths = posixpath if shell == "posix" else ntpath
    folder, file = paths.split(paths.normpath(paths.join(here, script)))
    words: tuple[str, ...] = ()
    stem = re.sub(r"\.(?:exe|py)$", "", file, flags=re.IGNORECASE)
    if stem == "__main__" and paths.basename(folder) == "generator":
        program, words = python, ("-m", "generator")
    elif stem.lower() == NAME:
        program = paths.join(folder, stem)
    else:
        return Call(NAME, shell=shell)
    around = environment.get("VIRTUAL_ENV", "")
    if environment.get("UV") and paths.basename(around) == ".venv" and paths.normpath(program).startswith(around):
        # It is on the PATH for this one call only.
        return Call("uv", ("run", "--project", paths.dirname(around), NAME), shell)
    name = re.sub(r"\.exe$", "", paths.basename(program), flags=re.IGNORECASE)
    return Call(name if _is_same(which(name), program, shell) else program, words, shell)


def _is_same(found: str | None, program: str, shell: Shell) -> bool:
    """Whether what stands on the PATH is the program, and will be from another folder too."""
    paths = posixpath if shell == "posix" else ntpath
    if found is None or not paths.isabs(found):
        return False
    one, other = (paths.normcase(paths.normpath(path)) for path in (found, program))
    return one == other or (shell != "posix" and one.removesuffix(".exe") == other.removesuffix(".exe"))


def command_in(call: Call, folder: str, *arguments: str) -> str:
    """The line to type in `folder` (absolute, links resolved) that calls this program with the arguments."""
    paths = posixpath if call.shell == "posix" else ntpath
    program, *words = (_seen_from(folder, word, call.shell) for word in (call.program, *call.words))
    if paths.isabs(call.program) and not paths.dirname(program):
        program = f".{paths.sep}{program}"
    quoted = _quote(program, call.shell)
    start = f"& {quoted}" if call.shell == "powershell" and quoted != program else quoted
    return " ".join([start, *(_quote(word, call.shell) for word in (*words, *arguments))])


def change_folder(folder: str, shell: Shell) -> str:
    """The line that goes to `folder`, which is written as seen from where the user stands."""
    if shell == "posix":
        return f"cd {_quote(f'./{folder}' if folder.startswith('-') else folder, shell)}"
    return f"cd{' /d' if shell == 'cmd' else ''} {_quote(folder, shell)}"


def _seen_from(folder: str, word: str, shell: Shell) -> str:
    """An absolute path as seen from `folder`, if that is shorter; anything else as it is."""
    paths = posixpath if shell == "posix" else ntpath
    if not paths.isabs(word):
        return word
    try:
        return min(str(paths.relpath(word, folder)), word, key=len)
    except ValueError:  # on another drive
        return word


def _quote(word: str, shell: Shell) -> str:
    """The word as the shell takes it whole."""
    if shell == "posix":
        return shlex.quote(word)
    if _PLAIN.fullmatch(word):
        return word
    return f'"{word}"' if shell == "cmd" else "'" + word.replace("'", "''") + "'"


def next_lines(folder: str, call: Call, here: str, arguments: Sequence[str]) -> list[str]:
    """The lines that call this program in `folder`, for whoever stands in `here` (both absolute, links resolved)."""
    paths = posixpath if call.shell == "posix" else ntpath
    command = command_in(call, folder, *arguments)
    if paths.normcase(folder) == paths.normcase(here):
        return [command]
    return [change_folder(_seen_from(here, folder, call.shell), call.shell), command]
