"""Stories of districts: Markdown with front matter, and saved pages of learningfirst.org/stories and the like.

Nothing in a story is executed, followed or believed: it is read to be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from curalign.domain.grades import find_grades, read_grades, unread_grades
from curalign.domain.privacy import masked
from curalign.domain.problems import Problem
from curalign.domain.stories import Profile, Story
from curalign.errors import UnreadableError
from curalign.opening import entry_at
from curalign.reading.documents.processes import extract_all
from curalign.reading.files.file_bytes import read_hashed, retry_once
from curalign.reading.files.text import decode
from curalign.reading.files.walking import FoundFile, walk
from curalign.settings import ReadingSettings
from curalign.wording import Facts
from curalign.wording.text import one_line

FOLDER = "stories"
"""Where stories lie in a district's folder."""
MAX_STORY_BYTES = 2**22
MAX_STORIES = 500
MAX_PARAGRAPHS = 200

_MARKDOWN = (".md", ".markdown", ".txt")
_PAGES = (".html", ".htm", ".xhtml")
_PROSE = ("readme", "license", "licence", "notice")
_FENCE = re.compile(r"-{3,}\s*$")
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*:(?:\s+(.*))?$")
_ITEM = re.compile(r"\s*-\s+(.*)$")
_COUNT = re.compile(r"(?:about |some )?(\d{1,3}(?:[, ]\d{3})+|\d{1,8})(?: (?:pupils|students))?\.?$", re.IGNORECASE)
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(%|percent|per cent)?\.?$", re.IGNORECASE)
_MARKS = re.compile(r"[*_`]{1,3}|!?\[([^\]]{0,500})\]\([^)]{0,2000}\)")
_TIERS: Mapping[str, int] = {
    "1": 1, "i": 1, "strong": 1,
    "2": 2, "ii": 2, "moderate": 2,
    "3": 3, "iii": 3, "promising": 3,
    "4": 4, "iv": 4, "rationale": 4, "demonstrates a rationale": 4,
}  # fmt: skip
_NAMES: Mapping[str, str] = {
    "essa": "tier", "essa tier": "tier", "evidence": "tier", "evidence tier": "tier",
    "enrollment": "enrolment", "pupils": "enrolment", "students": "enrolment",
    "poverty share": "poverty", "free lunch": "poverty", "frl": "poverty",
    "grade": "grades", "subject": "subjects", "url": "source", "link": "source",
    "tier claimed by": "claimed by",
}  # fmt: skip
"""Other names that people give the fields, without capitals, dashes and underscores."""


@dataclass(frozen=True, slots=True)
class ReadStory:
    """A story, and what of its file could not be understood."""

    story: Story | None
    problems: tuple[Problem, ...] = ()


def read_stories(folder: Path, settings: ReadingSettings) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Read the stories of a district's folder.

    Args:
        folder: The district's folder; its `stories/` may be missing.
        settings: How long a saved page may take.

    Returns:
        The stories in the order of their paths, and what could not be read or understood. A story whose front matter
        is broken is still told, without what could not be understood.

    """
    files, problems = _files(folder)
    texts = [file for file in files if file.suffix in _MARKDOWN]
    pages = [file for file in files if file.suffix in _PAGES]
    read = [*(_guarded(file, partial(_markdown, file)) for file in texts), *_pages(pages, settings)]
    told = (one.story for one in read if one.story is not None)
    stories = sorted(told if settings.quote_people else map(_masked, told), key=lambda story: story.path)
    wrong = (*problems, *(problem for one in read for problem in one.problems))
    return tuple(stories), tuple(sorted(wrong, key=lambda problem: (problem.file, problem.place)))


def _masked(story: Story) -> Story:
    """A story is quoted, with everybody's address and telephone number left out; its own address stays."""
    return replace(story, title=masked(story.title), paragraphs=tuple(map(masked, story.paragraphs)))


