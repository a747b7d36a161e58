"""What may be quoted: codes of standards and names of files, and never what may be a person or reach one.

A name that stands in the wrong column is still a name, so a message quotes a cell only where its shape says what it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable

from curalign.wording import Facts
from curalign.wording.text import excerpt

_MAX_LISTED = 3
_MAX_LENGTH = 60

# --- codes and files --------------------------------------------------------------------------------------------------

_CODE = re.compile(r"[A-Za-z0-9]+(?:[ .:/()\[\]_\u2013\u2014-]+[A-Za-z0-9]+)*[.)\]]*")
_TWO_WORDS = re.compile(r"[A-Za-z]{2} [A-Za-z]{2}")
_PARTS = re.compile(r"[A-Za-z]+|\d+")
_WORDS_OF_CODES = frozenset({"literacy", "math", "content", "practice", "grade", "sci", "ccss"})
_DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}")
_FILE = re.compile(
    r".*\.(?:docx?|dotx?|pdf|pptx?|ppsx?|xlsx?|xlsm|ods|odt|odp|html?|md|txt|csv|tsv|zip|rtf|epub|imscc|json|xml)",
    re.IGNORECASE | re.DOTALL,
)


def looks_like_code(cell: str) -> bool:
    """Whether a cell has the shape of a standard's code, as `3.NF.A.1` or `TEKS 111.5(b)` have, and of nothing else.

    A code has a digit and a mark between its parts, short parts, and no words; numbers of four digits and more, dates,
    addresses and user names have not.
    """
    text = cell.strip()
    if len(text) > _MAX_LENGTH or not _CODE.fullmatch(text) or _DATE.fullmatch(text):
        return False
    parts = _PARTS.findall(text)
    marked = any(mark in text for mark in ".-:(/") and not _TWO_WORDS.search(text)
    return marked and any(part.isdigit() for part in parts) and all(map(_is_short, parts))


def _is_short(part: str) -> bool:
    if part.isdigit():
        return len(part) <= 3
    return len(part) <= 2 or (part.isupper() and len(part) <= 4) or part.lower() in _WORDS_OF_CODES


def quote_codes(cells: Iterable[str]) -> Facts:
    """Cells of a column of codes, as a sentence may name them: `9.Z, 9.Y and 4 more, and 2 cells that hold no code`.

    `named` are the first codes, `more` counts the others, and `unsaid` the cells that hold none.
    """
    return _tell(set(cells), looks_like_code, "code")


def quote_files(cells: Iterable[str]) -> Facts:
    """The same for cells of a column of files."""
    return _tell(set(cells), looks_like_file, "file")


def looks_like_file(cell: str) -> bool:
    """Whether a cell has the shape of a document's name or path."""
    return _FILE.fullmatch(cell.strip()) is not None


def _tell(cells: Collection[str], fits: Callable[[str], bool], what: str) -> Facts:
    quoted = sorted(filter(fits, cells))
    return Facts(
        what=what,
        named=[excerpt(name, 80) for name in quoted[:_MAX_LISTED]],
        more=max(len(quoted) - _MAX_LISTED, 0),
        unsaid=len(cells) - len(quoted),
    )


# --- addresses and telephone numbers ----------------------------------------------------------------------------------

EMAIL = "[e-mail]"
PHONE = "[phone]"

