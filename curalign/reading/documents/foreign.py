"""Files of other programs that are not read here: what each is, so that a sentence can say what to export instead."""

from __future__ import annotations

import re
from collections.abc import Collection

from curalign.errors import UnreadableError
from curalign.wording import Facts

_SUFFIXES = {
    **dict.fromkeys((".pages", ".numbers"), "iwork"),
    ".mbz": "moodle",
    ".h5p": "h5p",
    **dict.fromkeys((".one", ".onepkg", ".onetoc2"), "onenote"),
    **dict.fromkeys((".webloc", ".url", ".website"), "link"),
    **dict.fromkeys((".notebook", ".xbk"), "smart"),
    **dict.fromkeys((".flipchart", ".flp"), "activinspire"),
}
_OUTLOOK = "__substg1.0_".encode("utf-16-le")  # how a message of Outlook calls its parts
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_TAR = (257, 262)  # where a tar file says that it is one
_BLACKBOARD = re.compile(r"(?:.*/)?(?:\.bb-package-info|res\d{5}\.dat)")
_IWORK = re.compile(r"(?P<above>(?:.*/)?)(?:Index\.zip|Index/[^/]+\.iwa|index\.apxl|index\.xml\.gz)")
_POSTS = (b'"courseWork"', b'"announcement"', b'"courseWorkMaterial"')  # in what Google gives out of a class
_XML_OF = {
    b"urn:schemas-microsoft-com:office:spreadsheet": "excel-xml",
    b"http://schemas.microsoft.com/office/word/2003/wordml": "word-xml",
    b"http://schemas.microsoft.com/office/2006/xmlPackage": "word-xml",
}


def refuse_by_name(suffix: str) -> None:
    """Raise UnreadableError where a name's ending tells of a program whose files are not read."""
    if program := _SUFFIXES.get(suffix.lower()):
        raise _other(program)
    if suffix.lower() == ".lnk":
        raise UnreadableError(trouble="desktop-shortcut")
    if suffix.lower() == ".mbox":
        raise UnreadableError(trouble="mailbox")


def refuse_by_content(data: bytes) -> None:
    """Raise UnreadableError for XML of Office 2003, what Google Classroom gives out, archives that are no zip."""
    head = data[:4096]
    for name, program in _XML_OF.items():
        if name in head and head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            raise _other(program)
    if _is_classroom(data):
        raise _other("classroom")
    if data.startswith(_PACKED) or data[slice(*_TAR)] == b"ustar":
        raise UnreadableError(trouble="other-archive")


def _is_classroom(data: bytes) -> bool:
    return data[:64].lstrip().startswith(b"{") and b'"posts"' in data and any(sign in data for sign in _POSTS)


def refuse_old_container(data: bytes) -> None:
    """Raise UnreadableError for a message of Outlook, which comes in the container of old Office."""
    if _OUTLOOK in data:
        raise UnreadableError(trouble="outlook-message")


def refuse_by_members(names: Collection[str]) -> None:
    """Raise UnreadableError where the files in a zip tell of a program whose files are not read."""
    if "moodle_backup.xml" in names:
        raise _other("moodle")
    if "h5p.json" in names:
        raise _other("h5p")
    tops = {found["above"] for name in names if (found := _IWORK.fullmatch(name))}
    # An archive that holds such a document among others is read for the others.
    if any(all(name.startswith((top, "__MACOSX/")) for name in names if not top.startswith(name)) for top in tops):
        raise _other("iwork")


def is_blackboard(names: Collection[str]) -> bool:
    """Whether a course package is one that only Blackboard reads."""
    return any(map(_BLACKBOARD.fullmatch, names))


def blackboard() -> UnreadableError:
    """What is said of a course package of Blackboard that holds no file that is read."""
    return _other("blackboard")


def _other(program: str) -> UnreadableError:
    return UnreadableError(trouble="other-program", facts=Facts(program=program))
