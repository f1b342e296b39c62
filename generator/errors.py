"""The errors that stop something: each names the file, the fault and the cure, in one line."""


class BriefsError(Exception):
    """Anything that Briefs itself raises. `str(error)` is one line for a person: `where: fault; cure`."""

    def __init__(self, where: str, fault: str, cure: str) -> None:
        super().__init__(where, fault, cure)
        self.where = where
        self.fault = fault
        self.cure = cure

    def __str__(self) -> str:
        return f"{self.where}: {self.fault}; {self.cure}"


class SettingsError(BriefsError):
    """A setting in mkdocs.yml or on the command line cannot be used."""


class SourceError(BriefsError):
    """One file of `seeds/` cannot be read. Costs that file only."""


class LateError(SourceError):
    """A file was given up for the time it took. On a machine with less to do it may be read."""


class TemplateError(BriefsError):
    """A template cannot be loaded or filled. `where` is `file:line`."""
