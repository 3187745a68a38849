"""Quotations: direct speech with its speaker."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.register import Register
from kg.extract.shapes import Element, Shape
from kg.language.tokens import Tokens
from kg.model import Kind, Span, Status

_FEWEST_WORDS = 4
_REACH = 30
_NEAR = 10
_BEGINS = 4
_ACTIVE = ("me", "ber")
_TELLING = re.compile(r"(?:\.x\.)?(?:,Y|[x~,uiq¹]{0,2})(?:v|s(?![PX]))")
_VERB = re.compile(r"[sv]")
_HEARD = re.compile(r"\?,?P")
_BEFORE_A_NAME = re.compile(r"P[xIL]{0,3},?P(?!&|,P|,&)")
_UNNAMED = re.compile(r"Q[,.]?sx[xRI][^PXSHQ]*$")
_THAT_ONE = re.compile(r"P[xIL]{0,3}H(?:[,.;]|$)")
_ACCOUNT = re.compile(r"K(?:[RI]|.*P)")
_SUBJECTLESS = re.compile(r"[xu1¹,&]{0,3}[sv]")
_OPENING = re.compile(r"(?:[^PI;,]{1,8},){0,2}P")
_COMPANY = re.compile(r"P,?Y?1?A[^PQ;svS]{0,6}(?P<other>P)[xIRL1,]{0,3}[sv]")
_OWNER = re.compile(r"x{0,2}2x?P,(?=P,)")


def voices(sentences: Iterable[Shape], tokens: Tokens) -> frozenset[int]:
    """The persons who speak somewhere in these sentences."""
    return frozenset(speaker for sentence in sentences for speaker in _speaking(_active(sentence, tokens)))


def _active(sentence: Shape, tokens: Tokens) -> Shape:
    """The sentence with `v` for the verbs of reporting whose subject never stands behind them (`mengapresiasi`,
    `berharap`, unlike `kata`)."""
    if "s" not in sentence.letters:
        return sentence
    letters = (
        "v" if e.letter == "s" and tokens.lower[e.first].startswith(_ACTIVE) else e.letter for e in sentence.elements
    )
    return Shape("".join(letters), sentence.elements)


@dataclass(slots=True)
class Speakers:
    """Follows who speaks, sentence by sentence. focus: whom a pronoun means; speaker: who had the word last, whom
    a `-nya` verb means unless the sentence right before begins with another person (fresh). A sentence about
    somebody who never speaks in the article does not make a speaker. words: the table `[commitment]` of
    `shapes.toml`; posted: first tokens of names with a post."""

    register: Register
    themes: Collection[int]
    words: Mapping[str, Collection[str]]
    voices: frozenset[int]
    posted: frozenset[int] = frozenset()
    focus: int | None = None
    speaker: int | None = None
    fresh: int | None = None

    def read(self, sentence: Shape) -> Shape:
        """Attribute the sentence's quotations and let its pronouns point to the speaker."""
        letters = _active(sentence, self.register.prose.tokens).letters
        pointed = self._point(sentence, letters)
        heard = Shape(letters, pointed.elements)
        for at, element in enumerate(pointed.elements):
            if element.letter == "Q" and element.first not in self.themes:
                self._attribute(heard, at)
        self._follow(heard)
        return pointed

    def _point(self, sentence: Shape, letters: str) -> Shape:
        """Pronouns and `-nya` verbs get the referent of whoever has the word."""
        if not any(letter in letters for letter in "XSH"):
            return sentence
        meant = {"X": self.focus, "S": self._last(), "H": self._last()}
        found: list[Element] = []
        for at, element in enumerate(sentence.elements):
            referent = meant.get(element.letter)
            if _pronoun(element) and self.focus not in self.voices and _tells(letters, at):
                referent = self._last()
            if element.letter == "S" and (teller := _tells_before(letters[:at])) is not None:
                referent = sentence.elements[teller].referent
            if referent is not None:
                element = Element(element.letter, element.first, element.last, referent)
            elif element.letter == "P" and _tells(letters, at):
                meant = dict.fromkeys("XSH", element.referent)
            found.append(element)
        return Shape(sentence.letters, tuple(found))

    def _last(self) -> int | None:
        return next((one for one in (self.fresh, self.speaker, self.focus) if one is not None), None)

    def _follow(self, sentence: Shape) -> None:
        """Who has the word when the sentence is over: its last speaker, else a person who begins it."""
        told = _speaking(sentence)
        if not told and _UNNAMED.search(sentence.letters):  # `"…," ucap seorang juru bicara`: nobody whom `ia` may mean
            self.focus = self.speaker = self.fresh = None
            return
        opener = _opens(sentence)
        self.fresh = None
        if opener is not None and (opener.referent in self.voices or (not told and self._introduced(opener, sentence))):
            self.fresh = opener.referent
        if told:
            self.focus = self.speaker = told[-1]
            return
        for at, element in enumerate(sentence.elements[:_BEGINS]):
            if element.letter == "P" and "Q" not in sentence.letters[:at] and not _owns(sentence.letters, at):
                self.focus = element.referent
                if self.speaker is None or self.focus in self.voices:
                    self.speaker = self.focus
                return

    def _introduced(self, person: Element, sentence: Shape) -> bool:
        """Whether the person comes with a whole name, or with a post and the occasion: `Rektor Widodo dalam
        sambutannya …`."""
        at = sentence.elements.index(person)
        return person.last - person.first > 1 or (
            person.first in self.posted and "u" in sentence.letters[at + 1 : at + 4]
        )

    def _attribute(self, sentence: Shape, at: int) -> None:
        quote = sentence.elements[at]
        speaker, status = _behind(sentence, at, self.register.prose.tokens.lower), Status.ASSERTED
        if speaker is None and (verb := _verb_before(sentence.letters, at)) is not None:
            speaker, status = _before(sentence, verb, at), self._status(sentence, verb)
        if speaker is None and _unclaimed(sentence, at):
            meant = self._last()
            speaker = Element("X", quote.first, quote.last, meant) if meant is not None else None
        if speaker is None or speaker.referent < 0:
            return
        self._state(quote, speaker, status)

    def _status(self, sentence: Shape, verb: int) -> Status:
        """What is made of the quotation by the words that govern its verb: `tidak pernah mengatakan`, `membantah
        mengatakan`, `disebut mengatakan`, `Konon P mengatakan`, `kabar bahwa P mengatakan`."""
        lower, letters = self.register.prose.tokens.lower, sentence.letters
        before = verb - 1
        while before >= 0 and (
            letters[before] in "1w" or lower[sentence.elements[before].first] in self.words["light"]
        ):
            before -= 1
        word = lower[sentence.elements[before].first] if before >= 0 else ""
        if letters[max(0, before)] == "!" or word in self.words["denying"]:
            return Status.NEGATED
        alleged = letters[max(0, before)] == "?" or word in self.words["hearsay"] or "%" in letters[:verb]
        return Status.ALLEGED if alleged or _HEARD.match(letters) else Status.ASSERTED

    def _state(self, quote: Element, speaker: Element, status: Status) -> None:
        prose = self.register.prose
        first, last = quote.first + 1, quote.last - 1 if _closed(prose.tokens.word[quote.last - 1]) else quote.last
        words = [i for i in range(first, last) if prose.tokens.kind[i] in "wn"]
        if len(words) < _FEWEST_WORDS or all(prose.tokens.cap[i] for i in words):  # a title is no speech
            return
        start, end = prose.tokens.start[first], prose.tokens.end[last - 1]
        text = " ".join(prose.tokens.text[start:end].split())
        at = self.register.add(Kind.QUOTATION, f"{start}", text)
        self.register.drafts[at].span = Span(*prose.origin(start, end))
        whole = (min(quote.first, speaker.first), max(quote.last, speaker.last))
        self.register.state(speaker.referent, "says", at, *whole, "direct-quotation", status=status)
        self.focus = self.speaker = speaker.referent


