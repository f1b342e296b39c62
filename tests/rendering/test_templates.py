"""Templates that users edit: whose win, and what is said when one has a fault."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.rendering.templates import fill, load_templates


@dataclass(frozen=True)
class View:
    """A view of one field."""

    publisher: str = "Valley Post"


def fault(folder: Path, **texts: str) -> str:
    """What filling `t.md.j2` says, with these templates in the folder `templates` of a project."""
    templates = folder / "templates"
    templates.mkdir()
    for name, text in texts.items():
        (templates / f"{name}.md.j2").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        fill(load_templates(templates), "t.md.j2", {"brief": View()})
    return str(caught.value)


def test_a_user_template_wins(tmp_path: Path) -> None:
    """The user's file is taken where there is one, the packaged one else."""
    (tmp_path / "about.md.j2").write_text("mine", encoding="utf-8")
    templates = load_templates(tmp_path)
    assert fill(templates, "about.md.j2", {}) == "mine\n"
    assert "brief.md.j2" in templates.environment.list_templates()


def test_a_user_may_change_the_macros_alone(tmp_path: Path) -> None:
    """A packaged template takes the user's `_macros.md.j2`."""
    macros = "{% macro heading(id, text, level=2) %}== {{ id }} =={% endmacro %}"
    (tmp_path / "_macros.md.j2").write_text(macros, encoding="utf-8")

    class About:
        site_name, briefs, sources_href, shares, downloads = "x", "y", "z", (), ()

    assert "== method ==" in fill(load_templates(tmp_path), "about.md.j2", {"about": About()}).replace("&#", "")


def test_a_user_may_change_one_block(tmp_path: Path) -> None:
    """A template that extends the packaged one of its name has its own blocks, and all else as it comes."""
    (tmp_path / "source_text.md.j2").write_text(
        '{% extends "packaged/source_text.md.j2" %}{% block text %}{{ origin(page.brief) }}, mine{% endblock %}',
        "utf-8",
    )

    class Page:
        class brief:  # noqa: N801
            title, href, published, publisher = "The pier", "x.md", None, None

    filled = fill(load_templates(tmp_path), "source_text.md.j2", {"page": Page()})
    assert filled.startswith("# The pier\n\n[Back to the brief]")
    assert filled.endswith("publisher not stated</span></span>, mine\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n{{ brief.publsher }}", "templates/t.md.j2:2: View has no 'publsher'; did you mean 'publisher'?"),
        ("{{ breif }}", "templates/t.md.j2:1: 'breif' is undefined; did you mean 'brief'?"),
        (
            "a\n\n{% for x in %}",
            "templates/t.md.j2:3: Expected an expression, got 'end of statement block'; correct",
        ),
        ("{% if x %}", "templates/t.md.j2:1: Unexpected end of template."),
        ("{{ brief.publisher|upcase }}", "templates/t.md.j2:1: No filter named 'upcase'."),
        ("\n{{ 1 / 0 }}", "templates/t.md.j2:2: ZeroDivisionError: division by zero; correct the template"),
        ("{{ brief.publisher() }}", "templates/t.md.j2:1: TypeError"),
        (
            "{% include 'breif.md.j2' %}",
            "templates/t.md.j2:1: there is no template 'breif.md.j2'; did you mean 'brief.md",
        ),
    ],
)
def test_a_fault_names_file_line_and_cure(tmp_path: Path, text: str, expected: str) -> None:
    """A fault is one line: file and line relative to the project, what is wrong, what to do."""
    message = fault(tmp_path, t=text)
    assert message.startswith(expected)
    assert "\n" not in message


def test_a_fault_in_a_macro_or_include_names_that_file(tmp_path: Path) -> None:
    """The innermost template is named, not the one that uses it."""
    use = "{% from 'm.md.j2' import m %}\n{{ m(brief) }}"
    message = fault(tmp_path, t=use, m="{% macro m(b) %}\n\n{{ b.titel }}{% endmacro %}")
    assert message.startswith("templates/m.md.j2:3: View has no 'titel'")


def test_a_fault_in_an_included_file_names_that_file(tmp_path: Path) -> None:
    """The same for a template with a syntax error that another one includes."""
    message = fault(tmp_path, t="\n{% include 'i.md.j2' %}", i="\n\n\n{{ }}")
    assert message.startswith("templates/i.md.j2:4: ")


def test_a_template_in_another_encoding_is_named(tmp_path: Path) -> None:
    """A template that is not UTF-8 says so."""
    (tmp_path / "t.md.j2").write_bytes("é".encode("cp1252"))
    with pytest.raises(TemplateError, match=r"t.md.j2: the file is not UTF-8; save it as UTF-8"):
        fill(load_templates(tmp_path), "t.md.j2", {})


def test_runs_of_blank_lines_are_folded(tmp_path: Path) -> None:
    """What loops and conditions leave behind does not show."""
    (tmp_path / "t.md.j2").write_text("a\n\n \n\n{% if true %}\n\nb\n{% endif %}\n\n\n", encoding="utf-8")
    assert fill(load_templates(tmp_path), "t.md.j2", {}) == "a\n\nb\n"