_EMAIL = re.compile(
    r"(?<![\w.+%'-])[\w+%'][\w.+%'-]{0,63}(?:@|\s?[\[({]\s?(?:at|@|arroba)\s?[\])}]\s?)"
    r"\w[\w-]{0,62}(?:(?:\.|\s?[\[({](?:dot|punto)[\])}]\s?)\w[\w-]{0,62}){1,5}",
    re.IGNORECASE,
)
_SPELT_OUT = re.compile(r"[\[({]\s?(?:at|arroba)\s?[\])}]", re.IGNORECASE)
_EXTENSION = r"(?:[ ,;]{0,2}(?:ext(?:ension)?\.?|x|#)\s?\d{1,6}\b)?"
_NUMBER = re.compile(
    # A dialling code, as in +1 555 123 4567 and +52 (55) 1234 5678; a plus sign between two numbers adds them.
    r"(?<![\w)])(?<![\d)] )(?<!\b[A-Za-z] )\+\d{1,3}(?:[ .\u2011-]?\(?\d{1,4}\)?){2,5}(?![\d=+])"
    + _EXTENSION
    # An area code in brackets, or three parts with a mark between them; a subtraction has spaces beside its sign.
    + r"|(?<![\w.+=/\u2011-])(?:1[ .\u2011-])?\([2-9]\d\d\)[ .\u2011-]?\d{3}[ .\u2011-]\d{4}(?![\w=-])"
    + _EXTENSION
    + r"|(?<![\w.+=/\u2011-])(?:1[.\u2011-])?[2-9]\d\d(?:/(?=\d{3}-)|(?P<mark>[.\u2011-]))"
    + r"\d{3}(?(mark)(?P=mark)|-)\d{4}(?![\w=-])"
    + _EXTENSION
    # Of seven digits, or with spaces only, where something else says so.
    + r"|(?P<bare>(?<![\w.+=/\u2011-])(?:1 )?[2-9]\d\d(?:[\u2011-]| \d{3}[ \u2011-])\d{4}(?![\w=-])"
    + r"(?!\s?[=+*\u00d7\u00f7]))"
    + _EXTENSION,
    re.IGNORECASE,
)
_CALLS = (
    "phone",
    "tel",
    "tél",
    "cel",
    "ph",
    "home",
    "work",
    "office",
    "vil",
    "mobile",
    "fax",
    "whatsapp",
    "text",
    "call",
    "sms",
    "ll\u00e1m",
    "llam",
)
"""Parts of what `_CALLED` begins with, without which it need not be asked."""
_IN_PARTS = r"\(?\d{3}\)?[ .\u2011-]?(?:\d{3}[ .\u2011-]?)?\d{4}"
_BETWEEN = r"[ .:#]{0,5}(?:(?:number|no|us|me|at|al|is|n[uú]mero|es)\b[ .:#]{0,3}){0,3}"
_CALLED = re.compile(
    r"\b(?P<label>(?:(?:tele)?phones?|tel|t[eé]l|tel[eé]fon[oe]?s?|celular|cel|ph(?=[.:])|m[oó]vil|mobile|fax|whatsapp)\b"
    rf"{_BETWEEN}(?=(?P<any>\(?\d{{2,5}}\)?(?:/\d{{5,7}}|(?:[ .\u2011-]?\d{{2,6}}){{1,4}}))\b)"
    rf"|(?:cell|home|work|office|text|call|sms|ll[aá]m[ae])\b{_BETWEEN}(?=(?P<parts>{_IN_PARTS})\b))"
    rf"(?P<number>(?(any)(?P=any)|(?P=parts)))(?![=+]){_EXTENSION}",
    re.IGNORECASE,
)
_BEFORE_PAGES = re.compile(r"(?:\bp{1,2}\.?|\bpages?|\bp[aá]g(?:ina)?s?\.?|\blines?|\bnos?\.?)\s*$", re.IGNORECASE)
_SAYS_PHONE = re.compile(
    r"phone|\btel|\bcall|contact|\bfax|\btext\b|\bcell|\[e-mail\]|\boffice\b|m[oó]vil|celular|ll[aá]m", re.IGNORECASE
)
_NEAR = 40  # characters
_LEAST_DIGITS = 7
_LAST_PART = re.compile(r"[ .\u2011-](?<=\d{3}.)\d{4}")
"""What every number without a plus sign that `_NUMBER` finds holds, and most rows of data do not."""
_DIGITS_TOGETHER = re.compile(r"\d(?:\D{0,3}\d){6}")


def masked(text: str) -> str:
    """A text in which nobody's e-mail address or telephone number stands; every other word stays.

    Args:
        text: of any length, as a document has it.

    Returns:
        The text with `[e-mail]` and `[phone]` in their places.

    """
    if "@" in text or _SPELT_OUT.search(text):
        text = _EMAIL.sub(EMAIL, text)
    if not _DIGITS_TOGETHER.search(text):
        return text
    numbered = _NUMBER.sub(_mask_number, text) if "+" in text or _LAST_PART.search(text) else text
    return _CALLED.sub(_mask_called, numbered) if holds_any(text.lower(), _CALLS) else numbered


def holds_any(text: str, parts: Iterable[str]) -> bool:
    """Whether a text holds one of these; a loop, for this is asked of every row and `any` takes twice as long."""
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False


def _mask_number(match: re.Match[str]) -> str:
    digits = sum(map(str.isdigit, match[0]))
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    is_phone = digits >= _LEAST_DIGITS and not _BEFORE_PAGES.search(before)
    if match["bare"] and not match["bare"].startswith("555") and not _SAYS_PHONE.search(before):
        return match[0]
    return PHONE if is_phone else match[0]


def _mask_called(match: re.Match[str]) -> str:
    if not _LEAST_DIGITS <= sum(map(str.isdigit, match["number"])) <= 15:
        return match[0]
    return f"{match['label']}{PHONE}"


# --- headers of tables ------------------------------------------------------------------------------------------------

_PERSONS = tuple(
    str.split(
        """
        student pupil learner child kid scholar examinee testtaker candidate alumno alumna alumne estudiante
        eleve etudiant etudiante aluno aluna estudante schuler schueler schulerin schuelerin studente studentessa alunno
        alunna leerling
        """
    )
)
"""One who learns, in the languages that districts write to families in."""

