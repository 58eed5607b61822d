"""How every command line of the program ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def finish(main: Callable[[], int]) -> None:
    """Exit with what ``main`` returns; quietly with 1 when the reader of the output has gone.

    "… | head" closes the pipe early; the rest of the output goes nowhere, as the Python manual's
    note on SIGPIPE has it.
    """
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)
