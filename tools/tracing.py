"""What the mutation tester asks of pytest, as its plug-in: which functions a test enters, and a given run of tests.

`--name-log FILE` writes which tests there are, `--enter-log FILE` what each enters; `--tests-from FILE` runs the tests
of a file in its order, each with its limit in seconds, and `--fail-log FILE` writes which of them failed.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

SHARED = 300.0
"""Seconds to make what the tests of a file share."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--enter-log", help="write a line for each test: how it ended, how long it took, what it entered")
    parser.addoption("--enter-below", help="the folder whose functions count")
    parser.addoption("--tests-from", help="run the tests that this file names, in its order")
    parser.addoption("--fail-log", help="write a line for each failure")
    parser.addoption("--name-log", help="write the names of the tests that were found")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--enter-log"):
        config.pluginmanager.register(Tracer(Path(config.getoption("--enter-log")), config.getoption("--enter-below")))
    if config.getoption("--tests-from"):
        lines = Path(config.getoption("--tests-from")).read_text(encoding="utf-8")
        config.pluginmanager.register(Chooser(json.loads(lines), Path(config.getoption("--fail-log"))))


def pytest_collection_finish(session: pytest.Session) -> None:
    if log := session.config.getoption("--name-log"):
        Path(log).write_text(json.dumps([item.nodeid for item in session.items]), encoding="utf-8")


class Tracer:
    """Writes what each test enters of the functions below a folder."""

    def __init__(self, log: Path, below: str) -> None:
        self._log = log.open("w", encoding="utf-8")
        self._below = f"{Path(below).resolve()}{os.sep}"
        self._codes: dict[int, CodeType] = {}
        self._passed = True

    def _enter(self, frame: FrameType, event: str, argument: Any) -> None:
        code = frame.f_code
        self._codes[id(code)] = code

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._codes, self._passed = {}, True
        begun = time.perf_counter()
        sys.settrace(self._enter)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            took = time.perf_counter() - begun
            entered = sorted({name for code in self._codes.values() if (name := self._name(code))})
            print(json.dumps([item.nodeid, self._passed, round(took, 3), entered]), file=self._log, flush=True)

    def _name(self, code: CodeType) -> str:
        """The file and outermost function of a code; empty where it is none of ours."""
        if not code.co_filename.startswith(self._below) or code.co_qualname.startswith("<"):
            return ""
        return f"{code.co_filename.removeprefix(self._below)}:{code.co_qualname.partition('.<locals>')[0]}"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._passed = self._passed and report.outcome == "passed"


class Chooser:
    """Runs the tests that are given, in their order, and writes which failed. One that hangs ends the run."""

    def __init__(self, limits: dict[str, float], log: Path) -> None:
        self._limits = limits
        self._order = {name: at for at, name in enumerate(limits)}
        self._log = log
        self._process = os.getpid()
        self._now = ""
        for late in (signal.SIGVTALRM, signal.SIGALRM):
            signal.signal(late, self._give_up)

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in self._order])
        items[:] = sorted(
            (item for item in items if item.nodeid in self._order), key=lambda item: self._order[item.nodeid]
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        # What several tests share is made before the one that comes first, whichever that is.
        self._now = item.nodeid
        self._limit(SHARED)
        try:
            return (yield)
        finally:
            self._limit(0)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        self._limit(self._limits[item.nodeid])
        try:
            return (yield)
        finally:
            self._limit(SHARED)

    @staticmethod
    def _limit(seconds: float) -> None:
        """Of processor time, so that a busy machine costs nothing; what only waits gets ten times as many. The timer
        is one that the project itself does not set."""
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        signal.setitimer(signal.ITIMER_REAL, 10 * seconds)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._write(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._write(report.nodeid)

    def _write(self, name: str) -> None:
        with self._log.open("a", encoding="utf-8") as file:
            print(name, file=file)

    def _give_up(self, number: int, frame: FrameType | None) -> None:
        if os.getpid() != self._process:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            return
        self._write(self._now)
        os._exit(1)