_IDENTITIES = frozenset(
    str.split(
        """
        name names first last surname forename nickname username user login initials lastfirst firstlast firstname
        lastname fullname givenname familyname middlename id ids uid userid ssid sasid lasid sis sisid upn uln ssn suid
        pupilid email emails mail emailaddress phone telephone guardian dob birth birthday birthdate born birthdates
        nombre nombres apellido apellidos correo nacimiento matricula usuario cedula curp nom prenom noms prenoms
        courriel naissance nome sobrenome apelido nascimento cognome nascita vorname nachname familienname geburtsdatum
        geburtstag voornaam achternaam hoten pangalan apelyido
        """
    )
)
_BESIDE = frozenset(
    str.split(
        """
        your of the a s and or no num nr number code key date day address e local state legal preferred full given
        family middle maiden social security sis unique official nick sur fore electronico fecha numero de del la el los
        las y du des d l le et do da der di
        """
    )
)
_PLACES = frozenset({"school", "district"})
_COUNTING = frozenset({"number", "numero", "no", "num", "nr", "n", "count", "total", "of", "de", "percent"})
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[a-z]+")


def is_about_pupils(header: str) -> bool:
    """Whether a column of this name is about single pupils, as `Student First Name`, `LastFirst` and `Alumno` are.

    Case, accents, punctuation and words that are written together do not matter. All of the words must be of that
    kind: `Item name` and `Number of students` tell of no pupil.
    """
    words = [part for word in _words(header) for part in _apart(word)]
    persons = [word for word in words if _person(word)]
    others = [word for word in words if not _person(word)]
    beside = _BESIDE | _PLACES if persons else _BESIDE
    if not words or any(word not in _IDENTITIES and word not in beside for word in others):
        return False
    identities = [word for word in others if word in _IDENTITIES]
    plural = any(word.endswith("s") for word in persons)
    if plural and others and not identities and set(others) & _COUNTING:
        return False
    return bool(persons or identities)


def _words(header: str) -> list[str]:
    apart = _CAMEL.sub(" ", header[:200])
    letters = "".join(c for c in unicodedata.normalize("NFKD", apart) if not unicodedata.combining(c))
    return _WORD.findall(letters.casefold().replace("e-mail", "email"))


def _apart(word: str) -> list[str]:
    """`studentname` is two words."""
    if word in _IDENTITIES or _person(word):
        return [word]
    for person in _PERSONS:
        for start in (f"{person}s", person):
            rest = word.removeprefix(start)
            if rest != word and (rest in _IDENTITIES or rest in _BESIDE):
                return [start, rest]
    return [word]


def _person(word: str) -> bool:
    return word in _PERSONS or (word[-1:] == "s" and word[:-1] in _PERSONS)


# --- groups -----------------------------------------------------------------------------------------------------------

_OF_GROUPS = frozenset(
    str.split(
        """
        all grade grades class classes room school schools period section campus site cohort group subgroup students
        pupils learners learner teacher teachers homeroom elementary primary middle high secondary intermediate academy
        district county state center centre charter magnet montessori preschool kindergarten tier level year male female
        boys girls men women nonbinary gender sex unknown other none white black african american americans hispanic
        latino latina latinx latine asian native alaska alaskan indian hawaiian pacific islander multiracial races race
        ethnicity multiple two more english spanish language multilingual bilingual el ell lep esl ml mll eld frl frpl
        ses sed sped swd iep gt disabilities disability disabled special education general ed economically income
        disadvantaged low lunch free reduced meal homeless foster migrant military risk gifted talented honors ap ib
        title intervention support program track at non not former current newcomer proficient advanced basic below
        above on near north south east west urban rural virtual online remote morning afternoon fall winter spring
        summer first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth escuela grado clase
        grupo nivel with
        """
    )
)
"""Words that a group's name has and a person's has not."""

_ALSO_NAMES = frozenset({"white", "black", "north", "south", "east", "west", "ed", "first", "summer", "winter", "two"})
"""Of these, words that are people's names as well: they name a group among their like only."""
_TITLED = re.compile(r"[^\W\d_][\w'\u2019.-]*")
_MAX_NAME_WORDS = 5
_MANY = 8
"""More single words than this, none of them a word for a group, are a list of pupils' names."""


def look_like_names(groups: Iterable[str]) -> bool:
    """Whether a column of groups holds persons: `Ada Day`, `Day, Ada`, or many single words that name no group."""
    single = 0
    for group in set(groups):
        words = group.replace(",", " ").split()
        if not words or any(map(str.isdigit, group)) or _names_a_group(_WORD.findall(group.casefold())):
            continue
        if not all(_TITLED.fullmatch(word) and word[0].isupper() for word in words) and "," not in group:
            continue
        if 1 < len(words) <= _MAX_NAME_WORDS:
            return True
        single += len(words) == 1
    return single > _MANY


def _names_a_group(words: Collection[str]) -> bool:
    return not _OF_GROUPS.difference(_ALSO_NAMES).isdisjoint(words) or (bool(words) and _OF_GROUPS.issuperset(words))
