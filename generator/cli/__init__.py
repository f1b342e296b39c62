"""The command `briefs`. Exit codes: 0 all is well, 1 it failed or found a fault, 2 wrong use."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from generator import __version__
from generator.build import add_written, build, check_all
from generator.cli.project import find_site, folder_settings, load_settings, refuse_folder
from generator.cli.publish import publish_lines
from generator.cli.show import is_of_curator, review_lines, show_lines
from generator.cli.start import copy_template, start_site, template_names
from generator.errors import BriefsError
from generator.model import Problem
from generator.progress import Progress, show_progress
from generator.rendering.exports import EXPORTS
from generator.text.memo import load

_MKDOCS = {"ignore_unknown_options": True}
_KEPT = "What was studied is kept where there is a cache: start again to go on from there."
_EXPORT_HELP = "; ".join(f"{row.name}: {row.what}" for row in EXPORTS)


class _Commands(click.Group):
    """Turns every error of the house into one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BriefsError as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:
            progress: Progress | None = ctx.find_root().obj
            if progress is not None:
                progress.end()
                click.echo(f"Stopped while {progress}. {_KEPT}", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            raise
        except OSError as error:
            where = click.format_filename(error.filename) if error.filename else "a file"
            fault = f"cannot be read or written ({error.strerror or type(error).__name__})"
            cure = "free room, or check that it is there and that you may use it"
            raise click.ClickException(f"{where}: {fault}; {cure}") from error


_LARGE = 300_000
"""Bytes of a file that takes long enough to be told."""


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefs")
def main() -> None:
    """Turn a folder of sources into a briefing site in which every finding points at its words."""


@main.command(context_settings=_MKDOCS)
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def serve(options: tuple[str, ...]) -> None:
    """Show the site here and rebuild it on every change. OPTIONS go to `mkdocs serve`."""
    sys.exit(_mkdocs("serve", options))


@main.command("build", context_settings=_MKDOCS)
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def build_command(options: tuple[str, ...]) -> None:
    """Write the site into `site/`. OPTIONS go to `mkdocs build`; `--strict` fails on any warning."""
    sys.exit(_mkdocs("build", options))


@main.command()
@click.option("--date", metavar="YYYY-MM-DD", help="The day of publication; SOURCE_DATE_EPOCH or today if left out.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def publish(date: str | None, quiet: bool) -> None:
    """Note what the sources say now as published: the next build tells what is new since then."""
    for line in publish_lines(load_settings(Path.cwd()), date, _progress(quiet)):
        click.echo(line)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a site of your own in FOLDER: settings, a folder for sources, a folder for templates."""
    for line in start_site(folder):
        click.echo(line)


@main.command()
@click.argument("name", required=False)
def template(name: str | None) -> None:
    """Copy the packaged template NAME into your templates folder, to be edited; without NAME, list them."""
    packaged: Path = load("generator.rendering.templates:PACKAGED")
    if name is None:
        click.echo("\n".join(template_names(packaged)))
        return
    settings = load_settings(Path.cwd())
    folder = settings.templates or Path.cwd() / "templates"
    click.echo(f"{copy_template(name, packaged, folder)} is yours now.")


@main.command("add")
@click.argument("what", nargs=-1, metavar="[FILE|FOLDER|PATTERN|URL]...")
@click.option("--from", "lists", multiple=True, type=click.Path(path_type=Path), help="A text, one of these a line.")
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="Fetch the new pages that a feed names.")
@click.option("--limit", type=click.IntRange(1, 500), default=20, help="So many pages of each feed at most (20).")
@click.option("--dry-run", "dry", is_flag=True, help="Tell what would be added, and add nothing.")
@click.option("--seeds", type=click.Path(path_type=Path), help="The folder to add to; no mkdocs.yml is needed.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine and from private networks too.")
def add_command(
    what: tuple[str, ...],
    lists: tuple[Path, ...],
    feeds: tuple[str, ...],
    limit: int,
    dry: bool,
    seeds: Path | None,
    allow_private: bool,
) -> None:
    """Copy files into the folder of sources, or fetch pages into it with a note of where and when."""
    if not (what or lists or feeds):
        raise click.UsageError("name a file, a folder, a pattern or an address, or use --from or --feed")
    settings = folder_settings(seeds) if seeds else load_settings(Path.cwd())
    limits = load("generator.cli.fetching:Limits")(settings.max_source_mb, allow_private)
    lines: Callable[..., Iterable[str | BriefsError]] = load("generator.cli.adding:add_lines")
    total = failed = 0
    for line in lines([*what], lists, feeds, settings.seeds, limits, most=limit, dry=dry):
        is_fault = isinstance(line, BriefsError)
        click.echo(f"ERROR: {line}" if is_fault else line, err=is_fault)
        total, failed = total + 1, failed + is_fault
    if failed:
        raise click.ClickException(f"{failed} of {total} not added")


@main.command("inspect")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--all", "everything", is_flag=True, help="Read all sources of a file, not the first five only.")
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
def inspect_command(files: tuple[Path, ...], everything: bool, as_json: bool) -> None:
    """Print how FILES are read: format, sources, metadata with its places, what is cut and why, notes and faults."""
    inspect, lines = load("generator.cli.inspect:inspect_file"), load("generator.cli.inspect:inspect_lines")
    found = []
    for file in files:
        if file.is_file() and (size := file.stat().st_size) > _LARGE:
            click.echo(f"{click.format_filename(file)}: {size:,} bytes, being read and studied", err=True)
        found.append(inspect(file, everything=everything))
    texts = [load("generator.cli.inspect:inspect_json")(found)] if as_json else map("\n".join, map(lines, found))
    click.echo(("\n\n").join(texts))
    if any(map(load("generator.cli.inspect:has_fault"), found)):
        sys.exit(1)


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--why", is_flag=True, help="Print each finding with its chain and the name of the rule that found it.")
def show(file: Path, why: bool) -> None:
    """Print what is found in one FILE."""
    for line in show_lines(file, why=why):
        click.echo(line)


_quiet = click.option("-q", "--quiet", is_flag=True, help="Show no progress.")


@main.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
@click.option("-n", "--limit", type=click.IntRange(1, 100), default=5, help="So many answers at most (5).")
@click.option("--seeds", type=click.Path(path_type=Path), help="Any folder of sources; no mkdocs.yml is needed.")
@_quiet
def ask(question: tuple[str, ...], as_json: bool, limit: int, seeds: Path | None, quiet: bool) -> None:
    """Print the sentences, quotations and events that answer a QUESTION, the best first, each with its place."""
    settings = folder_settings(seeds) if seeds else load_settings(Path.cwd())
    library = build(settings, progress=_progress(quiet))
    lines: Callable[..., Iterable[str]] = load("generator.cli.ask:ask_lines")
    for line in lines(library, settings, " ".join(question), limit=limit, as_json=as_json):
        click.echo(line)


@main.command("digest")
@click.option("--from", "first", metavar="DAY", help="The first day, as 2026-11-21 (six days before the last).")
@click.option("--to", "last", metavar="DAY", help="The last day (that of the newest source).")
@click.option("--format", "form", type=click.Choice(["html", "markdown"]), default="markdown", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write it there instead of printing it.")
@_quiet
def digest_command(first: str | None, last: str | None, form: str, out: Path | None, quiet: bool) -> None:
    """Print the state of things: the themes of some days in order of weight, three proven sentences each."""
    settings = load_settings(Path.cwd())
    load("generator.cli.digest:check_days")(first, last)
    make: Callable[..., str] = load("generator.cli.digest:make_digest")
    text = make(build(settings, progress=_progress(quiet)), settings, first, last, form)
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"{out}: written.")


@main.command()
@_quiet
def check(quiet: bool) -> None:
    """Compare everything that is published, word by word, with the sources."""
    count, problems = check_all(load_settings(Path.cwd()), _progress(quiet))
    _report(problems)
    if problems:
        raise click.ClickException(f"{len(problems)} mismatches in {count} briefs")
    click.echo(f"{count} briefs: every published sentence, name, role, quotation and date is in its source.")


@main.command("review")
@click.option("--format", "kind", type=click.Choice(["text", "json"]), default="text", help="How to write it.")
@click.option("--seeds", type=click.Path(path_type=Path), help="Any folder of sources; no mkdocs.yml is needed.")
@_quiet
def review_command(kind: str, seeds: Path | None, quiet: bool) -> None:
    """List what only a person can decide, with what to write into _overrides.yml for either answer."""
    settings = folder_settings(seeds) if seeds else load_settings(Path.cwd())
    library = build(settings, progress=_progress(quiet))
    _report(problem for problem in library.problems if not is_of_curator(problem))
    for line in review_lines(library, settings.seeds, as_json=kind == "json"):
        click.echo(line)


@main.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--format", "kind", type=click.Choice([row.name for row in EXPORTS]), required=True, help=_EXPORT_HELP)
@click.option("--seeds", type=click.Path(path_type=Path), help="Any folder of sources; no mkdocs.yml is needed.")
@_quiet
def export(out: Path, kind: str, seeds: Path | None, quiet: bool) -> None:
    """Write the briefs into the folder OUT, for other programs."""
    settings = folder_settings(seeds) if seeds else load_settings(Path.cwd())
    progress = _progress(quiet)
    library = add_written(build(settings, progress=progress), settings, progress)
    _report(library.problems)
    (chosen,) = (row for row in EXPORTS if row.name == kind)
    written = chosen.write(library, out, settings)
    click.echo(f"{len(library.briefs)} briefs, {len(written)} files in {click.format_filename(out)}")


def _progress(quiet: bool) -> Progress:
    """What counts for this call, kept for the line that Ctrl-C gives."""
    progress = show_progress(quiet=quiet)
    click.get_current_context().find_root().obj = progress
    return progress


def _report(problems: Iterable[Problem]) -> None:
    """Notes are for the site; the rest is for whoever builds it."""
    for problem in problems:
        if problem.severity != "note":
            click.echo(f"{problem.severity.upper()}: {problem}", err=True)


def _mkdocs(command: str, options: Sequence[str]) -> int:
    """Run MkDocs in the folder of the site; its exit code, where this process is not MkDocs itself from then on."""
    if options and not options[0].startswith("-"):
        raise refuse_folder(command, options[0])
    root = find_site(Path.cwd())
    # MkDocs has no line for a file that it may not read.
    with (root / "mkdocs.yml").open("rb"):
        pass
    # Material's notice about MkDocs 2 concerns neither reader nor writer of briefs; see "The platform" in the manual.
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    arguments = [sys.executable, "-m", "mkdocs", command, *options]
    if os.name == "posix":
        # In the place of this process: whoever ends it, as a supervisor or a container does, ends MkDocs.
        os.chdir(root)
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(sys.executable, arguments, environment)
    with subprocess.Popen(arguments, cwd=root, env=environment) as process:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for MkDocs, which ends of itself
        return process.wait()
