"""What stops the program for a reason that its operator can mend."""

from typing import ClassVar


class Failure(Exception):
    """The program cannot start or go on; the message is one line, for whoever runs it.

    `exit_code` is what the command line ends with: 1 for "it cannot be done now", 2 where the
    input or a setting has to be changed first.
    """

    exit_code: ClassVar[int] = 1
