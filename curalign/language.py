"""Sentences, and which language a text is in. The one module that imports spaCy, and only when a text must be cut."""

from __future__ import annotations

import importlib.util
import re
import threading
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from curalign.errors import SettingsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ABBREVIATIONS = (
    *("Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Jr.", "Sr.", "Prof.", "Gr.", "gr.", "No.", "no.", "Nos.", "nos."),
    *("Fig.", "fig.", "Figs.", "Ch.", "ch.", "Chap.", "chap.", "Vol.", "vol.", "Ed.", "ed.", "eds.", "p.", "pp."),
    *("Sec.", "sec.", "Std.", "std.", "Stds.", "approx.", "vs.", "Vs.", "cf.", "etc.", "e.g.", "i.e.", "incl."),
    *("min.", "mins.", "hr.", "hrs.", "sq.", "ft.", "oz.", "lb.", "lbs.", "Pt.", "pt.", "Wk.", "wk.", "Les.", "Ex."),
)
"""Words that end in a full stop and end no sentence."""
_MAX_CHARACTERS = 100_000  # characters given to spaCy at once; its parser takes about 1 GB for 10 times as many
_LETTERED = re.compile(r"[a-z][.)]\s")
_MAX_NUMBERING_LENGTH = 20  # characters
_SURROGATE = re.compile("[\ud800-\udfff]")
_NUMBERING = re.compile(
    r"(?:(?:step|lesson|unit|part|question|problem|activity|task|day|week) )?\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]*",
    re.IGNORECASE,
)

_FUNCTION_WORDS = {
    "en": "the and of to in is that for it with as are on be this from or by have not an they you which their can will",
    "es": "el la de que y los las en un una por con para se del al es su como más lo sus este esta son pero qué",
    "fr": "le la les de des et un une du en est que pour dans qui sur au avec ce il elle nous vous sont aux cette pas",
    "pt": "o os as de que e um uma para com não em do da dos das no na é por mais se como são seu sua ao pelo",
    "de": "der die das und ist nicht ein eine zu den mit von im für auf dem sich sie es auch als werden wird sind",
    "it": "il lo gli di che è e un una per non con del della dei le sono si nel alla come più questo anche",
    "vi": "và của là các có trong được cho một với không những người khi này để đã học hoặc sẽ từ em",
    "ht": "nan ak yo li pou ki se yon pa sa nou ou mwen gen te elèv kòm oswa kapab fè tout sou ap",
    "tl": "ang ng mga sa na at ay ito para hindi ni kung may isang nila mo ko siya kanilang upang",
}
_SCRIPTS = {
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "THAI": "th",
    "ETHIOPIC": "am",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
}
LANGUAGES = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "pt": "Portuguese",
    "de": "German",
    "it": "Italian",
    "vi": "Vietnamese",
    "ht": "Haitian Creole",
    "tl": "Tagalog",
    "ru": "Russian or a neighbour of it",
    "ar": "Arabic",
    "he": "Hebrew",
    "el": "Greek",
    "hi": "Hindi",
    "bn": "Bengali",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "th": "Thai",
    "am": "Amharic",
    "km": "Khmer",
    "lo": "Lao",
    "my": "Burmese",
}
"""The languages that `guess_language` tells apart, by code."""

_MIN_WORDS = 20
_MIN_SHARE = 0.08
_SAMPLE = 20_000


_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_ROW = 3
_SPREAD = 0x9E3779B97F4A7C15


def guess_language(text: str) -> str:
    """The code of the language of `text`, or "" when it cannot tell.

    A script other than Latin decides by itself when it has most of the letters. Otherwise it is the language whose
    function words make up the largest share of the words: at least 8 % of at least 20 words, and a quarter more than
    the next. The lists are our own and short, so that asking needs no spaCy.
    """
    sample = text[:_SAMPLE]
    script = _script_language(sample)
    if script != "latin":
        return script
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    if len(words) < _MIN_WORDS:
        return ""
    counts = Counter(words)
    hits = sorted(((sum(counts[w] for w in known), code) for code, known in _function_words().items()), reverse=True)
    (most, best), (next_most, _) = hits[:2]
    return best if most >= _MIN_SHARE * len(words) and most >= 1.25 * next_most else ""


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _FUNCTION_WORDS.items()}


def _script_language(sample: str) -> str:
    """The string latin, the code of a language with its own script, or "" where no script has most of the letters."""
    scripts = Counter(unicodedata.name(c, "?").split()[0].partition("-")[0] for c in sample if c.isalpha())
    if not scripts:
        return ""
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * scripts.total():
        return "ja"
    name, count = scripts.most_common(1)[0]
    if 2 * count <= scripts.total():
        return ""
    return "latin" if name == "LATIN" else _SCRIPTS.get(name, "")