def _closed(mark: str) -> bool:
    return mark in '"“”„‟″❝❞«»'


def _opens(sentence: Shape) -> Element | None:
    """The person whom a sentence without quotations begins with, perhaps behind a phrase and a comma."""
    owner = _OWNER.match(sentence.letters)
    match = _OPENING.match(sentence.letters, owner.end() if owner else 0)
    return sentence.elements[match.end() - 1] if match and "Q" not in sentence.letters else None


def _speaking(sentence: Shape) -> list[int]:
    """The persons who tell something in the sentence, in order."""
    letters = sentence.letters
    return [
        e.referent
        for at, e in enumerate(sentence.elements)
        if e.referent >= 0 and (e.letter == "P" or _pronoun(e)) and _tells(letters, at)
    ]


def _tells_before(letters: str) -> int | None:
    """Where the one person stands who tells, in front of a quotation, what a `-nya` verb behind it closes: `P saat
    ditemui di … mengungkapkan … “…” ujarnya`."""
    before, quote, _ = letters.partition("Q")
    person = before.find("P")
    told = quote and before.count("P") == 1 and not _placed(before, person) and _VERB.search(before, person)
    return person if told else None


def _pronoun(element: Element) -> bool:
    """Whether it is `ia` or `beliau`, not `hal itu`."""
    return element.letter == "X" and element.last - element.first == 1


def _owns(letters: str, at: int) -> bool:
    """Whether the person at `at` only tells who the next one is: `pengacara Setya, Fredrich Yunadi`."""
    described = letters[at - 1 : at] == "2" or letters[max(0, at - 2) : at] == "2x"
    return described and letters[at + 1 : at + 3] == ",P" and "&" not in letters[at + 3 : at + 6]