def _files(folder: Path) -> tuple[list[FoundFile], list[Problem]]:
    """The files that may be stories. The walk follows no link out of the folder of stories."""
    named = next((child for child in sorted(folder.iterdir()) if child.name.lower().strip() == FOLDER), None)
    if named is None or entry_at(named) not in ("folder", "link"):
        return [], []
    if entry_at(named) == "link":
        return [], [Problem("F301", named.name, trouble="link-elsewhere")]
    found, problems = walk(named)
    under = named.name
    files = [replace(file, path=f"{under}/{file.path}") for file in found]
    wrong = [replace(problem, file=f"{under}/{problem.file}") for problem in problems]
    told = [file for file in files if not PurePosixPath(file.path).stem.lower().startswith(_PROSE)]
    known = [file for file in told if file.suffix in (*_MARKDOWN, *_PAGES)]
    wrong += [Problem("F303", file.path, trouble="story-format") for file in told if file not in known]
    for file in known[MAX_STORIES:]:
        wrong.append(Problem("F303", file.path, trouble="story-too-many", facts=Facts(most=MAX_STORIES)))
    return known[:MAX_STORIES], wrong


def _guarded(file: FoundFile, read: Callable[[], ReadStory]) -> ReadStory:
    try:
        return retry_once(read)
    except UnreadableError as error:
        problem = Problem("F301", file.path, trouble=error.trouble, facts=error.facts, passing=error.passing)
        return ReadStory(None, (problem,))


# --- Markdown --------------------------------------------------------------------------------------------------------


def _markdown(file: FoundFile) -> ReadStory:
    lines = decode(read_hashed(file.file, MAX_STORY_BYTES).data).splitlines()
    problems: list[Problem] = []
    fields, start = _front_matter(lines, file.path, problems)
    title, paragraphs = _body(lines[start:])
    if not paragraphs:
        raise UnreadableError(trouble="no-text")
    stem = PurePosixPath(file.path).stem.replace("-", " ").replace("_", " ")
    story = _with_fields(Story(file.path, title or stem, tuple(paragraphs)), fields, problems)
    return ReadStory(story, tuple(problems))


def _front_matter(lines: Sequence[str], path: str, problems: list[Problem]) -> tuple[dict[str, tuple[int, str]], int]:
    """The fields between two lines of dashes, each with its line, and where the text begins.

    It is a subset of YAML that cannot do anything: a name, a colon and a text, or items below it.
    """
    if not lines or not _FENCE.match(lines[0]):
        return {}, 0
    end = next((at for at, line in enumerate(lines[1:200], 1) if _FENCE.match(line)), None)
    if end is None:
        problems.append(Problem("F303", path, trouble="story-open", place="line 1"))
        return {}, 1
    fields: dict[str, tuple[int, str]] = {}
    last = ""
    for at, line in enumerate(lines[1:end], 2):
        item, field = _ITEM.match(line), _LINE.match(line)
        if item and last:
            fields[last] = (fields[last][0], ", ".join(filter(None, (fields[last][1], _bare(item[1])))))
        elif field:
            name = " ".join(field[1].lower().replace("_", " ").replace("-", " ").split())
            last = _NAMES.get(name, name)
            fields[last] = (at, _bare(field[2] or ""))
        elif line.strip() and not line.lstrip().startswith("#"):
            problems.append(
                Problem("F303", path, trouble="story-line", facts=Facts(line=line[:60]), place=f"line {at}")
            )
    return fields, end + 1


