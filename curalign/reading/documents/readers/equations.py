"""Equations as a lesson writes them in a line: `2 3/4`, `√9`, `x^2`; Office (OMML), the web (MathML) and LaTeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

BLANK = "__"
"""What stands for a bar over nothing: pupils are to fill it in."""

_SIMPLE = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*|\([^()]*\)|")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_INVISIBLE = re.compile("[\u2061-\u2064]")
_UNSAID = frozenset((
    "annotation", "annotation-xml", "ctrlPr", "del", "moveFrom", "mphantom", "rPr", "none", "mprescripts",
))  # fmt: skip
_BARS = ("¯", "_", "‾", "\u0305", "^", "→")  # what only marks what it stands over
_STOPS = (".", "?", "!", ":", ";", ",")
_WORDS = frozenset(("mi", "mn", "mo", "ms", "mtext", "t"))

_GROUP = r"\{((?:[^{}]|\{[^{}]*\})*)\}"
_FRACTION = re.compile(r"\\[dtc]?frac\s*" + _GROUP + r"\s*" + _GROUP)
_CHOICE = re.compile(r"\\[dt]?binom\s*" + _GROUP + r"\s*" + _GROUP)
_DIGITS = re.compile(r"\\[dtc]?frac\s*(\d)\s*(\d)")
_ROOT = re.compile(r"\\sqrt\s*(?:\[([^\]]*)\])?\s*(?:" + _GROUP + r"|(\w))")
_BAR = re.compile(
    r"\\(?:over(?:line|(?:left)?rightarrow|brace)|under(?:line|brace)|bar|boxed|fbox|vec|(?:wide)?hat)\s*(?:"
    + _GROUP
    + r"|(?![A-Za-z{]))"
)
_RAISED = re.compile(r"([\^_])\s*" + _GROUP)
_PLAIN = re.compile(
    r"\\(?:(?:text|math)(?:rm|bf|it|sf|bb|cal)?|operatorname|mbox|(?:display|text)style|left|right|hline|big|Big|large"
    r"|[bx]?cancel|boldsymbol|bm|(?:wide)?tilde|dot|limits|nonumber|notag)"
    r"(?![A-Za-z])\s*|\\(?:text)?color\s*\{\w*\}"
)
_SET = re.compile(r"\\(?:begin|end)\s*\{[a-z]+\*?\}(?:\s*\{[lcr|]*\})?|(?<!\\)&")  # in rows and columns
_DEGREES = re.compile(r"\^\s*(?:\\circ\b|\{\s*\\circ\s*\})")
_SIGNS = {
    "times": "\u00d7", "div": "÷", "cdot": "·", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠",
    "lt": "<", "gt": ">", "pi": "π", "pm": "±", "approx": "≈", "degree": "°", "circ": "°", "angle": "∠", "theta": "θ",
    "alpha": "\u03b1", "beta": "β", "Delta": "Δ", "sum": "∑", "infty": "∞", "ldots": "…", "dots": "…", "cdots": "…",
    "rightarrow": "→", "to": "→", "square": "□", "Box": "□", "bigcirc": "○", "triangle": "△", "cong": "≅", "perp": "⊥",
    "parallel": "∥", "mid": "|", "percent": "%",
}  # fmt: skip
_SETS = r"(?:align(?:ed|at)?|equation|gather(?:ed)?|multline|eqnarray|cases)"
_REACH = r".{1,2000}?"  # of a formula: a mark that opens none is not looked for to the end of the text
_LATEX = re.compile(
    rf"\\\\?\(({_REACH})\\\\?\)|\\\[({_REACH})\\\]|\$\$({_REACH})\$\$"
    r"|(?<![\\\w])\$(?=[^$\n]{0,200}\\[a-zA-Z])([^$\n]{1,200})\$"
    rf"|(\\begin\{{{_SETS}\*?\}}{_REACH}\\end\{{{_SETS}\*?\}})",
    re.DOTALL,
)
_SIGN = re.compile(r"\\([A-Za-z]+)")
_SPACING = re.compile(
    r"\\(?:[,;:! ]|q?quad\b|(?:hspace|phantom|rule(?:\{[^{}]*\})?)\*?\s*\{[^{}]*\})|~|\\\\(?:\[[^\]]*\])?"
)
_NUMBERS = re.compile(r"(?<![\\\w$])\$(?![\s$])([^$\n]{1,200})(?<!\s)\$(?![\w$])")
_WORD = re.compile(r"[^\W\d_]{3}")
# What a picture may be called that shows an equation: numbers and signs, and no letters but single ones.
_SHOWN = re.compile(
    r"(?:[^\W\d_](?![^\W\d_])|[\d\s_?.,()$%\u00b0\u25a1\u2610+\u2212\u2013\u00d7\u00f7\u00b7*/=<>\u2264\u2265\u2260\u221a^-])+"
)
_RELATES = re.compile(
    r"[=<>\u2264\u2265\u2260\u221a\u00d7\u00f7^]|\d\s*\+\s*\d|\d\s+[-\u2212\u2013]\s+\d"
    r"|^\s*(?:\d+ )?\d{1,2}/\d{1,2}\s*$"
)


def equation_text(node: Element) -> str:
    """An equation in a line.

    Args:
        node: The `oMath` of an Office document or the `math` of a web page, with tags without their namespaces.

    Returns:
        Its words and signs; a fraction, a root or a power keeps its parts apart by brackets where they need some.

    """
    return _said(node)[0].strip()


def beside(words: str, equation: str) -> str:
    """Words and the equation behind them, which a page sets apart without a space between them."""
    apart = (words[-1:].isalnum() or words.endswith(_STOPS)) and equation[:1].isalnum()
    return f"{words} {equation}" if apart else words + equation


def from_latex(formula: str) -> str:
    """A formula in LaTeX, such as the other text of a picture of it, in a line."""
    text = _SPACING.sub(" ", _SET.sub(" ", _PLAIN.sub("", _DEGREES.sub("°", formula))))
    before = ""
    while before != text:  # from the innermost braces outwards
        before = text
        text = _ROOT.sub(lambda found: _root(found[2] or found[3] or "", found[1] or ""), text)
        text = _CHOICE.sub(lambda found: f"({_fraction(found[1], found[2])})", text)
        text = _FRACTION.sub(lambda found: _mixed(found, _fraction(found[1], found[2])), text)
        text = _DIGITS.sub(lambda found: _mixed(found, _fraction(found[1], found[2])), text)
        text = _BAR.sub(lambda found: (found[1] or "").strip() or BLANK, text)
        text = _RAISED.sub(lambda found: found[1] + _grouped(found[2]), text)
    text = _SIGN.sub(lambda found: _SIGNS.get(found[1], found[1]), text)
    return " ".join(re.sub(r"(?<!\\)[{}]", "", text).replace("\\", "").split())


def spoken(text: str, write: Callable[[str], str] = str) -> str:
    r"""Text with the formulas in it that a page would set by a script: between `\(` and `\)`, or dollars.

    `write` is how a formula is written down, where some of its signs would mean something else.
    """
    if "\\" in text or "$$" in text:
        text = _LATEX.sub(lambda found: write(from_latex(next(filter(None, found.groups())))), text)
    # Prices have a blank before their second sign, or a number behind it.
    return _NUMBERS.sub(lambda found: found[0] if _WORD.search(found[1]) else write(from_latex(found[1])), text)


def shown(words: str) -> str:
    """The equation that a picture shows, by the words that stand for it; nothing where these tell of something else."""
    said = spoken(words).strip()
    if said != words.strip() or re.search(r"\\(?:[dt]?frac|sqrt|times|div)(?![A-Za-z])", said):
        return from_latex(said)
    return said if _SHOWN.fullmatch(said) and _RELATES.search(said) and any(map(str.isdigit, said)) else ""


def _mixed(found: re.Match[str], fraction: str) -> str:
    """A fraction behind a whole number, which it must not run into."""
    return f" {fraction}" if found.string[: found.start()][-1:].isalnum() else fraction


def _said(node: Element) -> tuple[str, bool]:
    """What a part of an equation says, and whether it is made of parts, which a letter beside it must not touch."""
    if node.tag in _WORDS:
        text = _INVISIBLE.sub("", node.text or "")
        return (text, False) if node.tag in ("t", "mtext") else (text.strip(), node.tag == "mi" and len(text) > 1)
    if node.tag in _UNSAID or _is_phantom(node):
        return "", False
    rule = _RULES.get(node.tag)
    return (rule(node), True) if rule else (_joined(map(_said, node)), False)


def _is_phantom(node: Element) -> bool:
    shown = node.find("./phantPr/show") if node.tag == "phant" else None
    return shown is not None and shown.get("val") in ("0", "off", "false")


def _joined(parts: Iterable[tuple[str, bool]]) -> str:
    text, made = "", False
    for said, is_made in parts:
        apart = (made or is_made) and text[-1:].isalnum() and said[:1].isalnum()
        text += f" {said}" if apart else said
        made = is_made if said else made
    return text


def _grouped(text: str) -> str:
    """A part in brackets, where it is not one number or name."""
    bare = text.strip()
    return bare if _SIMPLE.fullmatch(bare) else f"({bare})"


def _fraction(above: str, below: str) -> str:
    return f"{_grouped(above)}/{_grouped(below)}"


def _root(of: str, degree: str = "") -> str:
    sign = _ROOTS.get(degree.strip())
    return sign + _grouped(of) if sign else f"{_grouped(of)}^(1/{degree.strip()})"


def _scripts(base: str, below: str = "", above: str = "") -> str:
    lower, upper = below.strip(), above.strip()
    return base.strip() + (f"_{_grouped(lower)}" if lower else "") + (f"^{_grouped(upper)}" if upper else "")


# What Office calls its parts by name.


def _part(node: Element, name: str) -> str:
    found = node.find(name)
    return "" if found is None else _said(found)[0]


def _property(node: Element, name: str, default: str) -> str:
    found = node.find(f"./{node.tag}Pr/{name}")
    return default if found is None else found.get("val", "")


def _office_root(node: Element) -> str:
    return _root(_part(node, "e"), _part(node, "deg"))


def _delimited(node: Element) -> str:
    within = _property(node, "sepChr", "|").join(_said(each)[0] for each in node.findall("e"))
    return _property(node, "begChr", "(") + within + _property(node, "endChr", ")")


def _repeated(node: Element) -> str:
    sign = _scripts(_property(node, "chr", "∫"), _part(node, "sub"), _part(node, "sup"))
    return f"{sign} {_part(node, 'e')}"


def _under_bar(node: Element) -> str:
    return _part(node, "e").strip() or BLANK


def _lines(node: Element) -> str:
    return "; ".join(_said(each)[0].strip() for each in node if each.tag in ("e", "mr", "mtr", "mlabeledtr"))


def _cells(node: Element) -> str:
    return " ".join(_said(each)[0].strip() for each in node if each.tag in ("e", "mtd"))


# What a web page knows by their order.


def _child(node: Element, at: int) -> str:
    return _said(node[at])[0].strip() if at < len(node) else ""


def _web_root(node: Element) -> str:
    return _root(_child(node, 0), _child(node, 1))


def _web_over(node: Element) -> str:
    base, above = _child(node, 0), _child(node, 1)
    return (base or BLANK) if above in _BARS else _scripts(base, "", above)


def _fenced(node: Element) -> str:
    within = (node.get("separators", ",").strip()[:1] + " ").join(_said(each)[0] for each in node)
    return node.get("open", "(") + within + node.get("close", ")")


_RULES: dict[str, Callable[[Element], str]] = {
    "oMathPara": lambda node: "; ".join(filter(None, (_said(each)[0].strip() for each in node.findall("oMath")))),
    "f": lambda node: _fraction(_part(node, "num"), _part(node, "den")),
    "rad": _office_root,
    "sSup": lambda node: _scripts(_part(node, "e"), "", _part(node, "sup")),
    "sSub": lambda node: _scripts(_part(node, "e"), _part(node, "sub")),
    "sSubSup": lambda node: _scripts(_part(node, "e"), _part(node, "sub"), _part(node, "sup")),
    "sPre": lambda node: _scripts("", _part(node, "sub"), _part(node, "sup")) + _part(node, "e"),
    "limLow": lambda node: _scripts(_part(node, "e"), _part(node, "lim")),
    "limUpp": lambda node: _scripts(_part(node, "e"), "", _part(node, "lim")),
    "func": lambda node: f"{_part(node, 'fName').strip()} {_part(node, 'e').strip()}",
    "d": _delimited,
    "nary": _repeated,
    "bar": _under_bar,
    "acc": _under_bar,
    "groupChr": _under_bar,
    "borderBox": lambda node: _part(node, "e").strip() or BLANK,
    "eqArr": _lines,
    "m": _lines,
    "mr": _cells,
    "mfrac": lambda node: _fraction(_child(node, 0), _child(node, 1)),
    "msqrt": lambda node: _root(_joined(map(_said, node))),
    "mroot": _web_root,
    "msup": lambda node: _scripts(_child(node, 0), "", _child(node, 1)),
    "msub": lambda node: _scripts(_child(node, 0), _child(node, 1)),
    "msubsup": lambda node: _scripts(_child(node, 0), _child(node, 1), _child(node, 2)),
    "munder": lambda node: _scripts(_child(node, 0), _child(node, 1)) if _child(node, 1) != "_" else _child(node, 0),
    "mover": _web_over,
    "munderover": lambda node: _scripts(_child(node, 0), _child(node, 1), _child(node, 2)),
    "mfenced": _fenced,
    "menclose": lambda node: _joined(map(_said, node)).strip() or BLANK,
    "mspace": lambda node: " ",  # noqa: ARG005 (every rule takes the same)
    "mtable": _lines,
    "mtr": _cells,
    "semantics": lambda node: _child(node, 0),
}
"""How each part that is made of others is said."""
