"""The exceptions that Dragoman raises. Each message says what is wrong, where, and what to do."""


class DragomanError(Exception):
    """Anything that Dragoman reports to its user in one line.

    >>> issubclass(InputError, DragomanError), DataError.exit_code
    (True, 2)
    """

    exit_code = 1


class InputError(DragomanError):
    """An article cannot be read: missing, binary, empty, unreachable."""


class LanguageError(InputError):
    """An article is in a language that Dragoman does not read."""


class UsageError(DragomanError):
    """An option or argument makes no sense."""

    exit_code = 2


class DataError(DragomanError):
    """A data file is wrong; the message opens with ``file:line:``."""

    exit_code = 2
