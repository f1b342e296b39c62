"""Where the command line finds its site, read without MkDocs, and how the user called this program: the lines that
call it again from another folder, on any system.
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
from typing import Any, Literal

import yaml

from generator.errors import SettingsError
from generator.settings import Settings, settings_from
from generator.text.unicode import printable

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


class _Loader(yaml.SafeLoader):
    """Takes any tag of a mkdocs.yml (`!ENV`, `!!python/name:`) as text: none of them concerns Briefs."""


def _as_text(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


_Loader.add_multi_constructor("!", _as_text)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _as_text)


def find_site(start: Path) -> Path:
    """The nearest folder from `start` upwards with a mkdocs.yml. Raises SettingsError where there is none."""
    root = next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), None)
    if root is None:
        cure = f"run `{command_in(this_call(), os.path.realpath('.'), 'new', 'my-site')}` to start a site"
        raise SettingsError("mkdocs.yml", "not found here or above", cure)
    return root


def refuse_folder(command: str, folder: str) -> SettingsError:
    """What to say of a folder behind a command that works in the folder in which it is called."""
    if (Path(folder) / "mkdocs.yml").is_file():
        fault, cure = f"`{command}` takes no folder", f"go into it first: `cd {folder}`, then `briefs {command}`"
    elif Path(folder).is_dir():
        fault, cure = "no site: it has no mkdocs.yml", f"`{command}` works in the folder of a site; go into it first"
    else:
        fault, cure = "no such folder", f"`{command}` works in the folder of a site and takes options only"
    return SettingsError(printable(folder), fault, cure)


def load_settings(start: Path) -> Settings:
    """The settings of the site around `start`. Raises SettingsError where they cannot be found or read."""
    root = find_site(start)
    content = _read(root / "mkdocs.yml")
    try:
        name, url = str(content.get("site_name", "Briefs")), content.get("site_url")
        folder = f"{url.rstrip('/')}/" if isinstance(url, str) and url else None  # as MkDocs reads it
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return settings_from(
            root,
            _plugin_options(content),
            site_name=name,
            site_url=folder,
            epoch=epoch,
            directory_urls=_has_directory_urls(content),
        )
    except ValueError as error:
        raise SettingsError("mkdocs.yml", f"plugin briefs: {error}", "correct the setting") from error


def folder_settings(seeds: Path) -> Settings:
    """The settings for any folder of sources, without a mkdocs.yml, a cache or templates of its own."""
    if not seeds.is_dir():
        fault = "not a folder" if seeds.exists() else "no such folder"
        raise SettingsError(str(seeds), fault, "name the folder that holds the sources")
    return Settings(seeds=seeds.absolute())


def _read(file: Path) -> Mapping[str, Any]:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), _Loader)
    except OSError as error:
        fault = f"cannot be read ({error.strerror or 'no reason given'})"
        raise SettingsError("mkdocs.yml", fault, "check that you may read it") from error
    except (UnicodeError, yaml.YAMLError) as error:
        fault = " ".join(str(error).split())[:200]
        raise SettingsError("mkdocs.yml", f"cannot be read ({fault})", "correct the file") from error
    if not isinstance(content, Mapping):
        raise SettingsError("mkdocs.yml", "holds no settings", "start it with `site_name: My briefs`")
    return content


def _has_directory_urls(content: Mapping[str, Any]) -> bool:
    """Whether MkDocs makes addresses of folders: unless told not to, as Material's offline plug-in does."""
    plugins = content.get("plugins") or []
    tables = dict(plugins) if isinstance(plugins, Mapping) else {}
    for one in plugins if isinstance(plugins, list) else ():
        tables |= one if isinstance(one, Mapping) else {str(one): None}
    offline = next((tables[name] or {} for name in ("offline", "material/offline") if name in tables), None)
    is_offline = offline is not None and not (isinstance(offline, Mapping) and offline.get("enabled") is False)
    return content.get("use_directory_urls", True) is not False and not is_offline


def _plugin_options(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """What stands under `briefs:` in the list (or table) of plug-ins."""
    plugins = content.get("plugins") or []
    tables = [plugins] if isinstance(plugins, Mapping) else [p for p in plugins if isinstance(p, Mapping)]
    for table in tables:
        if isinstance(table.get("briefs"), Mapping):
            options: Mapping[str, Any] = table["briefs"]
            return options
    return {}
