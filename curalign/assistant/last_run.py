"""The last run of a folder as it stands at the moment: read again when it was checked, reviewed or set anew."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from curalign.assistant.searching import Searcher
from curalign.domain.filters import Filter
from curalign.domain.materials import Passage
from curalign.domain.plans import NO_PRIORITIES, Priorities
from curalign.embedding import DEFAULT, ENCODERS, Encoder, VectorCache, load_encoder
from curalign.pipeline import Checked, conclude, priorities_of
from curalign.reporting import View, build_view
from curalign.reviewing.session import ReviewSession
from curalign.settings import Models, Settings, load_settings
from curalign.settings.values import FILE
from curalign.storage import VECTORS, ReviewLog, home_with_runs, latest_id, latest_run
from curalign.wording import ENGLISH


@dataclass(frozen=True)
class Desk:
    """All that questions are answered from: a run, what it means today, and what was recorded about it.

    Attributes:
        folder: The district's folder.
        checked: Its last run.
        settings: The folder's.
        language: The language of sentences.

    """

    folder: Path
    checked: Checked
    settings: Settings
    language: str = ENGLISH
    _parts: dict[Filter, View] = field(default_factory=dict, repr=False)

    @cached_property
    def view(self) -> View:
        """What reports show of the run."""
        return self._view(self.checked, priorities_of(self.checked, self.settings))

    def narrowed(self, shown: Filter) -> View:
        """The same of a part of it, as filtered reports show it, without priorities. Raises DistrictError."""
        if shown not in self._parts:
            checked, now = self.checked, datetime.now()
            part = conclude(self.folder, checked.run, self.settings, now, checked.home, shown)
            self._parts.clear()  # who reads on asks for the same part again
            self._parts[shown] = self._view(part)
        return self._parts[shown]

    def _view(self, checked: Checked, priorities: Priorities = NO_PRIORITIES) -> View:
        return build_view(
            checked.shown,
            checked.findings,
            district=checked.run.district,
            run=checked.run.id,
            way=None,
            language=self.language,
            priorities=priorities,
        )

    @cached_property
    def session(self) -> ReviewSession:
        """What a review would ask."""
        return ReviewSession(self.folder, self.checked, self.settings)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that was read."""
        return tuple(self.checked.run.alignment.passages)

    @cached_property
    def searcher(self) -> Searcher:
        """Finds passages."""
        return Searcher(self.passages, self._encoder, VectorCache(self.checked.home / VECTORS))

    @property
    def _encoder(self) -> Encoder | None:
        """The encoder of the run where it is a shipped one; a folder's own is never loaded for an assistant."""
        section = self.checked.run.settings.get("embedding")
        name = section.get("encoder", "default") if isinstance(section, dict) else "default"
        name = DEFAULT if name == "default" else name
        encoder = load_encoder(name) if name in ENCODERS else None
        made_with = self.checked.run.alignment.made_with.encoder
        return encoder if encoder is not None and encoder.fingerprint == made_with else None


class LastRun:
    """Gives the desk of a folder's last run, as it stands.

    Args:
        folder: The district's folder.
        cache: Where runs are kept, in place of `.curalign` in the folder.
        language: The language of sentences.

    """

    def __init__(self, folder: Path, cache: Path | None = None, language: str = ENGLISH) -> None:
        self._folder, self._cache, self._language = folder, cache, language
        self._reviews = ReviewLog(folder)
        self._open: tuple[object, Desk] | None = None

    def open(self) -> Desk:
        """The desk; what it holds is kept until the folder was checked, reviewed or set anew.

        Raises:
            CuralignError: There is no run, or it or the settings cannot be read.

        """
        home = home_with_runs(self._folder, self._cache)
        stamp = (home, latest_id(home), self._stamp_of_settings(), len(self._reviews.read()[0].events), date.today())
        if self._open is None or self._open[0] != stamp:
            settings = load_settings(self._folder, models=Models.UNUSED)
            checked = conclude(self._folder, latest_run(home), settings, datetime.now(), home)
            self._open = stamp, Desk(self._folder, checked, settings, self._language)
        return self._open[1]

    def _stamp_of_settings(self) -> tuple[int, int]:
        with suppress(OSError):
            status = (self._folder / FILE).lstat()
            return status.st_mtime_ns, status.st_size
        return 0, 0