def _bare(value: str) -> str:
    """A value without the quotation marks and brackets that YAML has for texts and lists."""
    text = value.strip()
    if text.startswith("[") and text.endswith("]"):
        return ", ".join(_bare(part) for part in text[1:-1].split(","))
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _body(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The first heading, and the paragraphs and items below it without the marks of Markdown."""
    title = ""
    paragraphs: list[str] = []
    open_lines: list[str] = []

    def close() -> None:
        text = one_line(_MARKS.sub(r"\1", " ".join(open_lines)))
        if text and len(paragraphs) < MAX_PARAGRAPHS:
            paragraphs.append(text)
        open_lines.clear()

    for line in lines:
        stripped = line.strip()
        if stripped.startswith("#"):
            close()
            title = title or one_line(_MARKS.sub(r"\1", stripped.lstrip("#")))
        elif not stripped or _FENCE.match(stripped):
            close()
        else:
            if _ITEM.match(line):
                close()
            open_lines.append(stripped.removeprefix("- ").removeprefix("> "))
    close()
    return title, paragraphs


def _with_fields(story: Story, fields: Mapping[str, tuple[int, str]], problems: list[Problem]) -> Story:
    """The story with what its front matter says; what cannot be understood becomes a problem."""

    def text(name: str) -> str:
        return fields.get(name, (0, ""))[1]

    def understood(name: str, read: Callable[[str], int | float | None]) -> int | float | None:
        if not text(name):
            return None
        value = read(text(name))
        if value is None:
            facts = Facts(field=name, value=text(name)[:60])
            place = f"line {fields[name][0]}"
            problems.append(Problem("F303", story.path, trouble="story-value", facts=facts, place=place))
        return value

    enrolment = understood("enrolment", _count)
    tier = understood("tier", lambda value: _TIERS.get(value.casefold().removeprefix("tier").strip()))
    grades = understood("grades", lambda value: None if unread_grades(value) else len(read_grades(value)))
    return replace(
        story,
        title=text("title") or story.title,
        district=text("district"),
        profile=Profile(None if enrolment is None else int(enrolment), understood("poverty", _share)),
        grades=read_grades(text("grades")) if grades else (),
        subjects=tuple(part.strip() for part in re.split(r"[,;|]", text("subjects")) if part.strip()),
        practice=text("practice"),
        source=text("source"),
        tier=int(tier or 0),
        claimed_by=text("claimed by"),
        invented=text("invented").casefold() in ("yes", "true", "1"),
    )


def _count(value: str) -> int | None:
    found = _COUNT.match(value.strip())
    return int(re.sub(r"[, ]", "", found[1])) if found else None


def _share(value: str) -> float | None:
    """A share: `0.42`, `42 %`, `42 percent`; a bare number of 1 or less is a share already."""
    found = _SHARE.match(value.strip())
    if found is None:
        return None
    number = float(found[1])
    share = number / 100 if found[2] or number > 1 else number
    return share if 0 <= share <= 1 else None


# --- Saved pages -----------------------------------------------------------------------------------------------------


def _pages(files: Sequence[FoundFile], settings: ReadingSettings) -> Iterator[ReadStory]:
    """Saved web pages. Their text comes from the worker that reads all documents, their address from their head."""
    if not files:
        return
    fitting = [file for file in files if file.size <= MAX_STORY_BYTES]
    for file in files:
        if file not in fitting:
            facts = Facts(size=file.size, most=MAX_STORY_BYTES)
            yield ReadStory(None, (Problem("F301", file.path, trouble="too-large", facts=facts),))
    try:
        found = dict(extract_all([file.file for file in fitting], settings)) if fitting else {}
    except UnreadableError as error:  # no worker can be started at all
        for file in fitting:
            yield ReadStory(None, (Problem("F301", file.path, trouble=error.trouble, facts=error.facts),))
        return
    for at, file in enumerate(fitting):
        extracted = found[at]
        problems = tuple(replace(problem, file=file.path) for problem in extracted.problems if problem.code == "F301")
        texts = tuple(block.text for section in extracted.sections for block in section.blocks)
        if not texts:
            yield ReadStory(None, problems or (Problem("F303", file.path, trouble="no-text"),))
            continue
        title = next((section.headings[0] for section in extracted.sections if section.headings), "")
        yield _guarded(file, partial(_page, file, title, texts[:MAX_PARAGRAPHS], problems))


def _page(file: FoundFile, title: str, texts: tuple[str, ...], problems: tuple[Problem, ...]) -> ReadStory:
    head = _Head()
    head.feed(decode(read_hashed(file.file, MAX_STORY_BYTES).data))
    name = title or head.title or PurePosixPath(file.path).stem
    story = Story(file.path, one_line(name), tuple(map(one_line, texts)), source=head.source, grades=find_grades(name))
    return ReadStory(story, problems)


class _Head(HTMLParser):
    """What a page says of itself: its title, and the address that it was saved from."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.source = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title"
        if tag == "link" and said.get("rel", "").lower() == "canonical":
            self._found(said.get("href", ""))
        elif tag == "meta" and said.get("property", "").lower() == "og:url":
            self._found(said.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self._in_title and not self.title:
            self.title = one_line(data)[:300]

    def handle_comment(self, data: str) -> None:
        """Browsers that save a page begin it with `saved from url=(0042)https://...`."""
        found = re.match(r"\s*saved from url=\(\d{1,6}\)(\S{1,2000})", data)
        if found:
            self._found(found[1])

    def _found(self, address: str) -> None:
        """An address of the web; no other scheme is quoted."""
        if not self.source and urlsplit(address[:2000]).scheme in ("http", "https"):
            self.source = address[:2000]
