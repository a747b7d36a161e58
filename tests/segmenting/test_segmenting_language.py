"""Sentence ends, languages, and documents that cannot be judged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from segmented import material

from curalign.domain.materials import Material
from curalign.domain.problems import Problem
from curalign.language import LANGUAGES, guess_language, sentences
from curalign.segmenting import caveat_for, find_unjudgeable, segment

IN_LANGUAGES = {
    "en": "Pupils read the story with a partner and talk about what the fox wanted and why it did not get it.",
    "es": "Los niños leen el cuento con un compañero y hablan de lo que quería el zorro y por qué no lo consiguió.",
    "fr": "Les élèves lisent le conte avec un camarade et parlent de ce que le renard voulait et pourquoi.",
    "pt": "As crianças leem o conto com um colega e falam do que a raposa quis e por que não conseguiu.",
    "de": "Die Kinder lesen eine Geschichte zu zweit und sprechen von dem, was der Fuchs wollte und nicht bekam.",
    "vi": "Các em đọc câu chuyện với bạn và nói về những gì con cáo muốn và vì sao nó không được.",
    "ht": "Elèv yo li istwa a ak yon zanmi epi yo pale sou sa rena a te vle nan forè a ak poukisa li pa t jwenn li.",
    "ru": "Дети читают сказку с другом и говорят о том, чего хотела лиса.",  # noqa: RUF001
    "ar": "يقرأ الأطفال القصة مع زميل ويتحدثون عما أراده الثعلب.",
    "zh": "孩子们和同伴一起读故事，谈谈狐狸想要什么。",  # noqa: RUF001
    "ja": "子どもたちは友だちと物語を読み、きつねが何をほしがったかを話します。",
    "ko": "아이들은 짝과 함께 이야기를 읽고 여우가 무엇을 원했는지 말합니다.",
}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Lee met Gr. 3 at 9 a.m. sharp. They counted.", 2),
        ("Teach 2.NBT.A.1 and 2.NBT.A.2. Then rest.", 2),
        ("Ana ran 3.5 km vs. 2.75 km for Ben (e.g., on Monday). Who ran more?", 2),
        ("1. Count the beans. 2. Share them fairly.", 2),
        ("a. Fold the strip. b. Cut it.", 2),
        ("Step 3. Fold it. See Fig. 2 on pp. 4-5.", 2),
        ('She asked, "How many?" and waited.', 1),
        ("Wait... what? Yes!", 2),
        ("no end at all", 1),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str, count: int) -> None:
    found = list(sentences(text))
    assert len(found) == count, found


@given(st.text() | st.lists(st.sampled_from(["Gr. 3 ", "1. ", "Yes! ", "3.NF.A.1. ", "\n", "a) ", "。"])).map("".join))
@settings(deadline=None, max_examples=200)
def test_sentences_are_all_the_words_in_order(text: str) -> None:
    assert " ".join(" ".join(sentences(text)).split()) == " ".join(text.split())


def test_text_longer_than_spacy_takes_is_no_trouble() -> None:
    text = "One two three. " * 20_000
    assert sum(1 for _ in sentences(text)) == pytest.approx(20_000, abs=5)


@pytest.mark.parametrize(("code", "text"), IN_LANGUAGES.items())
def test_languages_are_told_apart(code: str, text: str) -> None:
    assert guess_language(f"{text} {text}") == code
    assert code in LANGUAGES


@pytest.mark.parametrize(
    "text",
    ["", "1 2 3 4 5", "x = 3, y = 4", "beans rice corn", " ".join(["Lima Tokyo Oslo Quito"] * 20), "?!... \ud800"],
)
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert guess_language(text) == ""


@given(st.text())
def test_any_text_has_a_known_language_or_none(text: str) -> None:
    assert guess_language(text) in {"", *LANGUAGES}


def judge(*materials: Material, languages: tuple[str, ...] = ("en",)) -> list[tuple[str, str]]:
    return [(p.file, p.message) for p in find_unjudgeable(materials, segment(materials), languages)]


class TestCouldNotJudge:
    def test_a_document_with_text_in_a_wished_language_is_fine(self) -> None:
        assert judge(material((("Lesson 1",), [IN_LANGUAGES["en"]]))) == []
        assert judge(material((("Lección 1",), [IN_LANGUAGES["es"], IN_LANGUAGES["es"]])), languages=("en", "es")) == []

    def test_another_language_is_named_with_the_way_to_mend_it(self) -> None:
        [(file, message)] = judge(
            material((("Lección 1",), [IN_LANGUAGES["es"], IN_LANGUAGES["es"]]), path="curriculum/zorro.docx")
        )
        assert file == "curriculum/zorro.docx"
        assert "Spanish" in message
        assert "segmenting.languages" in message

    def test_hardly_any_text_is_said_with_the_number_of_words(self) -> None:
        [(_, message)] = judge(material(((), ["See the poster."])))
        assert message.startswith("holds only 3 words")
        [(_, message)] = judge(material())
        assert message.startswith("holds no text")

    def test_boilerplate_is_no_text_to_judge(self) -> None:
        [(_, message)] = judge(material((("Contents",), [IN_LANGUAGES["en"]])))
        assert message.startswith("holds no text")

    def test_a_file_that_has_a_problem_already_is_not_told_twice(self) -> None:
        broken = Material("a.pdf", material().kind, "a", problems=(Problem("F301", "a.pdf", trouble="damaged"),))
        assert judge(broken) == []

    def test_each_is_a_note_of_its_file(self) -> None:
        one = material(((), ["Short."]))
        assert [(p.code, p.file) for p in find_unjudgeable([one], segment([one]))] == [("F303", one.path)]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Halves and fourths", "has only 3 words, too little to judge"),
        ("Fold a strip into fourths", ""),
        (IN_LANGUAGES["es"], "seems to be in Spanish, which was not judged for"),
        (IN_LANGUAGES["zh"], "seems to be in Chinese, which was not judged for"),
    ],
)
def test_of_a_text_that_stands_alone_it_is_said_what_cannot_be_known(text: str, doubt: str) -> None:
    assert caveat_for(text) == doubt


def test_a_language_that_was_asked_for_is_no_doubt() -> None:
    assert caveat_for(IN_LANGUAGES["es"], languages=("en", "es")) == ""