def check_pipeline(name: str) -> None:
    """Raise SettingsError where `name` is a spaCy pipeline that is not installed; the blank one always is."""
    if not name or Path(name).is_dir():
        return
    if not name.isidentifier() or importlib.util.find_spec(name) is None:
        raise SettingsError(
            f"segmenting.pipeline: the spaCy pipeline {name!r} is not installed; install the package of that name "
            'or set pipeline = "" for the one that needs none.'
        )


def sentences(text: str, pipeline: str = "") -> Iterator[str]:
    """The sentences of `text`, in order; joined by spaces they are its words again.

    A sentence ends only where white space follows, and never after an abbreviation, a list number or a code.
    """
    for part in _parts(text):
        document = _load(pipeline)(_SURROGATE.sub("?", part))  # spaCy stores text as UTF-8
        start = 0
        for sentence in document.sents:
            end = sentence.end_char
            if _is_end(part, start, end):
                yield part[start:end].strip()
                start = end
        if rest := part[start:].strip():
            yield rest


def _is_end(text: str, start: int, end: int) -> bool:
    """Whether this is a sentence: white space and no small letter follow, and it is more than a list item's number."""
    following = text[end : end + 20].lstrip()
    goes_on = following[:1].islower() and _LETTERED.match(following) is None
    if goes_on or not text[end : end + 1].isspace():
        return False
    return end - start > _MAX_NUMBERING_LENGTH or _NUMBERING.fullmatch(text[start:end].strip()) is None


def _parts(text: str) -> Iterator[str]:
    """`text` in parts that spaCy can take, cut at white space."""
    start = 0
    while len(text) - start > _MAX_CHARACTERS:
        end = max(text.rfind(" ", start, start + _MAX_CHARACTERS), start + 1)
        end = end if end > start + 1 else start + _MAX_CHARACTERS
        yield text[start:end]
        start = end
    yield text[start:]


_lock = threading.Lock()
_loaded: dict[str, Any] = {}


def _load(pipeline: str) -> Any:
    """The spaCy pipeline of that name, loaded once per process, also when a thread warms it up meanwhile."""
    with _lock:
        if pipeline not in _loaded:
            _loaded[pipeline] = _load_trained(pipeline) if pipeline else _make_blank()
        return _loaded[pipeline]


def _load_trained(name: str) -> Any:
    import spacy

    check_pipeline(name)
    try:
        trained = spacy.load(name)
    except Exception as error:  # spaCy raises a different class for each way in which a pipeline can be unfit
        raise SettingsError(f"segmenting.pipeline: spaCy cannot load {name!r} ({error}); install it again.") from error
    if not {"parser", "senter", "sentencizer"} & set(trained.pipe_names):
        trained.add_pipe("sentencizer")
    return trained


def _make_blank() -> Any:
    import spacy

    blank: Any = spacy.blank("en")
    for abbreviation in ABBREVIATIONS:
        blank.tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])
    blank.add_pipe("sentencizer")
    return blank


def words_in(text: str) -> list[str]:
    """The words and numbers of a text in small letters, as they are compared with those of another."""
    return _WORDS.findall(text.casefold().replace("\u2019", "'"))


def word_ngrams(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """All rows of so many words that follow each other, in their order; none where there are fewer."""
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def numbered_rows(words: Sequence[str], length: int) -> NDArray[np.uint64]:
    """All rows of so many words as numbers, each once and in order, the same on every machine.

    Texts are compared by the rows that both have (Broder 1997).
    """
    import numpy as np

    own = np.array([_number(word) for word in words], np.uint64)
    if not 0 < length <= len(own):
        return own[:0]
    rows = np.zeros(len(own) - length + 1, np.uint64)
    for at in range(length):
        rows = (rows ^ own[at : at + len(rows)]) * np.uint64(_SPREAD)
        rows ^= rows >> np.uint64(29)
    return np.unique(rows)


@lru_cache(maxsize=8192)
def rows_of(text: str) -> frozenset[int]:
    """The numbers of a text's rows of three words, of all its words where it has fewer: what it says, for a level."""
    words = words_in(text)
    return frozenset(numbered_rows(words, min(_ROW, len(words))).tolist())


@lru_cache(maxsize=65_536)
def _number(word: str) -> int:
    return zlib.crc32(word.encode())