def _tells(letters: str, at: int) -> bool:
    return _speaks(letters, at) and not _cited(letters, at)


def _speaks(letters: str, at: int) -> bool:
    """Whether the person at `at` is the subject of a verb of reporting: `kata P`, `menurut P`, `P … mengatakan`, `P,
    yang menyoroti`, `disampaikan P`."""
    before = letters[max(0, at - 2) : at]
    if before.endswith(("s", "K", "W")) or before in ("s,", "Wy", "W2"):
        return True
    for found in _COMPANY.finditer(letters):  # `Cut yang didampingi Whisnu menjelaskan`: the first has the word
        if at in (found.start(), found.start("other")):
            return at == found.start()
    return _TELLING.match(letters, at + 1) is not None and not _placed(letters, at)


def _placed(letters: str, at: int) -> bool:
    """Whether `di` or `dari` stands before the name: a place or a source, whoever it seems to be."""
    return letters[at - 1 : at] in ("i", "F")


def _cited(letters: str, at: int) -> bool:
    """Whether somebody else has the word: `menurut A, B …` is A's account of B, be A a body or a post."""
    return _ACCOUNT.search(letters[:at]) is not None


def _behind(sentence: Shape, at: int, lower: Sequence[str]) -> Element | None:
    """The speaker named behind the quotation: `," kata P`, `," ujarnya`, `," P menambahkan`, `," demikian P.`"""
    elements = sentence.elements
    i = at + 1
    while i < len(elements) and elements[i].letter in ",.":
        i += 1
    if i >= len(elements):
        return None
    if i + 1 < len(elements) and lower[elements[i].first] == "demikian":
        i += 1
        if sentence.letters[i : i + 2] in ("P;", "P,", "Pu", "P"):
            return elements[i]
    letter, after = sentence.letters[i], sentence.letters[i + 1 : i + 4]
    if letter == "S" or (letter == "X" and after[:1] in ("s", "v")):
        named = elements[i + 1] if i + 1 < len(elements) and elements[i + 1].letter == "P" else elements[i]
        return named
    if letter in "sKW":
        return _named(sentence, i + 1)
    if letter == "P" and any(verb in after for verb in "sv"):
        return elements[i]
    return None


def _named(sentence: Shape, first: int) -> Element | None:
    """The first person behind a verb of reporting, before whoever is spoken to and before time and occasion; or the
    words that point back to the last speaker: `perempuan itu`, `pengajar Universitas X tersebut`."""
    described = False
    for at, element in enumerate(sentence.elements[first : first + _NEAR], first):
        described = described or element.letter in "2R"
        if element.letter == "P" and (_owns(sentence.letters, at) or _named_after(sentence, at)):
            continue
        if element.letter == "P" and element.last - element.first == 1 and _THAT_ONE.match(sentence.letters, at):
            described = True
            continue
        if element.letter in "PX" or (described and element.letter == "H"):
            return element
        if element.letter in "Qu;>":
            return None
    return None


def _named_after(sentence: Shape, at: int) -> bool:
    """Whether the lone name at `at` is a place's or a body's in the post of the person behind: `Kapolsek Kramat Abdul
    Azis`, `Manajer Sambilulungan, Nia Nindyawati`."""
    match = _BEFORE_A_NAME.match(sentence.letters, at)
    if match is None:
        return False
    here, next_one = sentence.elements[at], sentence.elements[match.end() - 1]
    return here.last - here.first == 1 and next_one.last - next_one.first > 1


def _verb_before(letters: str, at: int) -> int | None:
    """The last verb of reporting in front of the quotation."""
    return next((i for i in range(at - 1, max(-1, at - _REACH), -1) if letters[i] in "svS"), None)


def _before(sentence: Shape, verb: int, at: int) -> Element | None:
    """The speaker named in front: `P mengatakan, "…"`, `P … menegaskan bahwa "…"`."""
    elements = sentence.elements
    if elements[verb].letter == "S":
        return elements[verb]
    front = next(
        (
            elements[i]
            for i in range(verb - 1, -1, -1)
            if elements[i].letter in "PX" and not _placed(sentence.letters, i)
        ),
        None,
    )
    if front is not None or sentence.letters[verb] == "v":
        return front
    return next((e for e in elements[verb + 1 : at] if e.letter in "PX"), None)


def _unclaimed(sentence: Shape, at: int) -> bool:
    """A quotation that stands alone, or behind a verb of reporting without a subject (`Lebih lanjut menegaskan, "…"`),
    with no other speaker around it in its sentence."""
    return (
        all(letter in "Q,.;&" for letter in sentence.letters[at + 1 : at + 3])
        and "P" not in sentence.letters[at + 1 :]
        and (sentence.letters[:at].strip(",.;&") == "" or _SUBJECTLESS.match(sentence.letters[:at]) is not None)
    )
